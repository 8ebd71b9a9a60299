import { CALENDAR_DAYS, CALENDAR_GRADES, DAY, decodeCalendar } from '@backproof/core';
import type { CalendarGrade, CalendarRun, Instant } from '@backproof/core';
import { scaleUtc } from 'd3-scale';
import { utcFormat } from 'd3-time-format';
import type { VNode } from 'preact';

/** Longer-lived points stand taller, so that no colour is needed to distinguish them. */
const HEIGHTS: Readonly<Record<Exclude<CalendarGrade, 'none'>, number>> = {
  unusable: 5,
  days: 9,
  months: 16,
  years: 23,
};
const FLOOR = 24;
const WINDOW_TOP = 26;
const STRIP_HEIGHT = 30;

interface StripProps {
  /** As a run holds it. */
  readonly calendar: string;
  readonly now: Instant;
  /** The same in words. */
  readonly label: string;
}

/** A year of one resource's recovery points, a day a column. */
export function CalendarStrip({ calendar, now, label }: StripProps): VNode {
  const runs = placedRuns(decodeCalendar(calendar));
  const months = monthStarts(now).map(({ x }) => `M${x} 0v${FLOOR}`);
  return (
    <svg class="strip" viewBox={`0 0 ${CALENDAR_DAYS} ${STRIP_HEIGHT}`} preserveAspectRatio="none" role="img">
      <title>{label}</title>
      <path class="grid" d={`M0 ${FLOOR}h${CALENDAR_DAYS}${months.join('')}`} />
      {CALENDAR_GRADES.map((grade) => grade !== 'none' && <path class={grade} d={columns(runs, grade)} />)}
      <path class="continuous" d={windows(runs)} />
    </svg>
  );
}

/** The months above the strips. */
export function CalendarAxis({ now }: { readonly now: Instant }): VNode {
  return (
    <svg class="axis" viewBox={`0 0 ${CALENDAR_DAYS} 10`} aria-hidden="true" focusable="false">
      {monthStarts(now).map(({ x, name }) => (
        <text x={x} y="8">
          {name}
        </text>
      ))}
    </svg>
  );
}

const monthName = utcFormat('%b');

/** The months that begin in the calendar, and on which of its days. */
function monthStarts(now: Instant): readonly { readonly x: number; readonly name: string }[] {
  const end = (Math.floor(now / DAY) + 1) * DAY;
  const days = scaleUtc([end - CALENDAR_DAYS * DAY, end], [0, CALENDAR_DAYS]);
  return days.ticks(12).map((month) => ({ x: Math.round(days(month)), name: monthName(month) }));
}

interface PlacedRun extends CalendarRun {
  readonly start: number;
}

function placedRuns(runs: readonly CalendarRun[]): readonly PlacedRun[] {
  let start = 0;
  return runs.map((run) => {
    const placed = { ...run, start };
    start += run.days;
    return placed;
  });
}

function columns(runs: readonly PlacedRun[], grade: Exclude<CalendarGrade, 'none'>): string {
  const height = HEIGHTS[grade];
  return runs
    .filter((run) => run.grade === grade)
    .map(({ start, days }) => `M${start} ${FLOOR}v-${height}h${days}v${height}z`)
    .join('');
}

function windows(runs: readonly PlacedRun[]): string {
  const height = STRIP_HEIGHT - WINDOW_TOP;
  return runs
    .filter(({ continuous }) => continuous)
    .map(({ start, days }) => `M${start} ${WINDOW_TOP}h${days}v${height}h-${days}z`)
    .join('');
}
