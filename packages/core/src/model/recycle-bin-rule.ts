import type { Scope } from './scope.js';

/** The resources that a rule of Recycle Bin keeps after their deletion, of those that are backups. @source API (Recycle Bin) ResourceType */
export type KeptInBin = 'EBS_SNAPSHOT' | 'EC2_IMAGE';

/**
 * A rule of Recycle Bin: what is deleted stays in the bin for a time, and cannot be deleted there. A rule that is
 * locked applies to all resources of its type in the Region, as others cannot be locked.
 *
 * @source API (Recycle Bin) ListRules; Amazon EBS User Guide, recycle-bin-lock, recycle-bin-factors
 */
export interface RecycleBinRule {
  readonly scope: Scope;
  /** AWS's identifier. */
  readonly id: string;
  readonly keeps: KeptInBin;
  readonly retentionDays: number;
  /** It cannot be changed or deleted, and to unlock it takes 7 days or more. */
  readonly locked: boolean;
}
