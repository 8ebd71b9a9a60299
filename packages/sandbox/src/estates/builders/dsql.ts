import type { ClusterStatus } from '@aws-sdk/client-dsql';
import type { Scope } from '@backproof/core';
import { hexId } from './ids.js';
import { arnIn, inScope, LONG_AGO, type EstateResource, type Named } from './resource.js';

interface ClusterOptions extends Named {
  /** Absent: `ACTIVE`. */
  readonly status?: ClusterStatus;
  /** The Region of the cluster of the same name that it forms one cluster with. */
  readonly peer?: Scope;
}

/** A cluster of Aurora DSQL. */
export function dsqlCluster(scope: Scope, options: ClusterOptions): EstateResource {
  const { name, tags, createdAt = LONG_AGO, status = 'ACTIVE', peer } = options;
  const arn = arnOf(scope, name);
  const cluster = {
    identifier: idOf(scope, name),
    arn,
    status,
    creationTime: createdAt,
    deletionProtectionEnabled: true,
    ...(peer && { multiRegionProperties: { witnessRegion: 'eu-west-2', clusters: [arn, arnOf(peer, name)] } }),
    tags: { Name: name, ...tags },
  };
  return { scope, arn, type: 'DSQL', name, createdAt, world: inScope(scope, { dsqlClusters: [cluster] }) };
}

function arnOf(scope: Scope, name: string): string {
  return arnIn(scope, 'dsql', `cluster/${idOf(scope, name)}`);
}

function idOf({ accountId, region }: Scope, name: string): string {
  return hexId(26, 'dsql', accountId, region, name);
}
