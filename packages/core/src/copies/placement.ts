import type { Known } from '../model/types/capability.js';
import type { Scope } from '../model/scope.js';
import type { ResourceCapability } from '../semantics/capability.js';

/** The faults that the place of a copy can have, the least first. Each is the id of the message that says so. */
export const MISPLACEMENTS = [
  'wrong-region',
  'wrong-account',
  'air-gapped-same-account',
  'same-account',
  'same-region',
] as const;

export type Misplacement = (typeof MISPLACEMENTS)[number];

/** An account and Region. */
export type Home = Pick<Scope, 'accountId' | 'region'>;

/** The account and Region of a vault, and whether the vault is logically air-gapped. */
export interface CopyPlace extends Home {
  readonly airGapped: boolean;
}

/** The place where copies must lie, such as another account: the one thing in which rules about copies differ, with its messages. */
export interface Placement {
  /** Determines whether AWS Backup can make a copy there. */
  readonly canCopy: (capability: ResourceCapability & { readonly supported: true }) => Known;
  /** Finds what is wrong with a place for copies of resources at home. Undefined: the place is as required. */
  readonly misplacementOf: (home: Home, place: CopyPlace) => Misplacement | undefined;
  /** The message about a copy that the scan found in such a place. */
  readonly foundAs: (home: Home, place: CopyPlace) => 'copied' | 'air-gapped';
}
