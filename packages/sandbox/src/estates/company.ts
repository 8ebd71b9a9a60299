import type { Scope } from '@backproof/core';

/** The accounts of the company that the estates show: the first is the caller's. */
export const ACCOUNTS = [
  { id: '111111111111', name: 'production', globalSettings: { isCrossAccountBackupEnabled: 'true' } },
  { id: '222222222222', name: 'backup', globalSettings: { isCrossAccountBackupEnabled: 'true' } },
] as const;

/** The id of its organization. */
export const ORGANIZATION = 'o-sandbox0000';

/** Where the company works. */
export const REGIONS = ['eu-west-1', 'eu-central-1'] as const;

/** The account that does the work, by Region. */
export const production = { ireland: scope(0, 0), frankfurt: scope(0, 1) } as const;

/** The account that keeps copies, by Region. */
export const backup = { ireland: scope(1, 0), frankfurt: scope(1, 1) } as const;

function scope(account: 0 | 1, region: 0 | 1): Scope {
  return { partition: 'aws', accountId: ACCOUNTS[account].id, region: REGIONS[region] };
}
