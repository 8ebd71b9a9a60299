import {
  descriptorOf,
  durationText,
  evidenceOfNative,
  evidenceOfPointAt,
  formatInstant,
  LOSS_REASONS,
  stoppedSince,
  survivalOf,
} from '@backproof/core';
import type { Evidence, Survival, WayBack } from '@backproof/core';
import type { DrilledContext } from './context.js';
import type { Objective } from './objectives.js';

/** The ways to miss an objective, the worst first. */
export const MISSES = ['lost', 'follows-only', 'at-risk', 'rpo-missed', 'rto-missed'] as const;

type Miss = (typeof MISSES)[number];

/** The reasons for which an answer is not known, the one that a reader can change first. */
export const DOUBTS = ['not-read', 'undocumented', 'restore-untested'] as const;

/** The answer to one objective; its text is a clause. */
export type Answer = {
  readonly objective: Objective;
  readonly text: string;
  readonly evidence: readonly Evidence[];
} & (
  | { readonly kind: 'met'; readonly ifActed?: true }
  | { readonly kind: 'missed'; readonly how: Miss }
  | { readonly kind: 'unknown'; readonly why: (typeof DOUBTS)[number] }
);

/** Answers one objective: what survives its loss, how old that is, and how long restores took. */
export function answerOf(context: DrilledContext, objective: Objective): Answer {
  const { evidence, prepared, now } = context;
  const survival = survivalOf(evidence, objective.loss, prepared.common.grounds);
  const given = { objective, evidence: evidenceOf(context, survival) };
  const after = `after ${objective.after}`;
  switch (survival.status) {
    case 'survives':
      return byAge(context, objective, survival.way, survival.atLeast);
    case 'at-risk': {
      const { until, why } = survival;
      if (until - now <= prepared.reactionMs || prepared.reactionMs === 0) {
        const text = `${after} it comes back only if the deletion of a key is cancelled before ${formatInstant(until)}: ${LOSS_REASONS[why]}`;
        return { ...given, kind: 'missed', how: 'at-risk', text };
      }
      const answer = byAge(context, objective, survival.way, false);
      if (answer.kind !== 'met') return answer;
      return {
        ...answer,
        ifActed: true,
        text: `${answer.text}, if the deletion of a key is cancelled before ${formatInstant(until)}`,
      };
    }
    case 'follows': {
      const text = `${after} only its replica ${survival.replicaArn} is left, which cannot go back in time`;
      return { ...given, kind: 'missed', how: 'follows-only', text };
    }
    case 'lost':
      return {
        ...given,
        kind: 'missed',
        how: 'lost',
        text: `${after} nothing could be restored: ${LOSS_REASONS[survival.why]}`,
      };
    case 'unknown': {
      const isUnread = UNREAD.includes(survival.why);
      return {
        ...given,
        kind: 'unknown',
        why: isUnread ? 'not-read' : 'undocumented',
        text: `${after}, ${LOSS_REASONS[survival.why]}`,
      };
    }
  }
}

/** Reasons for which something is unknown that a scan with all permissions would know. */
const UNREAD: readonly string[] = ['unread', 'vault-not-read', 'key-not-known', 'organization-not-read'];

/** The answer of what survives: is it young enough, and were restores quick enough? */
function byAge(context: DrilledContext, objective: Objective, way: WayBack, atLeast: boolean): Answer {
  const { loss, after, rpoMs, rtoMs } = objective;
  const given = { objective, evidence: [evidenceOfWay(context, way)] };
  const lostMs = lostData(context, loss, way);
  const lost = `after ${after} ${durationText(lostMs)} of data would be lost`;
  if (rpoMs !== undefined && lostMs > rpoMs) {
    const text = `${lost}, more than the objective of ${durationText(rpoMs)}`;
    const maybe = `${text}, unless there is a newer backup that could not be read`;
    return atLeast
      ? { ...given, kind: 'unknown', why: 'not-read', text: maybe }
      : { ...given, kind: 'missed', how: 'rpo-missed', text };
  }
  const allowed = rpoMs === undefined ? lost : `${lost} (objective: ${durationText(rpoMs)})`;
  if (rtoMs === undefined) return { ...given, kind: 'met', text: allowed };

  const { ms, of } = context.restoreTime;
  if (ms === undefined) {
    const text = `after ${after} it may come back, but no successful restore of it or of its type is known, and the objective is ${durationText(rtoMs)}`;
    return { ...given, kind: 'unknown', why: 'restore-untested', text };
  }
  const took = `the longest of the last tested restores ${of === 'itself' ? 'of it' : 'of its type'} took ${durationText(ms)}`;
  return ms > rtoMs
    ? {
        ...given,
        kind: 'missed',
        how: 'rto-missed',
        text: `${took}, more than the objective of ${durationText(rtoMs)} after ${after}`,
      }
    : { ...given, kind: 'met', text: `${allowed}, and ${took} (objective: ${durationText(rtoMs)})` };
}

/** The time of which data is lost, in milliseconds. What is stopped has not changed since. */
function lostData({ dossier, now }: DrilledContext, loss: Objective['loss'], { newest }: WayBack): number {
  const { resource, nativeBackups } = dossier;
  if (loss.kind === 'late') return Math.max(0, now - loss.foundAfterMs - newest);
  const stopped = descriptorOf(resource).restsWhenStopped ? stoppedSince(resource.state, nativeBackups) : undefined;
  return Math.max(0, (stopped ?? now) - newest);
}

function evidenceOf(context: DrilledContext, survival: Survival): readonly Evidence[] {
  return 'way' in survival ? [evidenceOfWay(context, survival.way)] : [];
}

function evidenceOfWay({ dossier }: DrilledContext, way: WayBack): Evidence {
  return way.kind === 'point' ? evidenceOfPointAt(dossier.recoveryPoints, way.row) : evidenceOfNative(way.native);
}
