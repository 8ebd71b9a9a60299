import { count, formatDuration } from '@backproof/core';
import { markup, number, section, table } from '@backproof/report-html';
import type { VNode } from 'preact';
import type { Audit, TimeToCompliance, TrendEntry } from '../audit.js';
import { SECTIONS } from './contents.js';
import { TrendLine } from './trend-line.js';
import { At } from './words.js';

/** The changes since the period before, and the trends from run to run. */
export function* changes(audit: Audit): Generator<string> {
  yield* section(SECTIONS.changes, <SinceBefore audit={audit} />, pieces());

  function* pieces(): Generator<string> {
    const { trends, timeToCompliance } = audit;
    if (trends.length > 0) {
      const rules = [...new Set(trends.flatMap((entry) => Object.keys(entry.rules)))].sort();
      yield markup(<h3>Share of outcomes that passed</h3>);
      for (const rule of rules) yield markup(<PassedTrend rule={rule} audit={audit} />);
      yield* table<TrendEntry>({
        caption: 'Passed of tested, run by run',
        columns: [
          { title: 'Run', cell: (entry) => <At run={entry} /> },
          ...rules.map((rule) => ({
            title: rule,
            cell: ({ rules: of }: TrendEntry) => {
              const share = of[rule];
              return share === undefined ? 'not judged' : `${number(share.passed)} / ${number(share.tested)}`;
            },
            numeric: true as const,
          })),
        ],
        rows: trends,
        atFirst: 14,
      });
    }
    if (timeToCompliance.length === 0) return;
    yield markup(<h3>Time to compliance</h3>);
    for (const of of timeToCompliance)
      if (of.trend.length > 0) yield markup(<TimeTrend of={of} period={audit.period} />);
    yield* table<TimeToCompliance>({
      caption:
        'From the first run with the failure to the run in which the rule passed; open exceptions are not in the mean',
      columns: [
        { title: 'Rule', cell: ({ ruleId }) => ruleId },
        { title: 'Remedied', cell: ({ closed }) => number(closed), numeric: true },
        {
          title: 'Mean',
          cell: ({ meanMs }) => (meanMs === undefined ? 'none yet' : formatDuration(meanMs)),
          numeric: true,
        },
        { title: 'Open', cell: ({ open }) => number(open), numeric: true },
      ],
      rows: timeToCompliance,
    });
  }
}

function SinceBefore({ audit: { previous, changes: of } }: { readonly audit: Audit }): VNode {
  return (
    <p>
      {previous.runs === 0
        ? `The ledger has no run of ${previous.name}, so all exceptions count as new.`
        : `Compared with ${previous.name} (${count(previous.runs, 'run')}).`}{' '}
      {number(of.new)} new, {number(of.resolved)} ended, {number(of.persisting)} persisting.
    </p>
  );
}

interface RuleTrend {
  readonly rule: string;
  readonly audit: Audit;
}

/** The share of one rule's outcomes that passed, run by run. */
function PassedTrend({ rule, audit: { period, trends, coverage } }: RuleTrend): VNode {
  const points = trends.flatMap(({ at, rules }) => {
    const share = rules[rule];
    return share === undefined || share.tested === 0 ? [] : [{ at, height: share.passed / share.tested }];
  });
  const [from, to] = [points[0], points.at(-1)].map((point) => (point ? `${Math.round(point.height * 100)}%` : 'none'));
  return (
    <TrendLine
      id={`passed-${rule}`}
      label={rule}
      value={`${String(from)} to ${String(to)}`}
      description={`${rule}: ${String(from)} passed in the first run, ${String(to)} in the last; the table has the numbers.`}
      period={period}
      points={points}
      joinedMs={2 * coverage.cadenceMs}
    />
  );
}

/** The time to compliance of one rule, run by run. */
function TimeTrend({
  of: { ruleId, trend },
  period,
}: { readonly of: TimeToCompliance } & Pick<Audit, 'period'>): VNode {
  const longest = Math.max(...trend.map(({ meanMs }) => meanMs));
  return (
    <TrendLine
      id={`time-${ruleId}`}
      label={ruleId}
      value={`up to ${formatDuration(longest)}`}
      description={`${ruleId}: time to compliance of the exceptions that each run closed, ${formatDuration(longest)} at most.`}
      period={period}
      points={trend.map(({ at, meanMs }) => ({ at, height: longest === 0 ? 0 : meanMs / longest }))}
    />
  );
}
