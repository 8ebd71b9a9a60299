import type { Scope } from '@backproof/core';

const SETTINGS = { globalSettings: { isCrossAccountBackupEnabled: 'true' } } as const;

/** The accounts of the organization: the first manages it, and is the caller's. */
export const ACCOUNTS = [
  { id: '333333333333', name: 'management', ...SETTINGS },
  { id: '444444444444', name: 'shop', ...SETTINGS },
  { id: '555555555555', name: 'finance', ...SETTINGS },
  { id: '666666666666', name: 'research', ...SETTINGS },
  { id: '777777777777', name: 'backup', ...SETTINGS },
] as const;

/** Where the organization works. */
export const REGION = 'eu-west-1';

/** Has the opt-ins that the organization's plans follow. */
export const management = scopeOf('333333333333');
export const shop = scopeOf('444444444444');
export const finance = scopeOf('555555555555');
export const research = scopeOf('666666666666');

/** Keeps the copies of all others, and tests them. */
export const backup = scopeOf('777777777777');

function scopeOf(accountId: (typeof ACCOUNTS)[number]['id']): Scope {
  return { partition: 'aws', accountId, region: REGION };
}
