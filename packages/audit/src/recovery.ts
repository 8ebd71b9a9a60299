import { compare, DAY, groupBy } from '@backproof/core';
import type { Tally } from '@backproof/core';
import type { AuditedRestore } from './audited-restore.js';
import { isRestorable } from './population.js';
import type { AuditedPopulation } from './population.js';
import type { RecordedRun } from './recorded-run.js';
import { iso, runRef } from './run-ref.js';
import type { RunRef } from './run-ref.js';

/** The results of the rule recovery-objectives in one run: how many resources would come back in time, and how fresh. */
export interface ObjectivesAtRun extends RunRef {
  readonly tally: Tally;
}

/** The completed restores of one type that began in one month, UTC. */
export interface RestoreTimes {
  /** `2026-07`. */
  readonly month: string;
  /** The type of the restored resource; `unknown` where the population does not have it. */
  readonly type: string;
  readonly restores: number;
  /** The different resources that were restored. */
  readonly resources: number;
  readonly medianMs: number;
  readonly longestMs: number;
}

/** The judged resources of the closing run of one type, by their last completed restore before the end of the period. */
export interface RestoreCoverage {
  readonly type: string;
  readonly judged: number;
  /** Within the year before the end of the period. */
  readonly withinYear: number;
  readonly earlier: number;
  /** The ledger knows none since it began. */
  readonly never: number;
}

/** The recovery of the period: objectives, restore times, and the coverage by restores over a year. */
export interface AuditedRecovery {
  /** Oldest first; runs without the rule are left out. */
  readonly objectives: readonly ObjectivesAtRun[];
  /** Ordered by type and month. */
  readonly times: readonly RestoreTimes[];
  /** The beginning of the year that `coverage` looks at. */
  readonly yearFrom: string;
  /** Ordered by type. */
  readonly coverage: readonly RestoreCoverage[];
}

const OBJECTIVES = 'recovery-objectives';
const YEAR = 365 * DAY;

/** @param until the end of the period */
export function auditedRecovery(
  runs: readonly RecordedRun[],
  { resources }: AuditedPopulation,
  restores: readonly AuditedRestore[],
  until: number,
): AuditedRecovery {
  const typeOf = new Map(resources.map(({ arn, type }) => [arn, type]));
  const yearFrom = iso(until - YEAR);
  const judged = resources.filter((resource) => resource.closing === 'judged' && isRestorable(resource));
  return {
    objectives: runs.flatMap((run) => {
      const rule = run.header.rules.find(({ id }) => id === OBJECTIVES);
      return rule === undefined ? [] : [{ ...runRef(run), tally: rule.tally }];
    }),
    times: restoreTimes(restores, typeOf),
    yearFrom,
    coverage: [...groupBy(judged, ({ type }) => type)]
      .map(([type, its]): RestoreCoverage => {
        const withinYear = its.filter(({ lastRestored = '' }) => lastRestored >= yearFrom).length;
        const never = its.filter(({ lastRestored }) => lastRestored === undefined).length;
        return { type, judged: its.length, withinYear, earlier: its.length - withinYear - never, never };
      })
      .sort((a, b) => compare(a.type, b.type)),
  };
}

function restoreTimes(
  restores: readonly AuditedRestore[],
  typeOf: ReadonlyMap<string, string>,
): readonly RestoreTimes[] {
  const timed = restores.flatMap(({ resourceArn = '', startedAt, status, tookMs }) =>
    status === 'COMPLETED' && tookMs !== undefined
      ? [{ arn: resourceArn, month: startedAt.slice(0, 7), type: typeOf.get(resourceArn) ?? 'unknown', tookMs }]
      : [],
  );
  return [...groupBy(timed, ({ month, type }) => `${type} ${month}`).values()]
    .flatMap((together): readonly RestoreTimes[] => {
      const [first] = together;
      if (first === undefined) return [];
      const sorted = together.map(({ tookMs }) => tookMs).sort((a, b) => a - b);
      return [
        {
          ...{ month: first.month, type: first.type, restores: together.length },
          resources: new Set(together.map(({ arn }) => arn)).size,
          medianMs: median(sorted),
          longestMs: sorted.at(-1) ?? 0,
        },
      ];
    })
    .sort((a, b) => compare(a.type, b.type) || compare(a.month, b.month));
}

/** @param sorted some numbers, the least first */
function median(sorted: readonly number[]): number {
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : Math.round(((sorted[middle - 1] ?? 0) + upper) / 2);
}
