import { collect } from '@backproof/aws';
import type { CollectOptions } from '@backproof/aws';
import { HOUR, pointsHorizon, pointsToReadFurther, withFurtherPoints } from '@backproof/core';
import type { ActiveRule, Inventory, JudgeRequest } from '@backproof/core';

/** Added to the time that the rules say, as the clocks of AWS and of this machine are not the same. */
const MARGIN = HOUR;

/**
 * Reads an estate as `collect` does, but recovery points that were created before the time that the rules say only of
 * resources that later ones do not decide. All are read if a rule needs all.
 *
 * @param judging - what the rules judge by, once this inventory was read
 */
export async function collectYoungPointsFirst(
  options: CollectOptions,
  rules: readonly ActiveRule[],
  judging: (first: Inventory) => JudgeRequest,
): Promise<Inventory> {
  const { takenAt, spool } = options;
  const horizon = pointsHorizon(rules);
  if (horizon === undefined) return collect(options);
  const first = await collect({ ...options, points: { createdAfter: takenAt - horizon - MARGIN } });
  const further = pointsToReadFurther(judging(first));
  if (further.size === 0) return first;
  // The calls that led to the scopes were counted by the first reading.
  const scopes = options.scopes.map(({ calls: _, ...access }) => access);
  const populations = new Set(['recoveryPoints'] as const);
  const more = await collect({ ...options, scopes, populations, inventorySource: 'services', points: { further } });
  return withFurtherPoints(first, more, further, spool);
}
