import { ageText, groupBy } from '@backproof/core';
import type { Verdict } from '@backproof/core';
import type { JudgedContext } from './context.js';
import { judgeDoubt } from './doubt.js';
import type { GuardedPoint } from './guarded-points.js';
import { isDoubtful, isProtected } from './standing.js';
import { judgeUnseenCopy } from './unseen-copy.js';
import { evidenceOn, pointData } from './words.js';

/** The verdict on all points, of which the newest protected one is recent. */
export function judgeAll(context: JudgedContext, newest: GuardedPoint, points: readonly GuardedPoint[]): Verdict {
  const { dossier, now, pass, unknown } = context;
  const open = judgeOpenMoments(context, points);
  if (open !== undefined) return open;
  const { resource, unread } = dossier;
  const evidence = evidenceOn(context, newest);
  // Copy jobs say in which vaults there may be more.
  if (unread.includes('recoveryPoints') || unread.includes('copyJobs'))
    return unknown('points-unread', { name: resource.name }, evidence);
  const data = { ...pointData(context, newest), age: ageText(now - newest.dataAt), count: momentsOf(points).length };
  return pass('all-protected', data, evidence);
}

/** The verdict where a moment has no protected point, or may have none. Undefined: each has one. */
export function judgeOpenMoments(context: JudgedContext, points: readonly GuardedPoint[]): Verdict | undefined {
  const moments = momentsOf(points);
  const open = moments.filter((each) => !each.some(({ standing }) => isProtected(standing)));
  const [failing] = open.find((each) => !each.some(({ standing }) => isDoubtful(standing))) ?? [];
  if (failing === undefined) {
    const doubtful = open.flat().find(({ standing }) => isDoubtful(standing));
    return doubtful && judgeDoubt(context, doubtful);
  }
  const evidence = evidenceOn(context, failing);
  const count = moments.length;
  const data = { ...pointData(context, failing), count, protected: count - open.length };
  return judgeUnseenCopy(context, evidence) ?? context.fail('some-unprotected', data, evidence);
}

/** The points by the moment that they restore, the newest first. Copies are of the moment of their source. */
function momentsOf(points: readonly GuardedPoint[]): readonly (readonly GuardedPoint[])[] {
  return [...groupBy(points, ({ dataAt }) => String(dataAt)).values()];
}
