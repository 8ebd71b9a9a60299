import { DAY, POPULATION_KINDS } from '@backproof/core';
import {
  backupJob,
  backupPlan,
  backupRule,
  backupSelection,
  ebsVolume,
  home,
  NOW,
  outcomeOf,
  rdsInstance,
  recoveryPoint,
  regionSettings,
} from '@backproof/testing';
import type { Given, Unread } from '@backproof/testing';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { account, everyDatabase, main, monthly, plan } from './estate.fixture.js';
import { hygiene } from './rule.js';

const gone = ebsVolume({ name: 'gone' });

const anyGiven: fc.Arbitrary<Given> = fc
  .record({
    tag: fc.constantFrom('yes', 'YES', 'no'),
    tagged: fc.boolean(),
    optIn: fc.constantFrom({}, { RDS: true }, { RDS: false }),
    schedule: fc.constantFrom('cron(0 5 ? * * *)', 'cron(0 5 1 1 ? 2020)'),
    isMissing: fc.boolean(),
    points: fc.array(
      fc.record({
        isGone: fc.boolean(),
        days: fc.constantFrom(1, 20, 60),
        status: fc.constantFrom('COMPLETED' as const, 'EXPIRED' as const),
      }),
      { maxLength: 3 },
    ),
    fails: fc.boolean(),
    excludeVaults: fc.constantFrom([], [main.arn]),
    resourceType: fc.constantFrom('RDS', 'EBS', 'EFS'),
  })
  .map(({ tag, tagged, optIn, schedule, isMissing, points, fails, excludeVaults, resourceType }) => {
    const db = rdsInstance(tagged ? { tags: { backup: 'yes' } } : {});
    return {
      resource: db,
      plans: [backupPlan({ rules: [backupRule({ scheduleExpression: schedule })] })],
      selections: [backupSelection({ listOfTags: [{ key: 'backup', value: tag }] })],
      regionSettings: [regionSettings({ optIn })],
      missingVaults: isMissing ? [main.arn] : [],
      recoveryPoints: isMissing
        ? []
        : points.map(({ isGone, days, status }, i) =>
            recoveryPoint(isGone ? gone : db, { arn: `arn:point:${i}`, createdAt: NOW - days * DAY, status }),
          ),
      backupJobs: fails ? [backupJob(gone, { state: 'FAILED', completedAt: NOW - DAY })] : [],
      restoreTestingPlans: [{ ...monthly, excludeVaults }],
      restoreTestingSelections: [{ ...everyDatabase, resourceType }],
    };
  });

const anyUnread: fc.Arbitrary<readonly Unread[]> = fc.uniqueArray(
  fc.oneof(
    fc.constantFrom(...POPULATION_KINDS.filter((kind) => kind !== 'backupPlans' && kind !== 'restoreTestingPlans')),
    fc.record({ kind: fc.constant('resources' as const), scope: fc.constant(home), of: fc.constant('EBS') }),
  ),
  { minLength: 1, maxLength: 3 },
);

const anyOptions = fc.record({ leftovers: fc.constantFrom('note' as const, 'fail' as const) });

describe('plans and accounts of any estate', () => {
  it.each([
    ['a backup plan', plan.arn],
    ['a restore-testing plan', monthly.arn],
    ['an account', account],
  ])('%s is judged as before or not at all where less may be read', (_, subject) => {
    fc.assert(
      fc.property(anyGiven, anyOptions, anyUnread, (given, options, unread) => {
        const before = outcomeOf(hygiene, { given, subject, options });
        const after = outcomeOf(hygiene, { given: { ...given, unread }, subject, options });
        expect([before.status, 'unknown']).toContain(after.status);
      }),
      { numRuns: 300 },
    );
  });

  it('are judged in many ways', () => {
    const said = new Set(
      fc
        .sample(fc.tuple(anyGiven, anyOptions), { numRuns: 300, seed: 2 })
        .flatMap(([given, options]) =>
          [plan.arn, monthly.arn, account].map((subject) => outcomeOf(hygiene, { given, subject, options }).messageId),
        ),
    );
    const usual = [
      ...['plan-works', 'nearly-selects', 'selects-nothing', 'rules-broken', 'reach-unknown'],
      ...['test-plan-works', 'tests-nothing', 'tests-no-point'],
      ...['account-tidy', 'account-noted', 'unjudged-failures', 'tagged-but-opted-out', 'points-of-gone'],
    ];
    expect(usual.filter((id) => !said.has(id))).toEqual([]);
  });
});
