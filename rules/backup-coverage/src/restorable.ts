import {
  evidenceOfHold,
  evidenceOfJob,
  evidenceOfPointAt,
  ageText,
  heldPoints,
  newestRestorable,
  reasonText,
  usability,
} from '@backproof/core';
import type { Evidence, HeldPoints, NewestRestorable, UnusableReason, Verdict } from '@backproof/core';
import { isFresh } from './context.js';
import type { Context } from './context.js';
import { lastDegradation } from './jobs.js';

/** The data that the recovery points of a resource can restore. */
export interface Restorable {
  readonly held: HeldPoints;
  readonly newest: NewestRestorable | undefined;
  /** The point that the verdict rests on, or else the last one. */
  readonly evidence: readonly Evidence[];
}

export function restorableOf({ dossier, now }: Context): Restorable {
  const { recoveryPoints, nativeBackups, legalHolds, backupJobs } = dossier;
  const held = heldPoints(legalHolds);
  const newest = newestRestorable(recoveryPoints, nativeBackups, now, held, backupJobs);
  const row = newest?.row ?? recoveryPoints.count - 1;
  return { held, newest, evidence: row < 0 ? [] : [evidenceOfPointAt(recoveryPoints, row)] };
}

/** The row of the newest point that is unusable for a reason, if it is newer than what can be restored. */
export function newestUnusable(
  { dossier: { recoveryPoints: points }, now }: Context,
  { held, newest }: Restorable,
  reason: UnusableReason,
): number | undefined {
  const from = newest?.restorableAt ?? -Infinity;
  for (let row = points.count - 1; row >= 0 && points.createdAt(row) > from; row--) {
    if (usability(points, row, now, held) === reason) return row;
  }
  return undefined;
}

/** The pass of a resource whose newest restorable data is recent enough, with what else users need to know. */
export function backedUp(
  context: Context,
  restorable: Restorable,
  { row, restorableAt }: NewestRestorable,
  evidence: readonly Evidence[],
): Verdict {
  const { dossier, now, pass } = context;
  const { resource, recoveryPoints: points, legalHolds } = dossier;
  const data = { name: resource.name, restorable: new Date(restorableAt), age: ageText(now - restorableAt) };
  const infected = newestUnusable(context, restorable, 'infected');
  if (infected !== undefined) {
    const found = { ...data, infected: new Date(points.createdAt(infected)) };
    return pass('older-is-clean', found, [...evidence, evidenceOfPointAt(points, infected)]);
  }
  if (points.deleteAt(row) <= now) {
    const holds = legalHolds.filter(({ recoveryPointArns }) => recoveryPointArns.includes(points.arn(row)));
    return pass('held', data, [...evidence, ...holds.map(evidenceOfHold)]);
  }
  const issue = lastDegradation(dossier.backupJobs);
  if (issue === undefined) return pass('backed-up', data, evidence);
  const words = issue.message ?? issue.messageCategory;
  return pass('degraded', { ...data, issue: reasonText(words) }, [...evidence, evidenceOfJob(issue)]);
}

/** The pass by a recent point that exists only until it is copied. */
export function copyPending(
  context: Context,
  restorable: Restorable,
  evidence: readonly Evidence[],
): Verdict | undefined {
  const { dossier, now, pass } = context;
  const { recoveryPoints: points, resource } = dossier;
  const row = newestUnusable(context, restorable, 'temporary');
  if (row === undefined || !isFresh(points.createdAt(row), context)) return undefined;
  const createdAt = points.createdAt(row);
  const data = { name: resource.name, restorable: new Date(createdAt), age: ageText(now - createdAt) };
  return pass('copy-pending', data, [...evidence, evidenceOfPointAt(points, row)]);
}

/** Unknown, where a recent point past its deletion date would be enough if a hold keeps it, and not all holds were read. */
export function holdsUnread(
  context: Context,
  restorable: Restorable,
  evidence: readonly Evidence[],
): Verdict | undefined {
  if (!context.dossier.unread.includes('legalHolds')) return undefined;
  const best = enoughIf(context, restorable, 'past-deletion');
  return best && context.unknown('holds-unread', best.data, [...evidence, best.evidence]);
}

/** Unknown, where a recent point has a status that this version does not know. */
export function statusUnknown(
  context: Context,
  restorable: Restorable,
  evidence: readonly Evidence[],
): Verdict | undefined {
  const best = enoughIf(context, restorable, 'unknown-status');
  return best && context.unknown('status-unknown', best.data, [...evidence, best.evidence]);
}

/**
 * The newest point that would be enough, or may be, if it were not unusable for a reason. A continuous point is as new as
 * what it restores.
 */
function enoughIf(context: Context, { held, newest }: Restorable, reason: UnusableReason) {
  const { dossier, now } = context;
  const { resource, recoveryPoints: points, nativeBackups, backupJobs } = dossier;
  const best = newestRestorable(points, nativeBackups, now, held, backupJobs, reason);
  if (best === undefined || best.row === newest?.row) return undefined;
  const { row, restorableAt, atLeast } = best;
  if (!isFresh(restorableAt, context) && !atLeast) return undefined;
  return {
    data: { name: resource.name, restorable: new Date(restorableAt), age: ageText(now - restorableAt) },
    evidence: evidenceOfPointAt(points, row),
  };
}
