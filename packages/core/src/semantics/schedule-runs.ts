import type { BackupRule } from '../model/backup-plan.js';
import type { Instant } from '../model/instant.js';
import { parseSchedule, runsFrom } from './schedule.js';
import type { Schedule } from './schedule.js';

/** The first runs after an instant; fewer than `count` if the schedule ends before. */
export function nextRuns(schedule: Schedule, after: Instant, count: number): Instant[] {
  const runs: Instant[] = [];
  if (count < 1) return runs;
  for (const run of runsFrom(schedule, after + 1)) {
    if (runs.push(run) === count) break;
  }
  return runs;
}

/** The runs from `from` on and before `to`. */
export function runsBetween(schedule: Schedule, from: Instant, to: Instant): Instant[] {
  const runs: Instant[] = [];
  for (const run of runsFrom(schedule, from)) {
    if (run >= to) break;
    runs.push(run);
  }
  return runs;
}

/** The schedule of a rule of a plan, as it stands there. */
type RuleSchedule = Pick<BackupRule, 'scheduleExpression' | 'timezone'>;

/** The first run of a rule after an instant. Undefined: it has none, or its schedule is invalid. */
export function nextRunOf({ scheduleExpression, timezone }: RuleSchedule, after: Instant): Instant | undefined {
  const schedule = parseSchedule(scheduleExpression, timezone);
  return schedule.kind === 'problem' ? undefined : nextRuns(schedule, after, 1)[0];
}

/** The last run of a rule from `from` on and before `to`. Undefined: it has none, or its schedule is invalid. */
export function lastRunOf(
  { scheduleExpression, timezone }: RuleSchedule,
  from: Instant,
  to: Instant,
): Instant | undefined {
  const schedule = parseSchedule(scheduleExpression, timezone);
  return schedule.kind === 'problem' ? undefined : runsBetween(schedule, from, to).at(-1);
}

/** No run is left: its years are over, its days do not exist (30 February), or no clock ever shows its time on them. */
export function neverFires(schedule: Schedule, from: Instant): boolean {
  return nextRuns(schedule, from - 1, 1).length === 0;
}

/** The longest time between an instant and the next, in milliseconds, of instants in order; 0 if there are not two. */
export function largestGapMs(instants: readonly Instant[]): number {
  return instants.reduce((largest, instant, index) => Math.max(largest, instant - (instants[index - 1] ?? instant)), 0);
}

/**
 * The longest time that the schedule leaves without a run, in milliseconds, counted from each of its runs in the
 * horizon to the next, wherever that is. Infinity if a run in the horizon is the last, or if there is none.
 */
export function largestScheduledGapMs(schedule: Schedule, from: Instant, to: Instant): number {
  const runs = runsBetween(schedule, from, to);
  const last = runs.at(-1);
  const [next] = last === undefined ? [] : nextRuns(schedule, last, 1);
  return next === undefined ? Infinity : largestGapMs([...runs, next]);
}
