import { DAY, parseSchedule, planRuns } from '@backproof/core';
import type { BackupPlan, BackupRule, Instant, RuleRun, ScheduledRule } from '@backproof/core';

/** Gives the runs of a plan from an instant on and before another. */
export type RunsOf = (plan: BackupPlan, from: Instant, to: Instant) => readonly RuleRun[];

/**
 * The runs of plans, each plan's worked out once for all resources that it covers: it takes a thousand times as long as
 * to judge one. Plans do not change, so what is remembered is what would be worked out again.
 */
export function rememberedRuns(): RunsOf {
  const known = new WeakMap<BackupPlan, { readonly from: Instant; readonly to: Instant; readonly runs: RuleRun[] }>();
  return (plan, from, to) => {
    const last = known.get(plan);
    if (last?.from === from && last.to === to) return last.runs;
    const runs = planRuns(plan.rules.flatMap(scheduled), from, to);
    known.set(plan, { from, to, runs });
    return runs;
  };
}

function scheduled(rule: BackupRule): ScheduledRule[] {
  const schedule = parseSchedule(rule.scheduleExpression, rule.timezone);
  return schedule.kind === 'problem' ? [] : [{ rule, schedule }];
}

/** How far back runs are looked at: a monthly rule runs once in this time. */
const LOOKBACK_MS = 31 * DAY;

/** A rule that has not run of late, because AWS Backup took the backup of another one each time. */
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
  const earliest = now - LOOKBACK_MS;
  const runs = runsOf(plan, earliest, now).filter(({ ruleId, at }) => ruleId === rule.id && at > since);
  const last = runs.at(-1)?.suppressedBy;
  if (last === undefined || runs.some(({ suppressedBy }) => suppressedBy === undefined)) return undefined;
  const winner = plan.rules.find(({ id }) => id === last.ruleId)?.name ?? last.ruleId;
  return { since: Math.max(since, earliest), winner };
}
