/** A loss whose survivors are asked for. Where it names no place, it strikes the one that the resource is in. */
export type Loss =
  /** The resource is deleted by the call's own defaults, and that is noticed at once. */
  | { readonly kind: 'deletion' }
  /** Its data is corrupted, and that is noticed so many milliseconds later. */
  | { readonly kind: 'late'; readonly foundAfterMs: number }
  | { readonly kind: 'region'; readonly region?: string }
  /** The account is closed. */
  | { readonly kind: 'account'; readonly accountId?: string }
  /** An administrator of the account deletes everything that the account's own permissions let be deleted. */
  | { readonly kind: 'hostile-admin'; readonly accountId?: string }
  /** The management account closes all accounts of its organization. */
  | { readonly kind: 'organization' }
  /** A KMS key is deleted or disabled. */
  | { readonly kind: 'key'; readonly keyArn: string };

export type LossKind = Loss['kind'];

/** The kinds of loss, in the order in which a table shows them. */
export const LOSS_KINDS = ['deletion', 'late', 'region', 'account', 'hostile-admin', 'organization', 'key'] as const;

/**
 * A closed account can be reopened for this long, and nothing in it is deleted before.
 * @source AWS Account Management Reference, manage-acct-closing
 */
export const DAYS_TO_REOPEN = 90;

/** The shortest time between the request to delete a KMS key and its deletion. @source API (AWS KMS) ScheduleKeyDeletion */
export const LEAST_DAYS_TO_KEY_DELETION = 7;

/** The shortest time between the request to unlock a rule of Recycle Bin and its end. @source Amazon EBS User Guide, recycle-bin-lock */
export const LEAST_DAYS_TO_UNLOCK = 7;

/** DynamoDB keeps the backup that it makes of a deleted table for this long. @source DynamoDB Developer Guide, pointintimerecovery-howitworks */
export const DAYS_OF_DELETED_TABLE_BACKUP = 35;
