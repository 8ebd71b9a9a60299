import type { Database, FsxResource, Resource } from '../model/resource.js';

/**
 * The reasons for which AWS Backup cannot back up a resource although it supports the resource's type. Rules spread them
 * among their messages.
 */
export const UNSUPPORTED = {
  'instance-store-root': because('its root device is an instance store'),
  'cluster-member': because('a cluster is backed up as a whole, not by member'),
  'rds-custom': because('RDS Custom is not supported'),
  'rds-on-outpost': because('RDS on Outposts is not supported'),
  'ontap-file-system': because('an ONTAP file system is backed up by its volumes, not as a whole'),
  'ontap-volume-type': because('of ONTAP volumes, only read-write ones are supported'),
  'scratch-file-system': because('Lustre scratch file systems are not supported'),
};

function because<const Cause extends string>(meaning: Cause) {
  return { status: 'notApplicable', text: `AWS Backup cannot back up {name}: ${meaning}.`, meaning } as const;
}

/** A reason for which AWS Backup cannot back up a resource although it supports the resource's type. */
export type UnsupportedReason = keyof typeof UNSUPPORTED;

/** The reason as a sentence without its full stop. */
export function describeUnsupported(reason: UnsupportedReason): string {
  return `AWS Backup cannot back it up: ${UNSUPPORTED[reason].meaning}`;
}

/** Finds the reason for which AWS Backup cannot back up this resource; undefined if it can. @source Developer Guide, whatisbackup: supported resources */
export function unsupportedReason(resource: Resource): UnsupportedReason | undefined {
  switch (resource.type) {
    case 'EC2':
      return resource.rootDevice === 'instance-store' ? 'instance-store-root' : undefined;
    case 'RDS':
    case 'Aurora':
    case 'DocumentDB':
    case 'Neptune':
      return unsupportedDatabase(resource);
    case 'FSx':
      return unsupportedFsx(resource);
    case 'EBS':
    case 'DynamoDB':
    case 'EFS':
    case 'Storage Gateway':
    case 'S3':
      return undefined;
  }
}

/** @source Developer Guide, rds-backup; Developer Guide, assigning-resources-json: clusters, not their instances */
function unsupportedDatabase(database: Database): UnsupportedReason | undefined {
  if (database.engine.startsWith('custom-')) return 'rds-custom';
  if (database.onOutpost) return 'rds-on-outpost';
  return database.form === 'clusterMember' ? 'cluster-member' : undefined;
}

/** @source Developer Guide, creating-a-backup; API (Amazon FSx) LustreFileSystemConfiguration: DeploymentType */
function unsupportedFsx(fsx: FsxResource): UnsupportedReason | undefined {
  if (fsx.engine === 'ONTAP' && fsx.form === 'fileSystem') return 'ontap-file-system';
  if (fsx.volumeType === 'DP' || fsx.volumeType === 'LS') return 'ontap-volume-type';
  return fsx.deployment?.startsWith('SCRATCH_') ? 'scratch-file-system' : undefined;
}
