import { DAY, durationText, evidenceOfNative, nativeBackupName, overLimitText } from '@backproof/core';
import type { Verdict } from '@backproof/core';
import type { JudgedContext } from './context.js';
import { judgeDoubt } from './doubt.js';
import { judgeOpenMoments } from './every-moment.js';
import type { GuardedPoint } from './guarded-points.js';
import { judgeLockedSnapshot } from './locked-snapshot.js';
import { isDoubtful, isProtected, WEAKNESSES } from './standing.js';
import type { Standing } from './standing.js';
import { judgeUnseenCopy } from './unseen-copy.js';
import { evidenceOn, pointData } from './words.js';

/** The verdict on a resource without a recent protected point. */
export function judgeUnprotected(context: JudgedContext, points: readonly GuardedPoint[]): Verdict {
  const byLock = judgeLockedSnapshot(context);
  if (byLock?.status === 'pass') return byLock;
  const { oldestAllowed } = context;
  const recent = points.filter(({ dataAt }) => dataAt >= oldestAllowed);
  const doubtful = recent.find(({ standing }) => isDoubtful(standing));
  if (doubtful !== undefined) {
    const open = context.options.points === 'all' ? judgeOpenMoments(context, points) : undefined;
    return open ?? judgeDoubt(context, doubtful);
  }
  const [newest] = points;
  const unseen = judgeUnseenCopy(context, newest === undefined ? [] : evidenceOn(context, newest));
  if (unseen !== undefined) return unseen;
  if (byLock !== undefined) return byLock;
  if (newest === undefined) return judgeNone(context);
  const weakest = (standing: Standing): number => WEAKNESSES.findIndex((each) => each === standing);
  const [closest] = recent.toSorted((a, b) => weakest(a.standing) - weakest(b.standing));
  if (closest === undefined) return judgeOld(context, 'too-old', newest);
  const old = points.find(({ standing }) => isProtected(standing));
  const isWorse = old !== undefined && closest.standing === 'unlocked';
  return isWorse ? judgeOld(context, 'protected-too-old', old) : judgeWeak(context, closest);
}

function judgeWeak(context: JudgedContext, point: GuardedPoint): Verdict {
  const { fail, prepared } = context;
  const data = pointData(context, point);
  const evidence = evidenceOn(context, point);
  const { lock } = point.guard?.vault ?? {};
  const { standing } = point;
  if (standing === 'lock-too-short') {
    const minimum = durationText((lock?.minRetentionDays ?? 0) * DAY);
    return fail(standing, { ...data, minimum, required: durationText(prepared.minRetentionMs) }, evidence);
  }
  if (standing === 'grace-time') {
    return fail(standing, { ...data, lockDate: new Date(lock?.immutableFrom ?? 0) }, evidence);
  }
  return isProtected(standing) || isDoubtful(standing) ? judgeDoubt(context, point) : fail(standing, data, evidence);
}

function judgeOld(context: JudgedContext, id: 'too-old' | 'protected-too-old', point: GuardedPoint): Verdict {
  const { fail, now, prepared } = context;
  const allowed = durationText(prepared.maxAgeMs);
  const age = overLimitText(now - point.dataAt, prepared.maxAgeMs);
  return fail(id, { ...pointData(context, point), age, allowed }, evidenceOn(context, point));
}

function judgeNone({ dossier, fail }: JudgedContext): Verdict {
  const { name, accountId: account } = dossier.resource;
  const natives = dossier.nativeBackups.filter(({ enabled }) => enabled);
  if (natives.length === 0) return fail('nothing-protected', { name });
  const kinds = [...new Set(natives.map(nativeBackupName))].join(', ');
  return fail('native-only', { name, kinds, account }, natives.map(evidenceOfNative));
}
