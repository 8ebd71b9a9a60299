import { DAY } from '../model/instant.js';
import { retentionText } from '../semantics/promise-problem.js';
import { stoppedSince } from '../semantics/stopped.js';
import type { Instant } from '../model/instant.js';
import type { Evidence } from '../rule/verdict.js';
import type { CopyQuestion } from './context.js';
import type { Destination } from './destination.js';
import { MISPLACEMENTS } from './placement.js';

/** The faults of copies, the least first: of several copies the one with the least fault is the closest. */
const FAULTS = [
  'copy-unverified',
  'copy-state-unknown',
  'not-observed',
  'retention-too-short',
  'stale',
  'only-infected',
  'no-usable-copy',
  ...MISPLACEMENTS,
] as const;

export type CopyFault = (typeof FAULTS)[number];

/** A copy that the scan found, or that a copy job reports. */
export interface Copy {
  /** `observed`: the scan found its recovery point. `reported`: its copy job completed. */
  readonly grade: 'observed' | 'reported';
  readonly destination: Destination;
  /** The moment of its newest data. */
  readonly dataAt: Instant;
  /** From the moment of its data; Infinity: forever. Undefined: not known. */
  readonly keptMs: number | undefined;
  /** The end of its lifecycle, past which a legal hold keeps it. */
  readonly heldSince?: Instant;
  /** Only its lifecycle is over: under a legal hold it would be as required. */
  readonly unlessHeld?: boolean;
  /** Absent: the copy is as required. */
  readonly fault: CopyFault | undefined;
  /** Made when a verdict names the copy. */
  readonly evidence: () => readonly Evidence[];
}

/** The copy that is closest to the required one; of several the one with the newest data. */
export function closestCopy(copies: readonly Copy[]): Copy | undefined {
  const distance = ({ fault }: Copy): number => (fault === undefined ? -1 : FAULTS.indexOf(fault));
  let [closest] = copies;
  for (const copy of copies) {
    const order = closest === undefined ? 0 : distance(copy) - distance(closest) || closest.dataAt - copy.dataAt;
    if (order < 0) closest = copy;
  }
  return closest;
}

/** Returns the moment until which the data of the resource may have changed: a stopped one has not since it stopped. */
export function lastChange({ dossier, now }: CopyQuestion): Instant {
  return stoppedSince(dossier.resource.state, []) ?? now;
}

/** Returns the moment before which data is too old. */
export function oldestAllowed(context: CopyQuestion): Instant {
  return lastChange(context) - context.prepared.maxAgeMs;
}

/** Returns true if something is kept for less time than the options require. AWS counts whole days, and may cut the last one short. */
export function isTooShort(keptMs: number, { prepared }: Pick<CopyQuestion, 'prepared'>): boolean {
  return Math.ceil(keptMs / DAY) * DAY < prepared.minRetentionMs;
}

/** A retention as messages name it. */
export function keptText(keptMs: number): string {
  return retentionText(keptMs === Infinity ? 'forever' : Math.ceil(keptMs / DAY));
}
