import { runOf } from './moment.js';
import type { Cadence, EstateRule } from './plan.js';

/** One run of a plan: the rule that makes the backup, and when. */
export interface Run {
  readonly rule: EstateRule;
  /** Counted back from the estate's now. */
  readonly day: number;
  readonly at: Date;
}

const FALLS_ON: Readonly<Record<Cadence, (at: Date) => boolean>> = {
  daily: () => true,
  weekly: (at) => at.getUTCDay() === 0,
  monthly: (at) => at.getUTCDate() === 1,
};

/** The runs of a plan from the day `since` to the day `until`, both counted back from now; oldest first. */
export function runs(rules: readonly EstateRule[], since: number, until = 0): readonly Run[] {
  const days = Array.from({ length: since - until + 1 }, (_, index) => since - index);
  return days.flatMap((day) => {
    const at = runOf(day);
    const rule = longestKept(rules.filter(({ cadence }) => FALLS_ON[cadence](at)));
    return rule ? [{ rule, day, at }] : [];
  });
}

/**
 * Where several rules of a plan run at once, AWS makes one backup, for the rule that keeps it longest.
 * @source Developer Guide, plan-options-and-configuration: overlapping rules
 */
function longestKept(rules: readonly EstateRule[]): EstateRule | undefined {
  return rules.toSorted((a, b) => b.keepDays - a.keepDays)[0];
}
