import { restorableWindow, usability, widestRestorableWindow } from '@backproof/core';
import type { Context } from './context.js';
import type { Grounds } from './proof.js';

/** Something that AWS does not report, and what holds if it is as favorable as it can be. */
export interface Doubt {
  readonly message: 'creation-unknown' | 'window-unknown' | 'status-unknown' | 'legal-holds-unread';
  readonly atBest: Partial<Grounds>;
}

/** Finds the facts about a resource and its points that AWS does not report. */
export function doubtsOf({ dossier, now }: Context, { windowOf, held }: Grounds): readonly Doubt[] {
  const { resource, recoveryPoints: points, nativeBackups, unread } = dossier;
  const doubts: Doubt[] = [];
  if (resource.createdAt === undefined) {
    const bornAt = points.count > 0 ? points.createdAt(0) : -Infinity;
    doubts.push({ message: 'creation-unknown', atBest: { bornAt } });
  }
  let [windowUnknown, statusUnknown, overdue] = [false, false, false];
  for (let row = 0; row < points.count; row++) {
    const how = usability(points, row, now, held);
    if (how === 'usable') windowUnknown ||= points.continuous(row) && windowOf(points.at(row)) === undefined;
    else if (how === 'unknown-status') statusUnknown = true;
    else if (how === 'past-deletion') overdue = true;
  }
  if (windowUnknown) {
    const widest: Grounds['windowOf'] = (point) =>
      restorableWindow(point, nativeBackups) ??
      (point.status === 'STOPPED' ? undefined : widestRestorableWindow(point, now));
    doubts.push({ message: 'window-unknown', atBest: { windowOf: widest } });
  }
  if (statusUnknown) doubts.push({ message: 'status-unknown', atBest: { unknownStatusCounts: true } });
  if (overdue && unread.includes('legalHolds')) {
    const all = new Set(Array.from({ length: points.count }, (_, row) => points.arn(row)));
    doubts.push({ message: 'legal-holds-unread', atBest: { held: all } });
  }
  return doubts;
}
