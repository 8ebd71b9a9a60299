import { Cron } from 'croner';
import { DAY, HOUR, MINUTE } from '../model/instant.js';
import type { Instant } from '../model/instant.js';
import { remembered } from '../model/remembered.js';
import { parseCronFields } from './cron.js';
import type { CronFields } from './cron.js';
import { instantsOfDay, timeZoneOffsets } from './schedule-zone.js';
import type { OffsetAt } from './schedule-zone.js';

/** When a rule of a backup plan runs. */
export interface Schedule {
  readonly kind: 'schedule';
  /** As AWS gave it. */
  readonly expression: string;
  readonly timezone: string;
  /** Times of day on the clocks of the zone, in milliseconds since midnight, ascending. */
  readonly timesOfDay: readonly number[];
  /** The first day on or after a day on which it runs; undefined if it never does again. Days are midnights, as if in UTC. */
  readonly dayFrom: (day: Instant) => Instant | undefined;
  readonly offsetAt: OffsetAt;
}

/** An expression that AWS Backup does not accept. */
export interface ScheduleProblem {
  readonly kind: 'problem';
  /** One clause: the expression, what is wrong, what AWS accepts. */
  readonly message: string;
}

/**
 * Reads the schedule of a backup rule: AWS cron, bare or in `cron(...)`, on the clocks of an IANA time zone.
 * `rate(...)` and `at(...)` are problems: AWS Backup documents cron expressions only.
 * @source API BackupRule, ScheduleExpression and ScheduleExpressionTimezone
 */
export function parseSchedule(expression: string, timezone: string): Schedule | ScheduleProblem {
  return schedulesOf(timezone)(expression);
}

/** Hundreds of plans share a few schedules, and working one out takes as long as judging many resources. */
const schedulesOf = remembered((timezone: string) => {
  const offsetAt = timeZoneOffsets(timezone);
  return remembered((expression: string) => readSchedule(expression, timezone, offsetAt));
});

function readSchedule(
  expression: string,
  timezone: string,
  offsetAt: OffsetAt | undefined,
): Schedule | ScheduleProblem {
  const problem = (fault: string): ScheduleProblem => ({
    kind: 'problem',
    message: `schedule "${expression}" ${fault}`,
  });
  const { type = 'cron', body = expression } =
    /^(?<type>\w+)\((?<body>[^()]*)\)$/.exec(expression.trim())?.groups ?? {};
  if (type !== 'cron') {
    return problem(`uses ${type}(...), but AWS Backup accepts only cron expressions, such as cron(0 5 ? * * *)`);
  }
  const fields = parseCronFields(body);
  if (typeof fields === 'string') return problem(fields);
  if (!offsetAt) return problem(`is in time zone "${timezone}", which is not an IANA name such as Europe/Berlin`);
  const timesOfDay = fields.hours.flatMap((hour) => fields.minutes.map((minute) => hour * HOUR + minute * MINUTE));
  return { kind: 'schedule', expression, timezone, timesOfDay, dayFrom: calendar(fields.days), offsetAt };
}

/** The days of a few years, for which plans are examined. */
const DAYS_REMEMBERED = 2000;

/** AWS cron ends with the year 2199. @source EventBridge User Guide, cron expressions reference */
const END = Date.UTC(2200, 0, 1);

function calendar({ dayOfMonth, month, dayOfWeek, year }: CronFields['days']): Schedule['dayFrom'] {
  const days = [dayOfMonth, month, dayOfWeek, year].join(' ');
  if (days === '* * * *') return (day) => (day < END ? day : undefined);
  const cron = new Cron(`0 0 0 ${days}`, { mode: '7-part', alternativeWeekdays: true, utcOffset: 0, paused: true });
  return remembered((day: Instant) => {
    // Croner answers with what comes after the instant that it is given, in whole seconds.
    const found = cron.nextRun(new Date(day - 1000))?.getTime();
    return found !== undefined && found < END ? found : undefined;
  }, DAYS_REMEMBERED);
}

/** The schedule's runs from an instant on, in order, to the end of its years. */
export function* runsFrom(schedule: Schedule, from: Instant): Generator<Instant> {
  // No zone is a whole day from UTC, so the day before is early enough.
  let day = schedule.dayFrom(Math.floor(from / DAY) * DAY - DAY);
  for (; day !== undefined; day = schedule.dayFrom(day + DAY)) {
    for (const run of instantsOfDay(day, schedule.timesOfDay, schedule.offsetAt)) {
      if (run >= from) yield run;
    }
  }
}
