import type { Instant } from './instant.js';
import type { RestoreJob } from './job.js';
import type { Resource, ResourceType } from './resource.js';

/** A call of a service's own API that restores one of its backups, without AWS Backup. */
interface NativeRestoreCall {
  /** The service, as its events name it: `rds.amazonaws.com`. */
  readonly service: string;
  /** The types of resource whose backups it restores. */
  readonly types: readonly ResourceType[];
  /**
   * `backup`: nothing but a backup of the account, or one that was shared with it. `any`: as often a public image or a
   * snapshot that was never a backup, so a call whose source is not known proves nothing about any resource.
   */
  readonly from: 'backup' | 'any';
}

/**
 * The calls that restore without AWS Backup, by the name of their event. A call that AWS accepted proves that a restore
 * began, and of what. It does not prove that the restore completed or that anybody looked at the result: no event shows
 * either. Amazon S3, EFS, EKS, Timestream, Aurora DSQL and CloudFormation have no such call.
 *
 * @source the API of each service; CloudTrail User Guide, record contents
 */
export const NATIVE_RESTORES = {
  RestoreDBInstanceFromDBSnapshot: { service: 'rds.amazonaws.com', types: ['RDS'], from: 'backup' },
  RestoreDBInstanceToPointInTime: { service: 'rds.amazonaws.com', types: ['RDS'], from: 'backup' },
  RestoreDBClusterFromSnapshot: {
    service: 'rds.amazonaws.com',
    types: ['RDS', 'Aurora', 'DocumentDB', 'Neptune'],
    from: 'backup',
  },
  RestoreDBClusterToPointInTime: {
    service: 'rds.amazonaws.com',
    types: ['RDS', 'Aurora', 'DocumentDB', 'Neptune'],
    from: 'backup',
  },
  RestoreTableFromBackup: { service: 'dynamodb.amazonaws.com', types: ['DynamoDB'], from: 'backup' },
  RestoreTableToPointInTime: { service: 'dynamodb.amazonaws.com', types: ['DynamoDB'], from: 'backup' },
  CreateFileSystemFromBackup: { service: 'fsx.amazonaws.com', types: ['FSx'], from: 'backup' },
  CreateVolumeFromBackup: { service: 'fsx.amazonaws.com', types: ['FSx'], from: 'backup' },
  RestoreFromClusterSnapshot: { service: 'redshift.amazonaws.com', types: ['Redshift'], from: 'backup' },
  RestoreFromSnapshot: {
    service: 'redshift-serverless.amazonaws.com',
    types: ['Redshift Serverless'],
    from: 'backup',
  },
  CreateVolume: { service: 'ec2.amazonaws.com', types: ['EBS', 'Storage Gateway'], from: 'any' },
  RunInstances: { service: 'ec2.amazonaws.com', types: ['EC2'], from: 'any' },
  CreateCachediSCSIVolume: { service: 'storagegateway.amazonaws.com', types: ['Storage Gateway'], from: 'any' },
  CreateStorediSCSIVolume: { service: 'storagegateway.amazonaws.com', types: ['Storage Gateway'], from: 'any' },
} as const satisfies Readonly<Record<string, NativeRestoreCall>>;

export type NativeRestoreName = keyof typeof NATIVE_RESTORES;

export const NATIVE_RESTORE_NAMES = Object.keys(NATIVE_RESTORES) as readonly NativeRestoreName[];

/** Returns true for the name of a call that restores without AWS Backup. */
export function isNativeRestoreName(name: string | undefined): name is NativeRestoreName {
  return NATIVE_RESTORE_NAMES.some((each) => each === name);
}

/** Returns true for a restore that was made without AWS Backup. */
export function isNative({ nativeCall }: Pick<RestoreJob, 'nativeCall'>): boolean {
  return nativeCall !== undefined;
}

/** As much of a resource as shows which calls restore its backups. */
type Restorable = Pick<Resource, 'type'> & { readonly form?: string };

/** Returns true if a restore without AWS Backup may be of a resource, as far as its type and form show it. */
export function mayRestore({ nativeCall: call }: Pick<RestoreJob, 'nativeCall'>, { type, form }: Restorable): boolean {
  if (!isNativeRestoreName(call) || !NATIVE_RESTORES[call].types.some((each) => each === type)) return false;
  // Of what AWS Backup calls RDS, Multi-AZ DB clusters are restored as clusters, and nothing else.
  return type !== 'RDS' || call.startsWith('RestoreDBCluster') === (form === 'cluster');
}

/** Returns true if backups of a resource can be restored without AWS Backup, by a call that leaves an event. */
export function hasNativeRestores(resource: Restorable): boolean {
  return NATIVE_RESTORE_NAMES.some((nativeCall) => mayRestore({ nativeCall }, resource));
}

/** Returns true if a restore starts from nothing but backups, so that it is one even where its source is not known. */
export function isFromBackup({ nativeCall }: Pick<RestoreJob, 'nativeCall'>): boolean {
  return isNativeRestoreName(nativeCall) && NATIVE_RESTORES[nativeCall].from === 'backup';
}

/** A call to search the event history for, and the types that it is searched for. */
export interface NativeSearch {
  readonly call: NativeRestoreName;
  readonly types: readonly ResourceType[];
}

/**
 * Returns the calls that may prove a restore of some resources.
 *
 * @param untested - resources without a recent restore by AWS Backup
 */
export function searchesFor(untested: readonly Resource[]): readonly NativeSearch[] {
  return NATIVE_RESTORE_NAMES.flatMap((call) => {
    const types = new Set(
      untested.filter((resource) => mayRestore({ nativeCall: call }, resource)).map(({ type }) => type),
    );
    const searched = NATIVE_RESTORES[call].types.filter((type) => types.has(type));
    return searched.length === 0 ? [] : [{ call, types: searched }];
  });
}

/**
 * Returns the resources that no restore by AWS Backup since a moment proves to be restorable.
 *
 * @param restores - those by AWS Backup
 */
export function untestedSince(
  since: Instant,
  resources: readonly Resource[],
  restores: readonly RestoreJob[],
): readonly Resource[] {
  const tested = new Set(
    restores
      .filter(({ createdAt, status, validationStatus = 'SUCCESSFUL' }) => {
        return createdAt >= since && status === 'COMPLETED' && validationStatus === 'SUCCESSFUL';
      })
      .map(({ sourceResourceArn }) => sourceResourceArn),
  );
  return resources.filter(({ arn }) => !tested.has(arn));
}
