import { describe, expect, it } from '@jest/globals';
import { parseSchedule, runsBetween } from '@backproof/core';
import { production } from '../company.js';
import { CADENCES, type Cadence } from './cadence.js';
import { daysAgo, NOW } from './moment.js';
import { daily, monthly, plan, weekly, type PlanRule } from './plan.js';
import { runs } from './runs.js';
import { vault } from './vault.js';

const kept = vault(production.ireland, 'kept');

function ruleNames(rules: readonly PlanRule[], since: number, until?: number) {
  const { rules: named } = plan(production.ireland, { name: 'plan', rules, selections: [] });
  return runs(named, since, until).map(({ rule, at }) => `${at.toISOString().slice(0, 16)} ${rule.name}`);
}

describe('runs', () => {
  it('of a daily rule are at 05:00 of every day, today included', () => {
    expect(ruleNames([daily(35, kept)], 1)).toEqual(['2026-11-21T05:00 daily-35', '2026-11-22T05:00 daily-35']);
  });

  it('of a weekly rule are on Sundays, of a monthly rule on the first', () => {
    expect(ruleNames([weekly(90, kept)], 8)).toEqual(['2026-11-15T05:00 weekly-90', '2026-11-22T05:00 weekly-90']);
    expect(ruleNames([monthly(365, kept)], 22)).toEqual(['2026-11-01T05:00 monthly-365']);
  });

  it('of several rules at once are one run, for the rule that keeps longest', () => {
    const tiers = [daily(35, kept), weekly(90, kept), monthly(365, kept)];
    expect(ruleNames(tiers, 21, 20)).toEqual(['2026-11-01T05:00 monthly-365', '2026-11-02T05:00 daily-35']);
    expect(ruleNames(tiers, 0)).toEqual(['2026-11-22T05:00 weekly-90']);
  });

  it('of a rule that keeps forever come before any other', () => {
    expect(ruleNames([weekly(90, kept), daily('forever', kept)], 0)).toEqual(['2026-11-22T05:00 daily-forever']);
  });

  it.each(Object.keys(CADENCES) as Cadence[])('are those that AWS reads out of the cron expression: %s', (cadence) => {
    const { cron, timezone = 'Etc/UTC' } = CADENCES[cadence];
    const schedule = parseSchedule(cron, timezone);
    if (schedule.kind === 'problem') throw new Error(schedule.message);
    const { rules } = plan(production.ireland, { name: 'p', rules: [{ ...daily(1, kept), cadence }], selections: [] });
    const made = runs(rules, 499).map(({ at }) => at.getTime());
    expect(made.length).toBeGreaterThan(0);
    expect(made).toEqual([...runsBetween(schedule, daysAgo(499.5).getTime(), NOW)]);
  });

  it('of a plan without rules are none', () => {
    expect(ruleNames([], 3)).toEqual([]);
  });
});
