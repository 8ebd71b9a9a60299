import type { BackupPlan, BackupRule, ScheduledPlanExecutionMember } from '@aws-sdk/client-backup';
import { nextRuns, parseSchedule } from '@backproof/core';

/** The next runs of a plan, of all of its rules together. @source API GetBackupPlanInput, MaxScheduledRunsPreview */
export function scheduledRuns({ Rules = [] }: BackupPlan, now: number, count: number): ScheduledPlanExecutionMember[] {
  return Rules.flatMap((rule) => runsOf(rule, now, count))
    .toSorted((a, b) => Number(a.ExecutionTime) - Number(b.ExecutionTime))
    .slice(0, count);
}

/** The daily schedule is AWS Backup's own. @source API BackupRule, ScheduleExpression, ScheduleExpressionTimezone */
function runsOf(rule: BackupRule, now: number, count: number): ScheduledPlanExecutionMember[] {
  const { RuleId, ScheduleExpression = 'cron(0 5 ? * * *)', ScheduleExpressionTimezone = 'Etc/UTC' } = rule;
  const schedule = parseSchedule(ScheduleExpression, ScheduleExpressionTimezone);
  if (schedule.kind === 'problem') return [];
  const RuleExecutionType = rule.EnableContinuousBackup === true ? 'CONTINUOUS_AND_SNAPSHOTS' : 'SNAPSHOTS';
  return nextRuns(schedule, now, count).map((run) => ({ ExecutionTime: new Date(run), RuleId, RuleExecutionType }));
}
