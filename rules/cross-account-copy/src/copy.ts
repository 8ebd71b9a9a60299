import { DAY } from '@backproof/core';
import type { Evidence, Instant } from '@backproof/core';
import { MISPLACEMENTS } from './destination.js';
import type { Destination } from './destination.js';
import type { Inquiry } from './inquiry.js';

/** What keeps a copy from being the one that is asked for, the least first: of several copies the first is the closest. */
const FAULTS = [
  'copy-unverified',
  'not-observed',
  'retention-too-short',
  'stale',
  'no-usable-copy',
  ...MISPLACEMENTS,
] as const;

export type CopyFault = (typeof FAULTS)[number];

/** A copy that was made, as far as the scan can tell. */
export interface Copy {
  /** `observed`: its recovery point was seen. `reported`: its copy job completed. */
  readonly grade: 'observed' | 'reported';
  readonly destination: Destination;
  /** It holds nothing newer. */
  readonly dataAt: Instant;
  /** From the moment of its data; Infinity: forever. Undefined: not learnt. */
  readonly keptMs: number | undefined;
  /** Absent: the copy is what is asked for. */
  readonly fault: CopyFault | undefined;
  /** Made when a verdict names the copy. */
  readonly evidence: () => Evidence;
}

/** The copy that is closest to what is asked for; of several the one with the newest data. */
export function closestCopy(copies: readonly Copy[]): Copy | undefined {
  const distance = ({ fault }: Copy): number => (fault === undefined ? -1 : FAULTS.indexOf(fault));
  let [closest] = copies;
  for (const copy of copies) {
    const order = closest === undefined ? 0 : distance(copy) - distance(closest) || closest.dataAt - copy.dataAt;
    if (order < 0) closest = copy;
  }
  return closest;
}

/** Whether something is kept for less than the options ask. AWS counts whole days, and may cut the last one short. */
export function isTooShort(keptMs: number, { minRetentionMs }: Inquiry): boolean {
  return Math.ceil(keptMs / DAY) * DAY < minRetentionMs;
}

/** A retention as messages name it. */
export function keptText(keptMs: number): string {
  if (keptMs === Infinity) return 'forever';
  const days = Math.ceil(keptMs / DAY);
  return days === 1 ? '1 day' : `${days} days`;
}
