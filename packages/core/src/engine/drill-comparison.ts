import type { Instant } from '../model/instant.js';
import type { Resource } from '../model/resource.js';
import type { Survival } from '../semantics/survival/index.js';
import type { DrilledResource } from './survival-finder.js';

/** A resource that came back after a loss earlier, and of which that is no longer so, or no longer known. */
export interface NoLongerSurvives {
  readonly resource: Resource;
  /** The loss, by its place among those that were asked about. */
  readonly loss: number;
  readonly was: Extract<Survival, { readonly status: 'survives' }>;
  readonly now: Exclude<Survival, { readonly status: 'survives' }>;
}

/** The survivals that an earlier drill of the same losses found and a later one does not. */
export interface DrillComparison {
  /** The moment of the loss in the earlier one. */
  readonly before: Instant;
  /** In order: lost, follows only, at risk, unknown; then by ARN and loss. */
  readonly noLonger: readonly NoLongerSurvives[];
  /** Resources that came back after a loss earlier, and are not in the later drill. */
  readonly absent: number;
  /** Resources of the later drill that the earlier one did not have, or of which it did not know what would come back. */
  readonly notCompared: number;
}

/** Compares a drill with an earlier one of the same losses. */
export function compareDrills(
  earlier: { readonly now: Instant; readonly drilled: Iterable<DrilledResource> },
  later: readonly DrilledResource[],
): DrillComparison {
  const before = new Map<string, DrilledResource['survivals']>();
  for (const { resource, survivals } of earlier.drilled) before.set(resource.arn, survivals);
  const noLonger = later.flatMap(({ resource, survivals }) =>
    survivals.flatMap((now, loss): NoLongerSurvives[] => {
      const was = before.get(resource.arn)?.[loss];
      if (was?.status !== 'survives' || now === undefined || now.status === 'survives') return [];
      return [{ resource, loss, was, now }];
    }),
  );
  const remaining = new Set(later.map(({ resource }) => resource.arn));
  const isKnownBefore = (arn: string): boolean => before.get(arn)?.every((was) => was?.status !== 'unknown') ?? false;
  return {
    before: earlier.now,
    noLonger: noLonger.sort(byHarm),
    absent: [...before].filter(
      ([arn, survivals]) => !remaining.has(arn) && survivals.some((was) => was?.status === 'survives'),
    ).length,
    notCompared: later.filter(({ resource }) => !isKnownBefore(resource.arn)).length,
  };
}

const HARM: readonly NoLongerSurvives['now']['status'][] = ['lost', 'follows', 'at-risk', 'unknown'];

function byHarm(a: NoLongerSurvives, b: NoLongerSurvives): number {
  const difference = HARM.indexOf(a.now.status) - HARM.indexOf(b.now.status);
  if (difference !== 0) return difference;
  return a.resource.arn === b.resource.arn ? a.loss - b.loss : a.resource.arn < b.resource.arn ? -1 : 1;
}
