/** One account in one Region: the unit in which AWS keeps resources, plans, vaults and settings. */
export interface Scope {
  /** `aws`, `aws-cn`, `aws-us-gov`, ... */
  readonly partition: string;
  readonly accountId: string;
  readonly region: string;
}

/** An account of the organization that a scan was asked for. */
export interface OrganizationAccount extends Pick<Scope, 'partition' | 'accountId'> {
  readonly name: string;
  /** It manages the organization. */
  readonly isManagement?: true;
  /**
   * The reason that it was not scanned: `excluded`, by the user, or its state as AWS names it, such as `SUSPENDED`.
   * Absent: it was scanned, or could not be entered.
   */
  readonly leftOut?: string;
}

/** The scope as one word, for maps and for people: `111111111111/eu-west-1`. Account ids are unique across partitions. */
export function scopeKey(scope: Pick<Scope, 'accountId' | 'region'>): string {
  return `${scope.accountId}/${scope.region}`;
}

/** Returns true if both are of one account and one Region. */
export function sameScope(a: Pick<Scope, 'accountId' | 'region'>, b: Pick<Scope, 'accountId' | 'region'>): boolean {
  return a.accountId === b.accountId && a.region === b.region;
}
