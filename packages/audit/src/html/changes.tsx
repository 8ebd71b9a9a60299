import { formatDuration } from '@backproof/core';
import { markup, number, section, table } from '@backproof/report-html';
import type { VNode } from 'preact';
import type { Audit, TrendEntry } from '../audit.js';
import { SECTIONS } from './contents.js';
import { At } from './words.js';

/** What changed since the period before, and how the runs went. */
export function* changes(audit: Audit): Generator<string> {
  yield* section(SECTIONS.changes, <SinceBefore audit={audit} />, pieces());

  function* pieces(): Generator<string> {
    const { trends, timeToCompliance, coverage } = audit;
    if (trends.length > 0) {
      const rules = [...new Set(trends.flatMap((entry) => Object.keys(entry.rules)))].sort();
      yield markup(<h3>Share of outcomes that passed</h3>);
      for (const rule of rules) yield markup(<Line rule={rule} trends={trends} cadenceMs={coverage.cadenceMs} />);
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
    yield* table<Audit['timeToCompliance'][number]>({
      caption: 'From first sight to the run that saw it met; what is open still is not in the mean',
      columns: [
        { title: 'Rule', cell: ({ ruleId }) => ruleId },
        { title: 'Remedied', cell: ({ closed }) => number(closed), numeric: true },
        {
          title: 'Mean',
          cell: ({ meanMs }) => (meanMs === undefined ? 'none yet' : formatDuration(meanMs)),
          numeric: true,
        },
        { title: 'Not ended', cell: ({ open }) => number(open), numeric: true },
      ],
      rows: timeToCompliance,
    });
  }
}

function SinceBefore({ audit: { previous, changes: of } }: { readonly audit: Audit }): VNode {
  return (
    <p>
      {previous.runs === 0
        ? `The ledger has no run of ${previous.name}: what was open then cannot be told, and all exceptions count as new.`
        : `Compared with ${previous.name}, of which there are ${number(previous.runs)} runs.`}{' '}
      {number(of.new)} new, {number(of.resolved)} ended, {number(of.persisting)} persisting.
    </p>
  );
}

const WIDTH = 640;
const HEIGHT = 70;
const FLOOR = 52;

interface LineProps {
  readonly rule: string;
  readonly trends: readonly TrendEntry[];
  readonly cadenceMs: number;
}

/** The share of one rule, run by run. Where runs are further apart than they should be, no line joins them. */
function Line({ rule, trends, cadenceMs }: LineProps): VNode {
  const points = trends.flatMap(({ at, rules }) => {
    const share = rules[rule];
    return share === undefined || share.tested === 0
      ? []
      : [{ at: Date.parse(at), share: share.passed / share.tested }];
  });
  const first = points[0]?.at ?? 0;
  const time = Math.max(1, (points.at(-1)?.at ?? 0) - first);
  const placed = points.map(({ at, share }) => ({
    at,
    x: 6 + ((at - first) / time) * (WIDTH - 12),
    y: FLOOR - share * 40,
  }));
  const path = placed
    .map(({ at, x, y }, i) => {
      const before = placed[i - 1];
      const isJoined = before !== undefined && at - before.at <= 2 * cadenceMs;
      return `${isJoined ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}`;
    })
    .join('');
  const [from, to] = [points[0], points.at(-1)].map((point) => (point ? `${Math.round(point.share * 100)}%` : 'none'));
  const id = `line-${rule.replace(/[^a-z0-9-]/gi, '-')}`;
  return (
    <svg class="lines" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-labelledby={id}>
      <title
        id={id}
      >{`${rule}: ${String(from)} passed in the first run, ${String(to)} in the last; the table has the numbers.`}</title>
      <path class="frame" d={`M0 ${FLOOR}H${WIDTH}M0 12H${WIDTH}`} />
      <path class="line" d={path} />
      {placed.map(({ x, y }) => (
        <circle class="dot" cx={x.toFixed(1)} cy={y.toFixed(1)} r="2.5" />
      ))}
      <text x="0" y={HEIGHT - 4}>
        {rule}
      </text>
      <text x={WIDTH} y={HEIGHT - 4} text-anchor="end">
        {`${String(from)} to ${String(to)}`}
      </text>
    </svg>
  );
}
