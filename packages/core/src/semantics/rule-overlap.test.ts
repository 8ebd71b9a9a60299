import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DAY, HOUR, MINUTE } from '../model/instant.js';
import { planRuns } from './rule-overlap.js';
import type { RuleRun, ScheduledRule } from './rule-overlap.js';
import { runsBetween } from './schedule-runs.js';
import { parseSchedule } from './schedule.js';

/** A Sunday. */
const FROM = Date.UTC(2026, 1, 1);

function rule(id: string, expression: string, deleteAfterDays?: number, startWindowMinutes = 480): ScheduledRule {
  const schedule = parseSchedule(expression, 'UTC');
  if (schedule.kind === 'problem') throw new Error(schedule.message);
  return {
    rule: {
      id,
      startWindowMinutes,
      continuous: false,
      lifecycle: deleteAfterDays === undefined ? {} : { deleteAfterDays },
    },
    schedule,
  };
}

/** `02-01T05 monthly`, and who took its place. */
function story(runs: readonly RuleRun[]): string[] {
  return runs.map(({ at, ruleId, suppressedBy }) =>
    [new Date(at).toISOString().slice(5, 13), ruleId, ...(suppressedBy ? ['lost to', suppressedBy.ruleId] : [])].join(
      ' ',
    ),
  );
}

const daily = rule('daily', '0 5 ? * * *', 30);
const weekly = rule('weekly', '0 5 ? * SUN *', 90);
const monthly = rule('monthly', '0 5 1 * ? *', 365);

describe('planRuns', () => {
  it('lets a continuous rule and a snapshot rule run at the same hour: AWS Backup makes both', () => {
    const [snapshot, continuous] = [rule('snapshot', '0 5 ? * * *', 30), rule('continuous', '0 5 ? * * *', 35)];
    const both = [snapshot, { ...continuous, rule: { ...continuous.rule, continuous: true } }];
    expect(story(planRuns(both, FROM, FROM + DAY))).toEqual(['02-01T05 continuous', '02-01T05 snapshot']);
  });

  it('lets the longer-lived rule take the day, once for all that overlap', () => {
    expect(story(planRuns([daily, weekly, monthly], FROM, FROM + 8 * DAY))).toEqual([
      '02-01T05 daily lost to monthly',
      '02-01T05 monthly',
      '02-01T05 weekly lost to monthly',
      '02-02T05 daily',
      '02-03T05 daily',
      '02-04T05 daily',
      '02-05T05 daily',
      '02-06T05 daily',
      '02-07T05 daily',
      '02-08T05 daily lost to weekly',
      '02-08T05 weekly',
    ]);
  });

  it.each([
    ['windows that touch do not overlap', '0 13 ? * SUN *', ['02-01T05 daily', '02-01T13 weekly']],
    ['windows that overlap by a minute do', '59 12 ? * SUN *', ['02-01T05 daily lost to weekly', '02-01T12 weekly']],
    ['the window before counts as well', '1 21 ? * SAT *', ['02-01T05 daily lost to weekly']],
    ['the window before has ended', '0 21 ? * SAT *', ['02-01T05 daily']],
  ])('%s', (_, expression, expected) => {
    expect(story(planRuns([daily, rule('weekly', expression, 90)], FROM, FROM + DAY))).toEqual(expected);
  });

  it('keeps forever before any number of days', () => {
    expect(story(planRuns([monthly, rule('kept', '0 5 1 * ? *')], FROM, FROM + DAY))).toEqual([
      '02-01T05 kept',
      '02-01T05 monthly lost to kept',
    ]);
  });

  it('decides between equal retentions by id, so that the order of the rules does not', () => {
    const [a, b] = [rule('a', '0 5 ? * * *', 30), rule('b', '0 6 ? * * *', 30)];
    expect(story(planRuns([b, a], FROM, FROM + DAY))).toEqual(['02-01T05 a', '02-01T06 b lost to a']);
  });

  it('does not let a suppressed run suppress', () => {
    const chain = [rule('d', '0 1 ? * * *', 30), rule('w', '0 8 ? * * *', 90), rule('m', '0 15 ? * * *', 365)];
    expect(story(planRuns(chain, FROM, FROM + DAY))).toEqual(['02-01T01 d', '02-01T08 w lost to m', '02-01T15 m']);
  });

  it('never sets a rule against itself', () => {
    const hourly = rule('hourly', '0 * ? * * *', 1);
    expect(planRuns([hourly], FROM, FROM + DAY).filter(({ suppressedBy }) => suppressedBy)).toEqual([]);
  });

  it('takes all hourly runs whose window meets the daily one', () => {
    const runs = planRuns(
      [rule('hourly', '0 * ? * * *', 1, 60), rule('daily', '30 5 ? * * *', 30, 60)],
      FROM,
      FROM + DAY,
    );
    expect(story(runs.filter(({ suppressedBy }) => suppressedBy))).toEqual([
      '02-01T05 hourly lost to daily',
      '02-01T06 hourly lost to daily',
    ]);
  });

  it('survives windows of a hundred years', () => {
    const endless = rule('endless', '0 * ? * * *', 365, 52_560_000);
    expect(planRuns([endless, daily], FROM, FROM + DAY).filter(({ suppressedBy }) => !suppressedBy)).toHaveLength(24);
  });
});

describe('whatever the rules', () => {
  const expressions = [
    '0 5 ? * * *',
    '0 */6 * * ? *',
    '30 2 ? * MON-FRI *',
    '0 5 1 * ? *',
    '0 20 ? * 1 *',
    '15 * ? * * *',
  ];
  const arbitraryRules = fc
    .array(
      fc.record({
        expression: fc.constantFrom(...expressions),
        days: fc.constantFrom(1, 7, 30, 365, undefined),
        window: fc.constantFrom(60, 90, 480, 1440),
      }),
      { maxLength: 4 },
    )
    .map((rules) => rules.map(({ expression, days, window }, index) => rule(`r${index}`, expression, days, window)));
  const from = FROM + 10 * HOUR;
  const to = from + 9 * DAY;

  const windowsOf = (rules: readonly ScheduledRule[]): Map<string, number> =>
    new Map(rules.map(({ rule: { id, startWindowMinutes } }) => [id, startWindowMinutes * MINUTE]));
  const overlap = (
    windows: Map<string, number>,
    a: Pick<RuleRun, 'ruleId' | 'at'>,
    b: Pick<RuleRun, 'ruleId' | 'at'>,
  ): boolean => a.at < b.at + (windows.get(b.ruleId) ?? NaN) && b.at < a.at + (windows.get(a.ruleId) ?? NaN);

  it('every scheduled run is there once, and the order of the rules does not matter', () => {
    fc.assert(
      fc.property(arbitraryRules, (rules) => {
        const runs = planRuns(rules, from, to);
        for (const {
          rule: { id },
          schedule,
        } of rules) {
          expect(runs.filter(({ ruleId }) => ruleId === id).map(({ at }) => at)).toEqual(
            runsBetween(schedule, from, to),
          );
        }
        expect(planRuns(rules.toReversed(), from, to)).toEqual(runs);
      }),
    );
  });

  it('no two rules take a backup in overlapping windows, and none is lost but to a longer-lived one that is taken', () => {
    fc.assert(
      fc.property(arbitraryRules, (rules) => {
        const windows = windowsOf(rules);
        const retentions = new Map(
          rules.map(({ rule: { id, lifecycle } }) => [id, lifecycle.deleteAfterDays ?? Infinity]),
        );
        const runs = planRuns(rules, from, to);
        const taken = runs.filter(({ suppressedBy }) => !suppressedBy);
        for (const run of taken) {
          expect(taken.filter((other) => other.ruleId !== run.ruleId && overlap(windows, run, other))).toEqual([]);
        }
        for (const { suppressedBy: winner, ...run } of runs) {
          if (!winner) continue;
          expect(overlap(windows, run, winner)).toBe(true);
          expect(retentions.get(winner.ruleId)).toBeGreaterThanOrEqual(retentions.get(run.ruleId) ?? NaN);
          if (winner.at >= from && winner.at < to) expect(taken).toContainEqual(winner);
        }
      }),
    );
  });

  it('what is beyond the horizon is the same from any horizon', () => {
    fc.assert(
      fc.property(arbitraryRules, fc.integer({ min: 0, max: 8 * 24 }), (rules, hours) => {
        const middle = from + hours * HOUR;
        const parts = [...planRuns(rules, from, middle), ...planRuns(rules, middle, to)];
        expect(parts).toEqual(planRuns(rules, from, to));
      }),
    );
  });
});
