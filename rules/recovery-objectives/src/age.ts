import {
  durationText,
  evidenceOfLockedSnapshot,
  evidenceOfNative,
  evidenceOfPointAt,
  isAtRest,
  stoppedSince,
} from '@backproof/core';
import type { Evidence, WayBack } from '@backproof/core';
import type { Answer, Doubt } from './answer.js';
import type { DrilledContext } from './context.js';
import type { Objective } from './objectives.js';

/** The newest survivor. `atLeast`: there may be a newer one. */
interface Survivor {
  readonly way: WayBack;
  readonly atLeast: boolean;
}

/** The answer of what survives: is it young enough, and were restores quick enough? */
export function answerByAge(context: DrilledContext, objective: Objective, { way, atLeast }: Survivor): Answer {
  const { after, rpoMs } = objective;
  const given = { objective, evidence: [evidenceOfWay(context, way)] };
  const lostMs = lostData(context, objective, way);
  const lost = `after ${after} ${durationText(lostMs)} of data would be lost`;
  if (rpoMs === undefined) return withTime(context, objective, { ...given, kind: 'met', text: lost });
  if (lostMs <= rpoMs) {
    const text = `${lost} (objective: ${durationText(rpoMs)})`;
    return withTime(context, objective, { ...given, kind: 'met', text });
  }
  const text = `${lost}, more than the objective of ${durationText(rpoMs)}`;
  if (atLeast) {
    const unless = `${text}; whether a newer backup survives is not known`;
    return { ...given, kind: 'unknown', why: whyNotKnown(context), text: unless };
  }
  if (isStopTimeUnknown(context, objective)) {
    const unless = `${text}, unless it was stopped before: since when it is stopped is not known`;
    return { ...given, kind: 'unknown', why: 'undocumented', text: unless };
  }
  return { ...given, kind: 'missed', how: 'rpo-missed', text };
}

/** The answer where restores must have been quick enough, too. */
function withTime(
  { dossier, restoreTime }: DrilledContext,
  { after, rtoMs }: Objective,
  met: Extract<Answer, { readonly kind: 'met' }>,
): Answer {
  if (rtoMs === undefined) return met;
  const { objective, evidence } = met;
  const given = { objective, evidence };
  const allowed = durationText(rtoMs);
  const { ms, of } = restoreTime;
  // One that was not read may have been among the last; where it may have run follows from the plans, as for peers.
  if (dossier.unread.includes('restoreJobs') || dossier.unread.includes('peerRestores')) {
    const text = `${met.text}, and the objective for a restore is ${allowed}, but not all restores could be read`;
    return { ...given, kind: 'unknown', why: 'not-read', text };
  }
  if (ms === undefined) {
    const text = `after ${after} it may come back, but no successful restore of it or of its type is known, and the objective is ${allowed}`;
    return { ...given, kind: 'unknown', why: 'restore-untested', text };
  }
  const took = `the longest of the last tested restores ${of === 'itself' ? 'of it' : 'of its type'} took ${durationText(ms)}`;
  if (ms <= rtoMs) return { ...met, text: `${met.text}, and ${took} (objective: ${allowed})` };
  const text = `${took}, more than the objective of ${allowed} after ${after}`;
  return { ...given, kind: 'missed', how: 'rto-missed', text };
}

/** The time of which data is lost, in milliseconds. A stopped database has not changed since. */
function lostData({ dossier, now }: DrilledContext, { loss }: Objective, { newest }: WayBack): number {
  const { resource, nativeBackups } = dossier;
  if (loss.kind === 'late') return Math.max(0, now - loss.foundAfterMs - newest);
  const changedAt = isAtRest(resource) ? stoppedSince(resource.state, nativeBackups) : undefined;
  return Math.max(0, (changedAt ?? now) - newest);
}

function isStopTimeUnknown({ dossier: { resource, nativeBackups } }: DrilledContext, { loss }: Objective): boolean {
  return loss.kind !== 'late' && isAtRest(resource) && stoppedSince(resource.state, nativeBackups) === undefined;
}

/** The reason for which it is not known if more survives: something was not read, or AWS does not document it. */
export function whyNotKnown({ evidence: { unread, unscanned } }: DrilledContext): Doubt {
  return unread || unscanned.length > 0 ? 'not-read' : 'undocumented';
}

/** A survivor as evidence. */
export function evidenceOfWay({ dossier }: DrilledContext, way: WayBack): Evidence {
  switch (way.kind) {
    case 'point':
      return evidenceOfPointAt(dossier.recoveryPoints, way.row);
    case 'native':
      return evidenceOfNative(way.native);
    case 'locked-snapshot':
      return evidenceOfLockedSnapshot(way.snapshot);
  }
}
