import { buildArn, type Scope } from '@backproof/core';

/** The ARN of a provisioned cluster, which its API does not report. @source Service Authorization Reference, Amazon Redshift */
export function clusterArn(scope: Scope, id: string): string {
  return buildArn({ ...scope, service: 'redshift', resource: `cluster:${id}` });
}

/**
 * Names all snapshots of a cluster that were copied to a Region.
 *
 * @param scope - the account of the cluster, in the Region of the copies
 * @source Service Authorization Reference, Amazon Redshift: `snapshot:{cluster}/{snapshot}`
 */
export function copiedSnapshotsArn(scope: Scope, id: string): string {
  return buildArn({ ...scope, service: 'redshift', resource: `snapshot:${id}/*` });
}
