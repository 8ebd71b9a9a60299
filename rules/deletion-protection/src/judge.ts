import { capabilityOf, stoppedSince } from '@backproof/core';
import type { Verdict } from '@backproof/core';
import type { Context, JudgedContext } from './context.js';
import { judgeAll } from './every-moment.js';
import { guardedPoints } from './guarded-points.js';
import type { GuardedPoint } from './guarded-points.js';
import { judgeProtected } from './protected.js';
import { isProtected } from './standing.js';
import { judgeUnprotected } from './unprotected.js';

/** Judges a resource: is there a recent recovery point that cannot be deleted early? */
export function judge(context: Context): Verdict {
  const { dossier, prepared, now, notApplicable } = context;
  const { resource, regionSettings, nativeBackups, recoveryPoints } = dossier;
  const { name } = resource;
  const capability = capabilityOf(resource, regionSettings);
  if (!capability.supported) return notApplicable(capability.reason, { name });
  const oldestAllowed = (stoppedSince(resource.state, nativeBackups) ?? now) - prepared.maxAgeMs;
  const judged: JudgedContext = { ...context, capability, oldestAllowed };
  if (recoveryPoints.count === 0 && isNew(judged)) return notApplicable('too-new', { name });

  const points: GuardedPoint[] = [];
  for (const point of guardedPoints(judged)) {
    points.push(point);
    const isRecent = point.dataAt >= oldestAllowed;
    if (isRecent && isProtected(point.standing) && context.options.points === 'newest') {
      return judgeProtected(judged, point);
    }
  }
  const recent = points.find(({ standing, dataAt }) => isProtected(standing) && dataAt >= oldestAllowed);
  return recent === undefined ? judgeUnprotected(judged, points) : judgeAll(judged, recent, points);
}

/** A resource without any recovery point, so far as all could be read, may still wait for its first one. */
function isNew({ dossier, oldestAllowed }: JudgedContext): boolean {
  const { resource, evidenceFrom = -Infinity, unread } = dossier;
  const since = Math.max(resource.createdAt ?? -Infinity, evidenceFrom);
  return since > oldestAllowed && !unread.includes('recoveryPoints');
}
