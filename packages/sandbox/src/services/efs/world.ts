import type { FileSystemDescription, ReplicationConfigurationDescription } from '@aws-sdk/client-efs';

/** The contents of one scope in EFS. */
export interface EfsWorld {
  readonly fileSystems?: readonly FileSystemDescription[];
  /** EFS lists a replication in the Regions and accounts of both ends: it belongs in both scopes. */
  readonly fileSystemReplications?: readonly ReplicationConfigurationDescription[];
}
