import { HOUR, pointsHorizon, pointsToReadFurther, recoveryPointTable, withFurtherPoints } from '@backproof/core';
import type { ActiveRule, Instant, Inventory, RecoveryPoint } from '@backproof/core';

/**
 * An inventory as a scan for one rule reads it that does not look for leftovers: older recovery points only of resources
 * that younger ones do not decide. The same inventory if the rule needs all of them.
 */
export function readYoungFirst(whole: Inventory, active: ActiveRule, now: Instant): Inventory {
  const horizon = pointsHorizon([active]);
  if (horizon === undefined) return whole;
  const createdAfter = now - horizon - HOUR;
  const pointsThat = (isWanted: (point: RecoveryPoint) => boolean) =>
    recoveryPointTable([...whole.recoveryPoints].filter(isWanted));
  const first: Inventory = {
    ...whole,
    recoveryPoints: pointsThat(({ createdAt }) => createdAt > createdAfter),
    populations: whole.populations.map((each) => (each.kind === 'recoveryPoints' ? { ...each, createdAfter } : each)),
  };
  const further = pointsToReadFurther({ inventory: first, rules: [active], now });
  const more: Inventory = {
    ...whole,
    recoveryPoints: pointsThat(({ vaultArn, resourceArn }) => {
      const wanted = further.get(vaultArn);
      return wanted === 'all' || wanted?.includes(resourceArn) === true;
    }),
    populations: whole.populations.filter(({ kind, of = '' }) => kind === 'recoveryPoints' && further.has(of)),
    calls: [],
  };
  return withFurtherPoints(first, more, further);
}
