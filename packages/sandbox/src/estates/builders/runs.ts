import { CADENCES } from './cadence.js';
import { hoursAfter, runOf } from './moment.js';
import type { EstateRule } from './plan.js';

/** One run of a plan: the rule that makes the backup, and when. */
export interface Run {
  readonly rule: EstateRule;
  /** Counted back from the estate's now. */
  readonly day: number;
  readonly at: Date;
}

/** The runs of a plan from the day `since` to the day `until`, both counted back from now; oldest first. */
export function runs(rules: readonly EstateRule[], since: number, until = 0): readonly Run[] {
  const days = Array.from({ length: since - until + 1 }, (_, index) => since - index);
  return days.flatMap((day) => {
    const at = runOf(day);
    const rule = longestKept(rules.filter(({ cadence }) => CADENCES[cadence].fallsOn(at)));
    if (!rule) return [];
    const { hoursLater } = CADENCES[rule.cadence];
    return [{ rule, day, at: hoursLater ? hoursAfter(at, hoursLater(at)) : at }];
  });
}

/**
 * Where several rules of a plan run at once, AWS makes one backup, for the rule that keeps it longest.
 * @source Developer Guide, plan-options-and-configuration: overlapping rules
 */
function longestKept(rules: readonly EstateRule[]): EstateRule | undefined {
  const days = ({ keepDays }: EstateRule) => (keepDays === 'forever' ? Infinity : keepDays);
  return rules.toSorted((a, b) => (days(a) === days(b) ? 0 : days(b) - days(a)))[0];
}
