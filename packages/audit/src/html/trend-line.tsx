import type { VNode } from 'preact';

const WIDTH = 640;
const HEIGHT = 70;
const CEILING = 12;
const FLOOR = 52;
const MARGIN = 6;

interface TrendLineProps {
  readonly id: string;
  readonly label: string;
  /** What it comes to, at the right. */
  readonly told: string;
  /** The same for who does not see it. */
  readonly description: string;
  /** Oldest first. `height` is from 0 to 1. */
  readonly points: readonly { readonly at: string; readonly height: number }[];
  /** Points that are further apart are not joined; absent: none are. In milliseconds. */
  readonly joinedMs?: number;
}

/** Some points in the order of time, as a drawing without a script. */
export function TrendLine({ id, label, told, description, points, joinedMs = -1 }: TrendLineProps): VNode {
  const times = points.map(({ at }) => Date.parse(at));
  const first = times[0] ?? 0;
  const time = Math.max(1, (times.at(-1) ?? 0) - first);
  const placed = points.map(({ height }, i) => {
    const at = times[i] ?? first;
    return {
      at,
      x: (MARGIN + ((at - first) / time) * (WIDTH - 2 * MARGIN)).toFixed(1),
      y: (FLOOR - height * (FLOOR - CEILING)).toFixed(1),
    };
  });
  const path = placed.map(({ at, x, y }, i) => {
    const before = placed[i - 1];
    return `${before !== undefined && at - before.at <= joinedMs ? 'L' : 'M'}${x} ${y}`;
  });
  const titleId = `trend-${id.replace(/[^a-z0-9-]/gi, '-')}`;
  return (
    <svg class="lines" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-labelledby={titleId}>
      <title id={titleId}>{description}</title>
      <path class="frame" d={`M0 ${FLOOR}H${WIDTH}M0 ${CEILING}H${WIDTH}`} />
      <path class="line" d={path.join('')} />
      {placed.map(({ x, y }) => (
        <circle class="dot" cx={x} cy={y} r="2.5" />
      ))}
      <text x="0" y={HEIGHT - 4}>
        {label}
      </text>
      <text x={WIDTH} y={HEIGHT - 4} text-anchor="end">
        {told}
      </text>
    </svg>
  );
}
