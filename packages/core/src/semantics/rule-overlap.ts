import type { BackupRule } from '../model/backup-plan.js';
import { DAY, MINUTE } from '../model/instant.js';
import type { Instant } from '../model/instant.js';
import { compare } from '../model/order.js';
import { compareRetention, retentionDays } from './lifecycle.js';
import type { Schedule } from './schedule.js';
import { runsBetween } from './schedule-runs.js';

/** A rule of a backup plan, with its schedule as parsed. */
export interface ScheduledRule {
  readonly rule: Pick<BackupRule, 'id' | 'startWindowMinutes' | 'lifecycle' | 'continuous'>;
  readonly schedule: Schedule;
}

/** One time at which a rule is due. */
export interface RuleRun {
  readonly ruleId: string;
  readonly at: Instant;
  /** The run that AWS Backup takes instead: then this one makes no point, and none of its copies. */
  readonly suppressedBy?: { readonly ruleId: string; readonly at: Instant };
}

/** Runs further away than this from the horizon are not asked whether they reach into it, however long their windows. */
const FARTHEST_REACH_MS = 60 * DAY;

/**
 * The runs of all rules of one plan from `from` on and before `to`, in order. Where the start windows of two rules
 * overlap, AWS Backup takes one backup, for the rule with the longer retention. Assumed, as AWS does not say: a run that
 * is itself suppressed suppresses nothing, so each one that is missing has a longer-lived point in its place; of rules
 * with the same retention the one whose id comes first wins; the runs of one rule never suppress each other. A
 * continuous rule neither suppresses nor is suppressed: beside a snapshot rule at the same hour AWS Backup makes both
 * (`CONTINUOUS_AND_SNAPSHOTS`).
 * @source Developer Guide, plan-options-and-configuration (note on overlapping rules)
 * @source Developer Guide, understanding-backup-plan-summaries (copies of the rule that loses); API
 * ScheduledPlanExecutionMember, RuleExecutionType
 */
export function planRuns(rules: readonly ScheduledRule[], from: Instant, to: Instant): RuleRun[] {
  const longestWindow = Math.max(0, ...rules.map(startWindowMs));
  const reach = Math.min(longestWindow * rules.length, FARTHEST_REACH_MS);
  const runs: RuleRun[] = [];
  let effective: Window[] = [];
  for (const scheduled of [...rules].sort(byRank)) {
    const windows = startWindows(scheduled, from - reach, to + reach);
    const losses = scheduled.rule.continuous ? NO_LOSSES : firstOverlaps(windows, effective);
    for (const { ruleId, start } of windows) {
      const winner = losses.get(start);
      runs.push({ ruleId, at: start, ...(winner && { suppressedBy: { ruleId: winner.ruleId, at: winner.start } }) });
    }
    if (scheduled.rule.continuous) continue;
    effective = [...effective, ...windows.filter(({ start }) => !losses.has(start))].sort((a, b) => a.start - b.start);
  }
  return runs.filter(({ at }) => at >= from && at < to).sort((a, b) => a.at - b.at || compare(a.ruleId, b.ruleId));
}

const NO_LOSSES: ReadonlyMap<Instant, Window> = new Map();

/** The time in which a run may start its backup; its end is not part of it. */
interface Window {
  readonly ruleId: string;
  readonly start: Instant;
  readonly end: Instant;
}

/** Who wins comes first. */
function byRank({ rule: a }: ScheduledRule, { rule: b }: ScheduledRule): number {
  return compareRetention(retentionDays(b.lifecycle), retentionDays(a.lifecycle)) || compare(a.id, b.id);
}

function startWindowMs({ rule }: ScheduledRule): number {
  return rule.startWindowMinutes * MINUTE;
}

function startWindows(scheduled: ScheduledRule, from: Instant, to: Instant): Window[] {
  const length = startWindowMs(scheduled);
  const starts = runsBetween(scheduled.schedule, from, to);
  return starts.map((start) => ({ ruleId: scheduled.rule.id, start, end: start + length }));
}

/**
 * For each start of a window that overlaps one of the effective windows, the first of those. Effective windows of two
 * rules never overlap and those of one rule are equally long, so their ends are in the order of their starts.
 */
function firstOverlaps(windows: readonly Window[], effective: readonly Window[]): Map<Instant, Window> {
  const overlaps = new Map<Instant, Window>();
  let index = 0;
  for (const { start, end } of windows) {
    while ((effective[index]?.end ?? Infinity) <= start) index++;
    const other = effective[index];
    if (other && other.start < end) overlaps.set(start, other);
  }
  return overlaps;
}
