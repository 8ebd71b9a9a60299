import { MINUTE, nextRuns, parseSchedule } from '@backproof/core';
import type { BackupPlan, Instant } from '@backproof/core';

/**
 * Until when a new resource may wait for its first backup: the first run of any of its plans after its creation, at
 * the end of the start window. Undefined if its creation is not known or no plan ever runs.
 */
export function firstBackupDue(plans: readonly BackupPlan[], createdAt: Instant | undefined): Instant | undefined {
  if (createdAt === undefined) return undefined;
  const deadlines = plans
    .flatMap(({ rules }) => rules)
    .flatMap(({ scheduleExpression, timezone, startWindowMinutes }) => {
      const schedule = parseSchedule(scheduleExpression, timezone);
      if (schedule.kind === 'problem') return [];
      return nextRuns(schedule, createdAt, 1).map((run) => run + startWindowMinutes * MINUTE);
    });
  return deadlines.length === 0 ? undefined : Math.min(...deadlines);
}
