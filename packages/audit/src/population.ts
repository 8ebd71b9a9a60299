import type { SubjectType } from '@backproof/core';
import type { OwnershipFields } from '@backproof/ledger';
import type { RunRef } from './run-ref.js';

/** The state of a subject in one run: listed and judged, listed and excluded, or not listed. */
export type Membership = 'judged' | 'excluded' | 'absent';

/**
 * A change between one run and the next.
 *
 * - `added`: it was not in any earlier run of the population; `returned`: it was, and not in the run before
 * - `gone`: its list was read completely and does not have it
 * - `unread`: its list could not be read completely; `not-scanned`: its account or Region was not scanned;
 *   `not-judged`: no rule of the run judged it. It may still exist
 * - `excluded`, `included`: it stayed, and is no longer judged, or is judged again
 */
export type MovementKind =
  'added' | 'returned' | 'gone' | 'unread' | 'not-scanned' | 'not-judged' | 'excluded' | 'included';

/** A change of one subject, with the run that saw it and the run before: it happened in between. */
export interface Movement {
  readonly kind: MovementKind;
  readonly seen: RunRef;
  readonly before: RunRef;
  /** The reason of an exclusion. */
  readonly reason?: string;
}

/** One subject of the population: a resource, a vault, a plan or an account. */
export interface AuditedResource extends OwnershipFields {
  readonly arn: string;
  readonly name: string;
  readonly type: string;
  readonly accountId: string;
  readonly region: string;
  readonly opening: Membership;
  readonly closing: Membership;
  /** The reason why it was not judged when it was last listed. */
  readonly excluded?: string;
  /** The first and the last run that list it, those of the period before included. */
  readonly first: RunRef;
  readonly last: RunRef;
  /** The last run that judged it. Absent: none did. */
  readonly lastJudged?: RunRef;
  /** The number of runs that judged it, and of those that listed and excluded it, from the opening run on. */
  readonly judgedRuns: number;
  readonly excludedRuns: number;
  readonly movements: readonly Movement[];
  /**
   * The last restore of it that completed, of those that the ledger knows since it began: when it started. Absent: it knows
   * none, or the subject is no resource.
   */
  readonly lastRestored?: string;
  /** The number of its exceptions in the audit. */
  readonly exceptions: number;
  /** The status by rule in the closing run. Empty: the closing run did not judge it. */
  readonly results: Readonly<Record<string, string>>;
}

/** The population of a type or an account: `opening + added - removed = closing = judged + excluded`. */
export interface PopulationCount {
  readonly of: string;
  readonly opening: number;
  readonly added: number;
  readonly removed: number;
  readonly closing: number;
  readonly judged: number;
  readonly excluded: number;
  /** The number of different subjects that any run lists. */
  readonly everListed: number;
  readonly exceptions: number;
}

/** A number of AWS Config beside the scan's, in the closing run. */
export interface ConfigCount {
  readonly accountId: string;
  readonly region: string;
  readonly configType: string;
  readonly listed: number;
  readonly counted: number;
  readonly missing: number;
  readonly result: 'complete' | 'shortfall' | 'doubtful';
}

/** A scope without numbers of AWS Config in the closing run, and why. */
interface NoConfigCount {
  readonly accountId: string;
  readonly region: string;
  readonly reason: 'not-recorded' | 'unread' | 'not-asked';
}

/** All that the runs of a period list, from its opening run to its closing one. */
export interface AuditedPopulation {
  /**
   * The last run before the period where it is no older than runs may be apart, and the first run of the period otherwise.
   * Absent: the period has no run.
   */
  readonly opening?: RunRef;
  /** The last run of the period. */
  readonly closing?: RunRef;
  readonly total: PopulationCount;
  readonly byType: readonly PopulationCount[];
  readonly byAccount: readonly PopulationCount[];
  /** The time of the oldest evidence that the ledger recorded. Absent: it is empty. */
  readonly ledgerSince?: string;
  /** Ordered by account, Region and ARN. */
  readonly resources: readonly AuditedResource[];
  readonly config: { readonly counts: readonly ConfigCount[]; readonly uncounted: readonly NoConfigCount[] };
}

/** The words for the kinds of movement: what happened to the subject. */
export const MOVEMENTS: Readonly<Record<MovementKind, string>> = {
  added: 'added: listed for the first time',
  returned: 'added: listed again',
  gone: 'removed: it no longer exists',
  unread: 'removed: its list was not read completely, it may still exist',
  'not-scanned': 'removed: its account or Region was not scanned',
  'not-judged': 'removed: no rule judged it, it may still exist',
  excluded: 'excluded: listed, but no longer judged',
  included: 'included: judged again',
};

/** The types of subjects that are no resources: nothing restores them. */
const NOT_RESOURCES: ReadonlySet<string> = new Set([
  'Backup vault',
  'Backup plan',
  'Restore testing plan',
  'Account',
] satisfies SubjectType[]);

/** Returns true for a resource, and false for a vault, a plan or an account. */
export function isRestorable({ type }: Pick<AuditedResource, 'type'>): boolean {
  return !NOT_RESOURCES.has(type);
}

/** Returns the judged resources of the closing run of which the ledger knows no completed restore. */
export function neverRestored({ resources }: AuditedPopulation): readonly AuditedResource[] {
  return resources.filter(
    (resource) => resource.closing === 'judged' && isRestorable(resource) && resource.lastRestored === undefined,
  );
}

/** Returns true for the movements that add a subject to the population. */
export function isAddition({ kind }: Movement): boolean {
  return kind === 'added' || kind === 'returned';
}

/** Returns true for the movements that remove a subject from the population. */
export function isRemoval({ kind }: Movement): boolean {
  return kind === 'gone' || kind === 'unread' || kind === 'not-scanned' || kind === 'not-judged';
}
