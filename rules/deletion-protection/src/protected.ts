import { ageText } from '@backproof/core';
import type { Verdict } from '@backproof/core';
import type { JudgedContext } from './context.js';
import type { GuardedPoint } from './guarded-points.js';
import { isProtected } from './standing.js';
import { evidenceOn, keptText, pointData } from './words.js';

/** The verdict on a recent recovery point that cannot be deleted early. */
export function judgeProtected(context: JudgedContext, point: GuardedPoint): Verdict {
  const { now, pass } = context;
  const data = { ...pointData(context, point), age: ageText(now - point.dataAt), kept: keptText(context, point) };
  return pass(isProtected(point.standing) ? point.standing : 'locked', data, evidenceOn(context, point));
}
