/** A backup plan in the form of AWS's API, in which some values may be unresolved. */
export interface RawPlan {
  /** The place in the file, for messages. */
  readonly place: string;
  /** Its id, or what the file calls it by until AWS gives it one. */
  readonly id: string;
  /** Absent: AWS gives it one when it is created. */
  readonly arn?: string | undefined;
  readonly region?: string | undefined;
  /** @source API BackupPlan */
  readonly plan: unknown;
}

/** A selection in the form of AWS's API, in which some values may be unresolved. */
export interface RawSelection {
  readonly place: string;
  /** Absent: AWS gives it one when it is created. */
  readonly id?: string | undefined;
  /** The id of its plan, as `RawPlan.id` or in the inventory. Undefined: not known. */
  readonly planId: string | undefined;
  readonly region?: string | undefined;
  /** @source API BackupSelection */
  readonly selection: unknown;
}

/** A vault, of which some values may be unresolved. */
export interface RawVault {
  readonly name: unknown;
  readonly region?: string | undefined;
  /** Absent: it has no lock. */
  readonly lock?: { readonly minRetentionDays: unknown; readonly maxRetentionDays: unknown } | undefined;
}

/** The parts of a file that concern backup plans. */
export interface RawProposal {
  readonly plans: readonly RawPlan[];
  readonly selections: readonly RawSelection[];
  /** Vaults that are created with them. */
  readonly vaults: readonly RawVault[];
  /** The ids of plans and selections that are deleted. */
  readonly deleted: readonly string[];
}
