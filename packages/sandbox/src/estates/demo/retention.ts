import { dynamoDbTable } from '../builders/dynamodb.js';
import { ebsVolume } from '../builders/ebs.js';
import { efsFileSystem } from '../builders/efs.js';
import type { Entry } from '../builders/entry.js';
import type { EstatePart } from '../builders/estate-of.js';
import { daysAgo } from '../builders/moment.js';
import { ownPlans } from '../builders/own-plans.js';
import { daily, monthly, weekly, type PlanRule } from '../builders/plan.js';
import { dbInstance } from '../builders/rds.js';
import { vault } from '../builders/vault.js';
import { production } from '../company.js';
import { continuousPlan, tieredPlan } from './plans.js';
import { copyVault, productionVault } from './vaults.js';

const { ireland } = production;

const lockedVault = vault(ireland, 'locked', { maxRetentionDays: 90 });
const sealedVault = vault(ireland, 'sealed', { type: 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT' });

const dailyRule = daily(35, productionVault);
const weeklyRule = weekly(90, productionVault);
const monthlyRule = monthly(365, productionVault);

/** A table that was created twenty days ago, before the run of the next morning. */
const newTable = (name: string) => dynamoDbTable(ireland, { name, createdAt: daysAgo(20) });
const sinceCreation = [{ since: 19 }];

const backedUp = { expect: 'backed-up', why: 'its newest point is from this morning' } as const;

const withSharedPlans: readonly Entry[] = [
  {
    ...backedUp,
    resource: dbInstance(ireland, {
      name: 'sales-db',
      tags: { backup: 'continuous' },
      retentionDays: 35,
      continuousPoint: true,
    }),
    history: [{ plan: continuousPlan, since: 60 }],
    and: {
      'retention-tiers': { expect: 'design-falls-short', why: 'a continuous backup reaches back 35 days' },
    },
  },
  {
    ...backedUp,
    resource: dynamoDbTable(ireland, { name: 'warranties', tags: { backup: 'tiered' }, createdAt: daysAgo(20) }),
    history: [{ plan: tieredPlan, since: 19 }],
    and: {
      'retention-tiers': { expect: 'on-track', why: 'since its creation every point was made' },
    },
  },
  {
    ...backedUp,
    resource: dynamoDbTable(ireland, { name: 'suppliers', tags: { backup: 'tiered' } }),
    history: [{ plan: tieredPlan, since: 10 }],
    and: {
      'retention-tiers': { expect: 'gaps', why: 'it is older than a year, and its plan is ten days old' },
    },
  },
  {
    ...backedUp,
    resource: dynamoDbTable(ireland, { name: 'receipts', tags: { backup: 'tiered' } }),
    history: [
      { plan: tieredPlan, since: 400, until: 13 },
      {
        plan: tieredPlan,
        since: 12,
        until: 12,
        failing: { since: 12, state: 'FAILED', message: 'The maximum number of concurrent backups was reached.' },
      },
      { plan: tieredPlan, since: 11 },
    ],
    and: {
      'retention-tiers': { expect: 'job-failed', why: 'the job of one night failed, twelve days ago' },
    },
  },
];

const withOwnPlans = ownPlans([
  {
    resource: dynamoDbTable(ireland, { name: 'payroll' }),
    rules: [dailyRule],
    history: [{ since: 100 }],
    and: {
      'retention-tiers': { expect: 'design-falls-short', why: 'nothing is kept longer than five weeks' },
    },
  },
  {
    resource: newTable('parcels'),
    rules: [daily(7, productionVault), weeklyRule, monthlyRule],
    history: sinceCreation,
    and: {
      'retention-tiers': { expect: 'design-falls-short', why: 'daily points live a week, not 30 days' },
    },
  },
  {
    resource: newTable('timesheets'),
    rules: [{ cadence: 'workdays', keepDays: 366, vault: productionVault }],
    history: sinceCreation,
    expect: 'stale',
    why: 'it is Sunday noon, and the newest point is from Friday morning',
    and: {
      'retention-tiers': { expect: 'design-falls-short', why: 'from Friday to Monday there is no point' },
    },
  },
  {
    resource: newTable('month-ends'),
    rules: [dailyRule, weeklyRule, { ...monthlyRule, cadence: 'the-31st' }],
    history: sinceCreation,
    and: {
      'retention-tiers': { expect: 'design-falls-short', why: 'five months have no 31st' },
    },
  },
  {
    resource: dynamoDbTable(ireland, { name: 'patents' }),
    rules: [daily('forever', productionVault)],
    history: [{ since: 400 }],
    and: {
      'retention-tiers': { expect: 'tiers-held', why: 'its points are never deleted' },
    },
  },
  {
    resource: ebsVolume(ireland, { name: 'blueprints' }),
    rules: [daily(35, productionVault, { airGapped: sealedVault, deleteAfterCopy: true })],
    history: [{ since: 100 }],
    expect: 'copy-pending',
    why: 'there is a point from this morning, which exists only until it is copied',
    and: {
      'retention-tiers': {
        expect: 'design-falls-short',
        why: 'points that are deleted once copied do not count',
      },
    },
  },
  {
    resource: dynamoDbTable(ireland, { name: 'land-register' }),
    rules: [dailyRule, weeklyRule, monthlyRule],
    history: [{ since: 400, deleted: { since: 350, until: 100 } }],
    and: {
      'retention-tiers': {
        expect: 'proof-contradicts-plan',
        why: 'its plan is right, but most of its monthly points were deleted by hand',
      },
    },
  },
  {
    resource: newTable('evidence'),
    rules: [dailyRule, weeklyRule, monthlyRule].map((rule): PlanRule => ({ ...rule, vault: lockedVault })),
    history: sinceCreation,
    and: {
      'retention-tiers': { expect: 'lock-conflict', why: 'the vault takes nothing that lives 365 days' },
    },
  },
  {
    resource: efsFileSystem(ireland, { name: 'recordings', createdAt: daysAgo(20) }),
    rules: [dailyRule, weekly(100, productionVault, { coldAfterDays: 30 }), monthlyRule],
    history: sinceCreation,
    and: {
      'retention-tiers': {
        expect: 'lifecycle-invalid',
        why: 'what moves to cold storage after 30 days may be deleted after 120 days at the soonest',
      },
    },
  },
  {
    resource: dynamoDbTable(ireland, { name: 'policies-sold' }),
    rules: [
      daily(7, productionVault, { copyTo: copyVault, copyKeepDays: 35 }),
      weekly(8, productionVault, { copyTo: copyVault, copyKeepDays: 90 }),
      monthly(9, productionVault, { copyTo: copyVault, copyKeepDays: 365 }),
    ],
    history: [{ since: 400 }],
    and: {
      'retention-tiers': {
        expect: 'tiers-held',
        why: 'the copies in the backup account live long enough',
      },
    },
  },
  {
    resource: dynamoDbTable(ireland, { name: 'berlin-orders', createdAt: daysAgo(40) }),
    rules: [{ cadence: 'berlin-daily', keepDays: 366, vault: productionVault }],
    history: [{ since: 39 }],
    and: {
      'retention-tiers': { expect: 'on-track', why: 'the day on which summer time ended has 25 hours' },
    },
  },
  {
    resource: dynamoDbTable(ireland, { name: 'jubilee' }),
    rules: [dailyRule, weeklyRule, { ...monthlyRule, cadence: 'monthly-of-2025' }],
    history: [{ since: 400 }],
    and: {
      'retention-tiers': { expect: 'never-fires', why: 'the monthly rule ran for the last time in 2025' },
    },
  },
]);

/** Resources with all their points, and resources with gaps or short retention. */
export const retention: EstatePart = {
  vaults: [lockedVault, sealedVault],
  plans: withOwnPlans.plans,
  entries: [...withSharedPlans, ...withOwnPlans.entries],
};
