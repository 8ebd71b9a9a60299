import { ageText } from '@backproof/core';
import type { Verdict } from '@backproof/core';
import type { JudgedContext } from './context.js';
import type { GuardedPoint } from './guarded-points.js';
import { lockOfPoint, passByLock } from './locked-snapshot.js';
import { isProtected } from './standing.js';
import { evidenceOn, keptText, pointData } from './words.js';

/** The verdict on a recent recovery point that cannot be deleted early. */
export function judgeProtected(context: JudgedContext, point: GuardedPoint): Verdict {
  const { now, pass } = context;
  const { standing } = point;
  const lock = lockOfPoint(context, point.row);
  if (lock !== undefined) return passByLock(context, lock, evidenceOn(context, point));
  const data = { ...pointData(context, point), age: ageText(now - point.dataAt), kept: keptText(context, point) };
  return pass(
    isProtected(standing) && standing !== 'snapshot-locked' ? standing : 'locked',
    data,
    evidenceOn(context, point),
  );
}
