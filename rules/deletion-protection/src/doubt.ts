import type { Verdict } from '@backproof/core';
import type { JudgedContext } from './context.js';
import type { GuardedPoint } from './guarded-points.js';
import { isDoubtful } from './standing.js';
import { evidenceOn, pointData } from './words.js';

/** The verdict where it is not known whether somebody can delete a point. */
export function judgeDoubt(context: JudgedContext, point: GuardedPoint): Verdict {
  const id = isDoubtful(point.standing) ? point.standing : 'policy-unread';
  return context.unknown(id, pointData(context, point), evidenceOn(context, point));
}
