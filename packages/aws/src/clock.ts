import { MINUTE } from '@backproof/core';
import type { Gap, Instant, PopulationKind } from '@backproof/core';
import type { CallLog } from './call-log.js';

/** AWS itself refuses requests whose time differs by more. @source IAM User Guide, signing elements of a request */
const TOLERATED_MS = 5 * MINUTE;

/** The kinds whose records are judged by their age. */
const AGING: readonly PopulationKind[] = ['recoveryPoints', 'backupJobs', 'copyJobs', 'restoreJobs', 'nativeBackups'];

/**
 * Returns true if the moment of a scan was taken from this machine's clock, and not named by whoever started it.
 *
 * @param now - of this machine's clock
 */
export function isFromClock(takenAt: Instant, now: Instant): boolean {
  return Math.abs(takenAt - now) <= TOLERATED_MS;
}

/** Returns the gap of a kind whose ages are wrong because the machine's clock is; none if they are right. */
export function clockGaps(kind: PopulationKind, { clockDifference }: CallLog): readonly Gap[] {
  const { operation, ms } = clockDifference() ?? { operation: '', ms: 0 };
  if (!AGING.includes(kind) || Math.abs(ms) <= TOLERATED_MS) return [];
  const minutes = Math.round(Math.abs(ms) / MINUTE);
  const direction = ms > 0 ? 'ahead of' : 'behind';
  const message = `the clock of this machine is ${String(minutes)} minutes ${direction} that of AWS, so ages are wrong`;
  return [{ operation, code: 'ClockDifference', message }];
}
