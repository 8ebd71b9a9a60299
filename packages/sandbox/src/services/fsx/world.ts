import type { Backup, FileSystem, Volume } from '@aws-sdk/client-fsx';

/** The contents of one scope in FSx. */
export interface FsxWorld {
  readonly fsxFileSystems?: readonly FileSystem[];
  readonly fsxVolumes?: readonly Volume[];
  readonly fsxBackups?: readonly Backup[];
}
