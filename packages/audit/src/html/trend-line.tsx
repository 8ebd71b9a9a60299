import type { VNode } from 'preact';
import type { AuditedPeriod } from '../audit.js';

const WIDTH = 640;
const HEIGHT = 70;
const CEILING = 12;
const FLOOR = 52;
const MARGIN = 6;

interface TrendLineProps {
  readonly id: string;
  readonly label: string;
  /** The summary at the right. */
  readonly value: string;
  /** The same for screen readers. */
  readonly description: string;
  /** The time on the horizontal axis. */
  readonly period: Pick<AuditedPeriod, 'from' | 'until'>;
  /** Oldest first. `height` is from 0 to 1. */
  readonly points: readonly { readonly at: string; readonly height: number }[];
  /** Points that are further apart are not joined; absent: none is joined. In milliseconds. */
  readonly joinedMs?: number;
}

/** Some points in the time of a period, as a drawing without a script. */
export function TrendLine({ id, label, value, description, period, points, joinedMs }: TrendLineProps): VNode {
  const [from, until] = [Date.parse(period.from), Date.parse(period.until)];
  const placed = points.map(({ at, height }) => ({
    at: Date.parse(at),
    x: (MARGIN + ((Date.parse(at) - from) / (until - from)) * (WIDTH - 2 * MARGIN)).toFixed(1),
    y: (FLOOR - height * (FLOOR - CEILING)).toFixed(1),
  }));
  const lines = placed.map(({ at, x, y }, i) => {
    if (joinedMs === undefined) return `M${x} ${FLOOR}V${y}`;
    const before = placed[i - 1];
    return `${before !== undefined && at - before.at <= joinedMs ? 'L' : 'M'}${x} ${y}`;
  });
  const titleId = `trend-${id.replace(/[^a-z0-9-]/gi, '-')}`;
  return (
    <svg class="lines" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-labelledby={titleId}>
      <title id={titleId}>{description}</title>
      <path class="frame" d={`M0 ${FLOOR}H${WIDTH}M0 ${CEILING}H${WIDTH}`} />
      <path class={joinedMs === undefined ? 'stem' : 'line'} d={lines.join('')} />
      {placed.map(({ x, y }) => (
        <circle class="dot" cx={x} cy={y} r="2.5" />
      ))}
      <text x="0" y={HEIGHT - 4}>
        {label}
      </text>
      <text x={WIDTH} y={HEIGHT - 4} text-anchor="end">
        {value}
      </text>
    </svg>
  );
}
