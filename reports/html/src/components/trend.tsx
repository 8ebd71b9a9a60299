import type { TallyKind } from '@backproof/core';
import { scaleLinear, scaleUtc } from 'd3-scale';
import { area, stack } from 'd3-shape';
import type { SeriesPoint } from 'd3-shape';
import { utcFormat } from 'd3-time-format';
import type { VNode } from 'preact';
import { KIND_WORDS } from '../words.js';

/** The outcomes of one run, in numbers. */
export interface TrendPoint {
  /** The time of the evaluation, ISO 8601. */
  readonly now: string;
  readonly tally: Readonly<Record<TallyKind, number>>;
}

const WIDTH = 640;
const HEIGHT = 150;
const FLOOR = HEIGHT - 22;
/** From the floor up; outcomes that are not applicable are left out. */
const STACKED = ['pass', 'waived', 'baseline', 'unknown', 'open'] as const satisfies readonly TallyKind[];

const dayName = utcFormat('%Y-%m-%d');

/** The shares of the outcomes from run to run, oldest first. */
export function Trend({ points }: { readonly points: readonly TrendPoint[] }): VNode {
  const times = points.map(({ now }) => Date.parse(now));
  const x = scaleUtc([Math.min(...times), Math.max(...times)], [0, WIDTH]);
  const y = scaleLinear([0, 1], [FLOOR, 4]);
  const series = stack<TrendPoint, (typeof STACKED)[number]>()
    .keys(STACKED)
    .value(
      ({ tally }, kind) =>
        tally[kind] /
        Math.max(
          1,
          STACKED.reduce((sum, each) => sum + tally[each], 0),
        ),
    )(points);
  const band = area<SeriesPoint<TrendPoint>>()
    .x(({ data }) => x(Date.parse(data.now)))
    .y0(([bottom]) => y(bottom))
    .y1(([, top]) => y(top))
    .digits(1);
  return (
    <svg class="trend" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-labelledby="trend-title">
      <title id="trend-title">{`Shares of ${STACKED.map((kind) => KIND_WORDS[kind].word).join(', ')} over ${points.length} runs; the table below has the numbers.`}</title>
      {series.map((layer) => (
        <path class={layer.key} d={band(layer) ?? ''} />
      ))}
      <text x="0" y={HEIGHT - 6}>
        {dayName(x.domain()[0] ?? new Date(0))}
      </text>
      <text x={WIDTH} y={HEIGHT - 6} text-anchor="end">
        {dayName(x.domain()[1] ?? new Date(0))}
      </text>
    </svg>
  );
}
