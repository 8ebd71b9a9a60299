import type { Database, FsxResource, Resource } from '../model/resource.js';

/**
 * Why AWS Backup cannot back up a resource, though it supports the resource's type: each a sentence without its full
 * stop. Rules spread them among their messages.
 */
export const UNSUPPORTED = {
  'instance-store-root': because('AWS Backup does not back up instances whose root device is an instance store'),
  'cluster-member': because('AWS Backup backs up its cluster as a whole, not its members'),
  'rds-custom': because('AWS Backup does not support RDS Custom'),
  'rds-on-outpost': because('AWS Backup does not support RDS on Outposts'),
  'ontap-file-system': because('AWS Backup backs up the volumes of an ONTAP file system, not the file system'),
  'ontap-volume-type': because(
    'AWS Backup backs up read-write ONTAP volumes only, no data protection or load sharing ones',
  ),
  'scratch-file-system': because('Lustre scratch file systems cannot be backed up'),
};

function because(text: string) {
  return { status: 'notApplicable', text } as const;
}

/** Why AWS Backup cannot back up a resource, though it supports the resource's type. */
export type UnsupportedReason = keyof typeof UNSUPPORTED;

/** The reason as a sentence without its full stop. */
export function describeUnsupported(reason: UnsupportedReason): string {
  return UNSUPPORTED[reason].text;
}

/** Why AWS Backup cannot back up this resource; undefined if it can. @source Developer Guide, whatisbackup: supported resources */
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
