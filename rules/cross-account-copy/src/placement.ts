import type { Placement } from '@backproof/core';
import type { Options } from './options.js';

/** Another account, or what the options accept as well. */
export function anotherAccount({ accounts, acceptAirGapped, crossRegion }: Options): Placement {
  return {
    canCopy: ({ crossAccountCopy }) => crossAccountCopy,
    misplacementOf: (home, { accountId, region, airGapped }) => {
      const ownAccount = accountId === home.accountId;
      if (ownAccount && !airGapped) return 'same-account';
      if (ownAccount && !acceptAirGapped) return 'air-gapped-same-account';
      if (!ownAccount && accounts.length > 0 && !accounts.includes(accountId)) return 'wrong-account';
      return crossRegion && region === home.region ? 'wrong-region' : undefined;
    },
    foundAs: (home, { accountId }) => (accountId === home.accountId ? 'air-gapped' : 'copied'),
  };
}
