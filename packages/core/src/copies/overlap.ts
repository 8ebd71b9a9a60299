import { DAY } from '../model/instant.js';
import { planRuns } from '../semantics/rule-overlap.js';
import { parseSchedule } from '../semantics/schedule.js';
import type { BackupPlan, BackupRule } from '../model/backup-plan.js';
import type { Instant } from '../model/instant.js';
import type { RuleRun, ScheduledRule } from '../semantics/rule-overlap.js';

/** The time for which runs are looked at: a monthly rule runs once in this time. */
const LOOKBACK_MS = 31 * DAY;

/** Returns the recent runs of a plan. */
export type RunsOf = (plan: BackupPlan) => readonly RuleRun[];

/** Works out the runs of each plan once a run, when the first of its resources asks for them. */
export function runsOfPlans(now: Instant): RunsOf {
  const known = new Map<BackupPlan, readonly RuleRun[]>();
  return (plan) => {
    const runs = known.get(plan) ?? planRuns(plan.rules.flatMap(scheduled), now - LOOKBACK_MS, now);
    known.set(plan, runs);
    return runs;
  };
}

function scheduled(rule: BackupRule): ScheduledRule[] {
  const schedule = parseSchedule(rule.scheduleExpression, rule.timezone);
  return schedule.kind === 'problem' ? [] : [{ rule, schedule }];
}

/** A rule that has not run recently, because AWS Backup made the backup of another rule each time. */
export interface Overlap {
  readonly since: Instant;
  /** The name of the rule whose backup was taken last. */
  readonly winner: string;
}

/**
 * The overlap that explains why a rule of a plan copied nothing after `since`, however long ago that is.
 * @source Developer Guide, understanding-backup-plan-summaries (copies of the rule that loses)
 */
export function overlapOf(
  plan: BackupPlan,
  rule: BackupRule,
  since: Instant,
  now: Instant,
  runsOf: RunsOf,
): Overlap | undefined {
  if (plan.rules.length < 2) return undefined;
  const runs = runsOf(plan).filter(({ ruleId, at }) => ruleId === rule.id && at > since);
  const last = runs.at(-1)?.suppressedBy;
  if (last === undefined || runs.some(({ suppressedBy }) => suppressedBy === undefined)) return undefined;
  const winner = plan.rules.find(({ id }) => id === last.ruleId)?.name ?? last.ruleId;
  return { since: Math.max(since, now - LOOKBACK_MS), winner };
}
