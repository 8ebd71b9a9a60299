import type { Known, ResourceCapability, Scope } from '@backproof/core';
import type { Options } from './options.js';

/** The faults that the place of a copy can have, the least first. Each is the id of the message that says so. */
export const MISPLACEMENTS = ['wrong-region', 'wrong-account', 'air-gapped-same-account', 'same-account'] as const;

export type Misplacement = (typeof MISPLACEMENTS)[number];

/** An account and Region. */
export type Home = Pick<Scope, 'accountId' | 'region'>;

/** The account and Region of a vault, and whether the vault is logically air-gapped. */
interface Place extends Home {
  readonly airGapped: boolean;
}

/** The place where copies must lie: the one thing in which rules about copies differ, with its messages. */
export interface Placement {
  /** Determines whether AWS Backup can make a copy there. */
  readonly canCopy: (capability: ResourceCapability & { readonly supported: true }) => Known;
  /** Finds what is wrong with a place for copies of resources at home. Undefined: the place is as required. */
  readonly misplacementOf: (home: Home, place: Place) => Misplacement | undefined;
}

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
  };
}
