/** `unknown`: AWS's documentation does not say, or it depends on facts that no API reports. */
export type Known = boolean | 'unknown';

/**
 * The capabilities of AWS Backup for a kind of resource.
 * @source Developer Guide, backup-feature-availability; restore testing: API RestoreTestingSelectionForCreate
 */
export interface Capability {
  readonly crossRegionCopy: Known;
  readonly crossAccountCopy: Known;
  /** Point-in-time restore from a continuous backup that AWS Backup keeps. */
  readonly continuous: Known;
  /** The points are AWS Backup's own, encrypted with their vault's key. */
  readonly fullManagement: Known;
  readonly coldStorage: Known;
  /** By a restore-testing plan. A restore by hand is possible for every kind. */
  readonly restoreTesting: Known;
  /** The points can be held in a logically air-gapped vault. */
  readonly airGapped: Known;
  /** Its continuous and its periodic backups must be in one vault. Absent: they may be in several. */
  readonly oneVault?: true;
}

/** A kind of resource that AWS Backup backs up, and for which it offers nothing else. */
export const NOTHING_ELSE: Capability = {
  crossRegionCopy: false,
  crossAccountCopy: false,
  continuous: false,
  fullManagement: false,
  coldStorage: false,
  restoreTesting: false,
  airGapped: false,
};

/** A kind of resource whose points can be copied to other Regions and accounts. */
export const COPIES: Capability = { ...NOTHING_ELSE, crossRegionCopy: true, crossAccountCopy: true };
