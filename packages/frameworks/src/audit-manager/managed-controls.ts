/** A control of AWS Backup Audit Manager. */
export interface ManagedControl {
  /** AWS's name, which rules give in `answers`. */
  readonly name: string;
  /** The managed rules of AWS Config that ask the same; `<type>` stands for `ebs`, `rds` and others. */
  readonly configRules: readonly string[];
  /** Its question. */
  readonly asks: string;
  /** The questions that the rules of Backproof ask beyond that. */
  readonly more: string;
  /** The parts of its question that they do not ask, ask otherwise, or ask by an option only. */
  readonly less: string;
}

/**
 * The controls of AWS Backup Audit Manager, in AWS's order.
 *
 * @source Developer Guide, controls-and-remediation; AWS Config Developer Guide, managed-rules-by-aws-config
 */
export const MANAGED_CONTROLS: readonly ManagedControl[] = [
  {
    name: 'BACKUP_RESOURCES_PROTECTED_BY_BACKUP_PLAN',
    configRules: ['<type>-resources-protected-by-backup-plan'],
    asks: 'Is the resource in a backup plan?',
    more: 'The plan must be able to run, and must have produced a recent, usable recovery point.',
    less: 'A resource with native backups and without a plan passes unless `acceptNative` is off.',
  },
  {
    name: 'BACKUP_PLAN_MIN_FREQUENCY_AND_MIN_RETENTION_CHECK',
    configRules: ['backup-plan-min-frequency-and-min-retention-check'],
    asks: 'Does a plan have a rule that runs often enough and keeps its backups long enough?',
    more: 'Every tier of each resource is judged, by the schedules and by the recovery points that exist.',
    less: 'A plan without resources is not judged.',
  },
  {
    name: 'BACKUP_RECOVERY_POINT_MANUAL_DELETION_DISABLED',
    configRules: ['backup-recovery-point-manual-deletion-disabled'],
    asks: 'Does the access policy of the vault deny the deletion of recovery points, and the change of their lifecycle and of the policy?',
    more: 'The policy must also deny that recovery points are disassociated and that the policy is deleted, its conditions must hold for everybody, and a lock is as good.',
    less: 'The verdict is about each resource, not about each vault.',
  },
  {
    name: 'BACKUP_RECOVERY_POINT_ENCRYPTED',
    configRules: ['backup-recovery-point-encrypted'],
    asks: 'Is the recovery point encrypted?',
    more: 'Its key must work, and the option `key` requires a customer managed key.',
    less: 'Recovery points that are expired or not usable do not count.',
  },
  {
    name: 'BACKUP_RECOVERY_POINT_MINIMUM_RETENTION_CHECK',
    configRules: ['backup-recovery-point-minimum-retention-check'],
    asks: 'Is the recovery point kept long enough?',
    more: 'Enough recovery points of each tier must be kept, without gaps.',
    less: 'A single recovery point may be kept for less, if others meet the tiers.',
  },
  {
    name: 'BACKUP_RESOURCES_PROTECTED_BY_CROSS_REGION',
    configRules: ['<type>-resources-protected-by-backup-plan (crossRegionList)'],
    asks: 'Does a plan copy the resource to another Region?',
    more: 'The copy must exist, be recent and be kept long enough; if not, the cause is named.',
    less: 'Backups that RDS or Amazon Redshift itself keeps in another Region pass, too. Types that AWS Backup cannot copy to another Region are not applicable.',
  },
  {
    name: 'BACKUP_RESOURCES_PROTECTED_BY_CROSS_ACCOUNT',
    configRules: ['<type>-resources-protected-by-backup-plan (crossAccountList)'],
    asks: 'Does a plan copy the resource to another account?',
    more: 'The copy must exist, be recent and be kept long enough; if not, the cause is named.',
    less: 'Types that AWS Backup cannot copy to another account are not applicable.',
  },
  {
    name: 'BACKUP_RESOURCES_PROTECTED_BY_BACKUP_VAULT_LOCK',
    configRules: ['<type>-resources-protected-by-backup-plan (backupVaultLockCheck)'],
    asks: 'Does the resource have recovery points in a locked vault?',
    more: 'The lock must be in compliance mode and past its grace time, and the locked recovery point recent.',
    less: 'A policy that denies everybody every way to delete passes, too, unless `proof` is `lock`. The maximum retention of the lock is not judged.',
  },
  {
    name: 'BACKUP_LAST_RECOVERY_POINT_CREATED',
    configRules: ['<type>-last-backup-recovery-point-created'],
    asks: 'Was a recovery point created lately?',
    more: 'It must be usable, not past its deletion date and without malware findings; continuous ones count by the time that they restore.',
    less: 'Native backups count, too, unless `acceptNative` is off.',
  },
  {
    name: 'RESTORE_TIME_FOR_RESOURCES_MEET_TARGET',
    configRules: ['<type>-meets-restore-time-target'],
    asks: 'Did the latest restore take no longer than the target?',
    more: 'The restore must have succeeded within the last 90 days, and its validation must not have failed.',
    less: 'The time is judged only if the option `maxRestoreTime` sets a limit.',
  },
  {
    name: 'RESOURCES_IN_LOGICALLY_AIR_GAPPED_VAULT',
    configRules: ['<type>-resources-in-logically-air-gapped-vault'],
    asks: 'Does the resource have a recent recovery point in a logically air-gapped vault?',
    more: 'It must be usable, and cannot be deleted early; restore access vaults do not count.',
    less: 'A lock in compliance mode passes, too: no rule requires an air-gapped vault.',
  },
];
