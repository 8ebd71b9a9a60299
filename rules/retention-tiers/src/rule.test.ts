import { DAY, HOUR } from '@backproof/core';
import type { BackupPlan, BackupRule, Lifecycle, RecoveryPoint, Resource } from '@backproof/core';
import {
  backupJob,
  backupPlan,
  backupRule,
  backupSelection,
  bunker,
  bunkerVaultArn,
  continuousPoint,
  dailyPoints,
  daysAgo,
  dynamoDbTable,
  ebsVolume,
  ec2Instance,
  inPlan,
  monthlyPoints,
  nativeBackup,
  ontapVolume,
  rdsInstance,
  recoveryPoint,
  regionSettings,
  storageGatewayVolume,
  testRule,
  vault,
  weeklyPoints,
} from '@backproof/testing';
import { describe, it } from '@jest/globals';
import { ageless } from './random-given.fixture.js';
import { retentionTiers } from './rule.js';

const daily = backupRule({ name: 'daily', lifecycle: { deleteAfterDays: 30 } });
const weekly = backupRule({
  name: 'weekly',
  scheduleExpression: 'cron(0 5 ? * SUN *)',
  lifecycle: { deleteAfterDays: 90 },
});
const monthly = backupRule({
  name: 'monthly',
  scheduleExpression: 'cron(0 5 1 * ? *)',
  lifecycle: { deleteAfterDays: 365 },
});

/** Three tiers, whose longer-lived points replace the others where they meet. */
const tiered = planOf(daily, weekly, monthly);

function planOf(...rules: readonly BackupRule[]): BackupPlan {
  return backupPlan({ name: 'tiered', rules });
}

/** What the tiered plan leaves behind: of several points of one morning the one that lives longest. */
function tieredPoints(of: Resource): readonly RecoveryPoint[] {
  return longestLived([
    ...monthlyPoints(of, { months: 13, keepDays: 365 }),
    ...weeklyPoints(of, { weeks: 13, keepDays: 90 }),
    ...dailyPoints(of, { days: 30, keepDays: 30 }),
  ]);
}

function longestLived(points: readonly RecoveryPoint[]): readonly RecoveryPoint[] {
  return [...new Map(points.toReversed().map((point) => [point.createdAt, point])).values()];
}

const at = (time: string): number => Date.parse(`${time}Z`);
const notOf = (time: string) => (point: RecoveryPoint) => point.createdAt !== at(time);
const sinceDays = (days: number) => (point: RecoveryPoint) => point.createdAt >= daysAgo(days);
const isWeekday = ({ createdAt }: RecoveryPoint) => ![0, 6].includes(new Date(createdAt).getUTCDay());
const isShortLived = ({ createdAt, deleteAt = Infinity }: RecoveryPoint) => deleteAt - createdAt < 365 * DAY;

const volume = ebsVolume({ createdAt: daysAgo(730) });
const young = ebsVolume({ createdAt: daysAgo(20) });
const newborn = ebsVolume({ createdAt: daysAgo(1), tags: { backup: 'yes' } });
const tagged = ebsVolume({ createdAt: daysAgo(730), tags: { backup: 'yes' } });
const instance = ec2Instance();
const attached = ebsVolume({ attachments: [{ instanceArn: instance.arn, since: 0 }] });
const database = rdsInstance({ createdAt: daysAgo(730) });
const gateway = ageless(storageGatewayVolume());

/** The plan and its selection by tag, which asks for an opt-in. */
function byTag(plan: BackupPlan) {
  return {
    plans: [plan],
    selections: [backupSelection({ planId: plan.id, listOfTags: [{ key: 'backup', value: 'yes' }] })],
    regionSettings: [regionSettings({ optIn: {} })],
  };
}

const forever = planOf(backupRule({ lifecycle: {} }));
const onWeekdays = planOf(backupRule({ scheduleExpression: 'cron(0 5 ? * MON-FRI *)', lifecycle: {} }));
const weekdays = dailyPoints(volume, { days: 365 }).filter(isWeekday);
const onThe31st = planOf(daily, weekly, { ...monthly, scheduleExpression: 'cron(0 5 31 * ? *)' });
const inBerlin = planOf(backupRule({ timezone: 'Europe/Berlin', lifecycle: {} }));
/** At five by the clocks of Berlin, which were put back on 25 October. */
const berlinPoints = dailyPoints(volume, { days: 31 }).map((point, back) =>
  recoveryPoint(volume, { createdAt: point.createdAt - (back <= 28 ? HOUR : 2 * HOUR) }),
);

const toBunker = (lifecycle: Lifecycle) => [{ destinationVaultArn: bunkerVaultArn, lifecycle }];
const copied = planOf(backupRule({ copyActions: toBunker({ deleteAfterDays: 365 }) }));
const originals = dailyPoints(volume, { days: 35, keepDays: 35 });
const copies = dailyPoints(volume, { days: 365, keepDays: 365, vaultArn: bunkerVaultArn });
const newestCopy = copies.slice(0, 1).map(({ arn }) => arn);
const restoreAccess = vault({ scope: bunker, name: 'bunker', vaultType: 'RESTORE_ACCESS_BACKUP_VAULT' });

const continuous = planOf(backupRule({ continuous: true, lifecycle: { deleteAfterDays: 35 } }));
const pitr = continuousPoint(database);
const window = nativeBackup(database, {
  retentionDays: 35,
  earliestRestorableAt: daysAgo(35),
  recoveryPointArn: pitr.arn,
});

const DAILY = { tiers: [{ name: 'daily', every: '24h', keep: '30d' }] };
const failedJob = backupJob(volume, { createdAt: at('2026-11-10T05:00'), state: 'FAILED', message: 'Out of space.' });

testRule(
  retentionTiers,
  {
    pass: [
      {
        name: 'T1: longer-lived points satisfy shorter tiers',
        given: { resource: volume, ...inPlan(volume, tiered), recoveryPoints: tieredPoints(volume) },
        message: 'tiers-held',
        data: {
          name: 'data',
          tiers: 'daily (every 1 d, kept 30 d), weekly (every 7 d, kept 90 d), monthly (every 31 d, kept 365 d)',
        },
        evidence: [tiered.arn],
      },
      {
        name: 'T4: weekends do not count where only business days do',
        given: { resource: volume, ...inPlan(volume, onWeekdays), recoveryPoints: weekdays },
        options: { businessDays: true },
        message: 'tiers-held',
      },
      {
        name: 'T6: points without an end are kept forever',
        given: { resource: volume, ...inPlan(volume, forever), recoveryPoints: dailyPoints(volume, { days: 365 }) },
        message: 'tiers-held',
      },
      {
        name: 'T8: a continuous backup holds the daily tier over its window',
        given: {
          resource: database,
          ...inPlan(database, continuous),
          recoveryPoints: [pitr],
          nativeBackups: [window],
        },
        options: DAILY,
        message: 'tiers-held',
        evidence: [pitr.arn, database.arn],
      },
      {
        name: 'T8: snapshots reach back where the window ends',
        given: {
          resource: database,
          ...inPlan(database, planOf(weekly, backupRule({ continuous: true }))),
          recoveryPoints: [pitr, ...weeklyPoints(database, { weeks: 13, keepDays: 90 }).slice(5)],
          nativeBackups: [{ ...window, retentionDays: 35 }],
        },
        options: { tiers: [{ name: 'weekly', every: '7d', keep: '35d' }] },
        message: 'tiers-held',
      },
      {
        name: 'T14: continuous backups are plain snapshots to what has none',
        given: {
          resource: newborn,
          ...inPlan(newborn, planOf(backupRule({ continuous: true, lifecycle: { deleteAfterDays: 365 } }))),
        },
        message: 'on-track',
      },
      {
        name: 'T9: a young resource has all that there can be',
        given: { resource: young, ...inPlan(young, tiered), recoveryPoints: tieredPoints(young).filter(sinceDays(20)) },
        message: 'on-track',
        data: { since: new Date(daysAgo(20)) },
      },
      {
        name: 'T10: a young plan is enough for a policy that is as young',
        given: {
          resource: volume,
          ...inPlan(volume, tiered),
          recoveryPoints: tieredPoints(volume).filter(sinceDays(10)),
        },
        options: { effectiveFrom: '2026-11-12' },
        message: 'on-track',
        data: { since: '2026-11-12T00:00:00.000Z' },
      },
      {
        name: 'T11: a day is forgiven by the tolerance',
        given: {
          resource: volume,
          ...inPlan(volume, tiered),
          recoveryPoints: tieredPoints(volume).filter(notOf('2026-11-10T05:00')),
        },
        options: { tolerance: '25h' },
        message: 'tiers-held',
      },
      {
        name: 'T15: copies hold what the points at home do not',
        given: { resource: volume, ...inPlan(volume, copied), recoveryPoints: [...originals, ...copies] },
        message: 'tiers-held',
        evidence: newestCopy,
      },
      {
        name: 'T15: copies alone, where copies are asked for',
        given: { resource: volume, ...inPlan(volume, copied), recoveryPoints: copies },
        options: { where: 'copy' },
        message: 'tiers-held',
        evidence: newestCopy,
      },
      {
        name: 'T16: a night that lasts an hour longer is no gap',
        given: { resource: volume, ...inPlan(volume, inBerlin), recoveryPoints: berlinPoints },
        options: { ...DAILY, tolerance: '1h' },
        message: 'tiers-held',
      },
      {
        name: 'a new resource waits for its first backup',
        given: { resource: newborn, ...inPlan(newborn, tiered) },
        message: 'on-track',
        data: { since: new Date(daysAgo(1)) },
      },
      {
        name: 'a volume is held together with its instance',
        given: {
          resource: attached,
          others: [instance],
          ...inPlan(instance, forever),
          recoveryPoints: dailyPoints(instance, { days: 365 }),
        },
        message: 'covered-by',
        data: { host: 'web' },
      },
      {
        name: 'points prove a plan whose opt-in AWS does not tell',
        given: { resource: tagged, ...byTag(forever), recoveryPoints: dailyPoints(tagged, { days: 365 }) },
        message: 'tiers-held',
      },
      {
        name: 'a tier of years',
        given: {
          resource: volume,
          ...inPlan(volume, planOf({ ...monthly, lifecycle: {} })),
          recoveryPoints: monthlyPoints(volume, { months: 25 }),
        },
        options: { tiers: [{ name: 'yearly', every: '366d', keep: '700d' }] },
        message: 'tiers-held',
        data: { tiers: 'yearly (every 366 d, kept 700 d)' },
      },
      {
        name: 'a rule that cannot work does no harm where others hold the tiers',
        given: {
          resource: volume,
          ...inPlan(volume, planOf(backupRule({ lifecycle: {} }), { ...weekly, scheduleExpression: 'rate(7 days)' })),
          recoveryPoints: dailyPoints(volume, { days: 365 }),
        },
        message: 'tiers-held',
      },
    ],

    fail: [
      {
        name: 'T2: one daily rule, kept 35 days',
        given: { resource: volume, ...inPlan(volume), recoveryPoints: originals },
        message: 'design-falls-short',
        data: {
          plan: 'nightly',
          tiers: 'weekly, monthly',
          items:
            'weekly: no rule keeps its points for 90 d; no point from 2026-08-24 12:00 UTC to 2026-10-19 05:00 UTC (55 d 17 h). ' +
            'monthly: no rule keeps its points for 365 d; no point from 2025-11-22 12:00 UTC to 2026-10-19 05:00 UTC (330 d 17 h).',
        },
      },
      {
        name: 'T3: one daily rule, kept 7 days',
        given: {
          resource: volume,
          ...inPlan(volume, planOf(backupRule({ lifecycle: { deleteAfterDays: 7 } }))),
          recoveryPoints: dailyPoints(volume, { days: 7, keepDays: 7 }),
        },
        options: DAILY,
        message: 'design-falls-short',
        data: {
          items:
            'daily: no rule keeps its points for 30 d; no point from 2026-10-23 12:00 UTC to 2026-11-16 05:00 UTC (23 d 17 h).',
        },
      },
      {
        name: 'T4: weekends are gaps',
        given: { resource: volume, ...inPlan(volume, onWeekdays), recoveryPoints: weekdays },
        message: 'design-falls-short',
        data: { tiers: 'daily' },
      },
      {
        name: 'T5: no month but seven has a 31st',
        given: {
          resource: volume,
          ...inPlan(volume, onThe31st),
          recoveryPoints: longestLived([
            ...weeklyPoints(volume, { weeks: 13, keepDays: 90 }),
            ...dailyPoints(volume, { days: 30, keepDays: 30 }),
          ]),
        },
        message: 'design-falls-short',
        data: { tiers: 'monthly' },
      },
      {
        name: 'T5: no point is missing yet, but the plan will leave gaps',
        given: { resource: young, ...inPlan(young, onThe31st), recoveryPoints: dailyPoints(young, { days: 20 }) },
        message: 'design-falls-short',
        data: {
          tiers: 'monthly',
          items:
            'monthly: the rules that keep their points long enough do not run for 61 d from 2027-03-31 05:00 UTC to 2027-05-31 05:00 UTC.',
        },
      },
      {
        name: 'T7: points that go when their copy exists do not count',
        given: {
          resource: volume,
          ...inPlan(volume, tiered),
          recoveryPoints: tieredPoints(volume).map((point) => ({ ...point, deleteAfterCopy: true })),
        },
        message: 'proof-contradicts-plan',
        data: { tiers: 'daily, weekly, monthly' },
      },
      {
        name: 'T8: a continuous backup reaches back 35 days',
        given: {
          resource: database,
          ...inPlan(database, continuous),
          recoveryPoints: [pitr],
          nativeBackups: [window],
        },
        message: 'design-falls-short',
        data: { tiers: 'weekly, monthly' },
      },
      {
        name: 'T8: a continuous backup that stands still',
        given: {
          resource: database,
          ...inPlan(database, continuous),
          recoveryPoints: [pitr],
          nativeBackups: [{ ...window, latestRestorableAt: daysAgo(9) }],
        },
        options: DAILY,
        message: 'gaps',
        data: { items: 'daily: no point from 2026-11-13 12:00 UTC to 2026-11-22 12:00 UTC (9 d).' },
      },
      {
        name: 'T10: the plan is younger than the tiers',
        given: {
          resource: volume,
          ...inPlan(volume, tiered),
          recoveryPoints: tieredPoints(volume).filter(sinceDays(10)),
        },
        message: 'gaps',
        data: { tiers: 'daily, weekly, monthly', job: 'No failed job is known.' },
      },
      {
        name: 'T11: the job of a day failed',
        given: {
          resource: volume,
          ...inPlan(volume, tiered),
          recoveryPoints: tieredPoints(volume).filter(notOf('2026-11-10T05:00')),
          backupJobs: [backupJob(volume), failedJob],
        },
        message: 'gaps',
        data: {
          tiers: 'daily',
          items: 'daily: no point from 2026-11-09 05:00 UTC to 2026-11-11 05:00 UTC (2 d).',
          job: 'The job of 2026-11-10 05:00 UTC ended FAILED: Out of space.',
        },
        evidence: [volume.arn, failedJob.id],
      },
      {
        name: 'T12: the monthly points were deleted',
        given: {
          resource: volume,
          ...inPlan(volume, tiered),
          recoveryPoints: tieredPoints(volume).filter(isShortLived),
        },
        message: 'proof-contradicts-plan',
        data: { plan: 'tiered', tiers: 'daily, weekly, monthly' },
        evidence: [tiered.arn],
      },
      {
        name: 'T13: the lock of the vault refuses a year',
        given: {
          resource: volume,
          ...inPlan(volume, tiered),
          recoveryPoints: tieredPoints(volume).filter(isShortLived),
          vaults: [vault({ lock: { maxRetentionDays: 90 } })],
        },
        message: 'lock-conflict',
        data: { tiers: 'daily, weekly, monthly' },
      },
      {
        name: 'T13: the lock of a vault asks for more than a rule gives',
        given: {
          resource: volume,
          ...inPlan(volume, planOf(daily)),
          vaults: [vault({ lock: { minRetentionDays: 60 } })],
        },
        options: DAILY,
        message: 'lock-conflict',
        data: {
          items:
            'daily: rule daily keeps its points 30 d, but the lock of vault main takes at least 60 d; no point from 2026-10-23 12:00 UTC to 2026-11-22 12:00 UTC (30 d).',
        },
      },
      {
        name: 'T13: the lock of the vault that copies go to',
        given: {
          resource: newborn,
          ...inPlan(newborn, copied),
          vaults: [vault({ scope: bunker, name: 'bunker', lock: { maxRetentionDays: 100 } })],
        },
        message: 'lock-conflict',
        data: {
          tiers: 'weekly, monthly',
          items:
            'weekly: the copy of rule daily keeps its points 365 d, but the lock of vault bunker takes at most 100 d. ' +
            'monthly: the copy of rule daily keeps its points 365 d, but the lock of vault bunker takes at most 100 d.',
        },
      },
      {
        name: 'T13: a lock with a maximum and points without an end',
        given: { resource: newborn, ...inPlan(newborn, forever), vaults: [vault({ lock: { maxRetentionDays: 90 } })] },
        options: DAILY,
        message: 'lock-conflict',
        data: {
          items:
            'daily: rule daily keeps its points forever, but the lock of vault main takes at most 90 d (that this refuses points without an end is an assumption).',
        },
      },
      {
        name: 'T14: deleted sooner than 90 days after the move to cold storage',
        given: {
          resource: volume,
          ...inPlan(
            volume,
            planOf(
              daily,
              { ...weekly, lifecycle: { deleteAfterDays: 100, moveToColdStorageAfterDays: 30 } },
              { ...monthly, scheduleExpression: 'cron(0 20 1 * ? *)' },
            ),
          ),
          recoveryPoints: tieredPoints(volume),
        },
        message: 'lifecycle-invalid',
        data: {
          tiers: 'daily, weekly',
          items:
            'daily: rule weekly moves its points to cold storage after 30 d and deletes them after 100 d, which may be 120 d at the soonest; the rules that keep their points long enough do not run for 2 d from 2026-11-28 05:00 UTC to 2026-11-30 05:00 UTC. ' +
            'weekly: rule weekly moves its points to cold storage after 30 d and deletes them after 100 d, which may be 120 d at the soonest; the rules that keep their points long enough do not run for 31 d from 2026-12-01 20:00 UTC to 2027-01-01 20:00 UTC.',
        },
      },
      {
        name: 'T14: a continuous backup of more than 35 days',
        given: {
          resource: rdsInstance({ createdAt: daysAgo(1) }),
          ...inPlan(rdsInstance(), planOf(backupRule({ continuous: true, lifecycle: { deleteAfterDays: 365 } }))),
        },
        options: DAILY,
        message: 'lifecycle-invalid',
        data: {
          items:
            'daily: rule daily keeps a continuous backup 365 d, where AWS Backup documents 35 d at most (that it refuses more is an assumption).',
        },
      },
      {
        name: 'T14: more than a hundred years',
        given: {
          resource: newborn,
          ...inPlan(newborn, planOf(backupRule({ lifecycle: { deleteAfterDays: 99_999 } }))),
        },
        options: DAILY,
        message: 'lifecycle-invalid',
        data: { items: 'daily: rule daily deletes its points after 99999 d, which AWS Backup does not take.' },
      },
      {
        name: 'T15: the copies do not count where points at home are asked for',
        given: { resource: volume, ...inPlan(volume, copied), recoveryPoints: [...originals, ...copies] },
        options: { where: 'primary' },
        message: 'design-falls-short',
        data: { tiers: 'weekly, monthly' },
      },
      {
        name: 'T15: a vault that only shows the points of another holds no copies',
        given: {
          resource: volume,
          ...inPlan(volume, copied),
          recoveryPoints: copies,
          vaults: [restoreAccess],
        },
        options: { ...DAILY, where: 'copy' },
        message: 'proof-contradicts-plan',
        data: { items: 'daily: no point from 2026-10-23 12:00 UTC to 2026-11-22 12:00 UTC (30 d).' },
      },
      {
        name: 'T15: what AWS Backup cannot copy',
        given: { resource: ontapVolume({ createdAt: daysAgo(1) }), ...inPlan(ontapVolume(), copied) },
        options: { where: 'copy' },
        message: 'design-falls-short',
        data: { tiers: 'daily, weekly, monthly' },
      },
      {
        name: 'T15: a table whose account has not switched copies on',
        given: {
          resource: dynamoDbTable({ createdAt: daysAgo(1) }),
          ...inPlan(dynamoDbTable(), copied),
          regionSettings: [regionSettings({ management: { DynamoDB: false } })],
          vaults: [vault({ scope: bunker, name: 'bunker' })],
        },
        message: 'design-falls-short',
        data: { tiers: 'weekly, monthly' },
      },
      {
        name: 'T17: the only year of the schedule is over',
        given: {
          resource: volume,
          ...inPlan(volume, planOf(backupRule({ scheduleExpression: 'cron(0 5 ? * * 2020)', lifecycle: {} }))),
        },
        message: 'never-fires',
        data: { plan: 'tiered', tiers: 'daily, weekly, monthly' },
      },
      {
        name: 'T17: a schedule that AWS Backup does not take',
        given: {
          resource: newborn,
          ...inPlan(newborn, planOf(backupRule({ scheduleExpression: 'rate(1 day)', lifecycle: {} }))),
        },
        options: DAILY,
        message: 'never-fires',
        data: {
          items:
            'daily: rule daily has a wrong schedule: schedule "rate(1 day)" uses rate(...), but AWS Backup takes cron expressions only, such as cron(0 5 ? * * *).',
        },
      },
      {
        name: 'never backed up, though assigned',
        given: { resource: volume, ...inPlan(volume, tiered), backupJobs: [failedJob] },
        message: 'no-points',
        data: {
          tiers: 'daily, weekly, monthly',
          plan: 'It is in tiered.',
          job: 'The job of 2026-11-10 05:00 UTC ended FAILED: Out of space.',
        },
        evidence: [failedJob.id],
      },
      {
        name: 'new, and in no plan that would back it up',
        given: { resource: newborn },
        message: 'no-points',
        data: { plan: 'It is in no backup plan.', job: 'No failed job is known.' },
      },
      {
        name: 'never backed up, though assigned if its type is opted in',
        given: { resource: tagged, ...byTag(forever) },
        message: 'no-points',
        data: { plan: 'It is in tiered if its type is opted in.' },
      },
      {
        name: 'in no plan any more',
        given: { resource: volume, recoveryPoints: tieredPoints(volume) },
        message: 'no-plan',
        data: { tiers: 'daily, weekly, monthly' },
      },
      {
        name: 'points made before their plan kept them long enough',
        given: {
          resource: ebsVolume({ createdAt: daysAgo(5) }),
          ...inPlan(volume, tiered),
          recoveryPoints: dailyPoints(volume, { days: 5, keepDays: 7 }),
        },
        message: 'lifecycle-too-short',
        data: {
          tiers: 'daily',
          items: 'daily: no point that lives 30 d from 2026-11-17 12:00 UTC to 2026-11-22 12:00 UTC (5 d).',
        },
      },
      {
        name: 'more gaps than a message names',
        given: {
          resource: volume,
          ...inPlan(volume, forever),
          recoveryPoints: dailyPoints(volume, { days: 30 }).filter((_point, back) => back % 3 !== 1),
        },
        options: DAILY,
        message: 'proof-contradicts-plan',
        data: {
          items:
            'daily: no point from 2026-11-08 05:00 UTC to 2026-11-10 05:00 UTC (2 d), from 2026-11-11 05:00 UTC to 2026-11-13 05:00 UTC (2 d), from 2026-11-14 05:00 UTC to 2026-11-16 05:00 UTC (2 d), from 2026-11-17 05:00 UTC to 2026-11-19 05:00 UTC (2 d), from 2026-11-20 05:00 UTC to 2026-11-22 05:00 UTC (2 d), and 5 more before.',
        },
      },
      {
        name: 'a volume whose instance is no better',
        given: {
          resource: attached,
          others: [instance],
          ...inPlan(instance, forever),
          recoveryPoints: dailyPoints(instance, { days: 3 }),
        },
        message: 'no-points',
        data: { name: 'data' },
      },
      {
        name: 'nobody knows how old it is, but a day between two points is missing',
        given: {
          resource: gateway,
          ...inPlan(gateway, tiered),
          recoveryPoints: tieredPoints(gateway).filter(sinceDays(20)).filter(notOf('2026-11-10T05:00')),
        },
        message: 'proof-contradicts-plan',
        data: {
          tiers: 'daily',
          items: 'daily: no point from 2026-11-09 05:00 UTC to 2026-11-11 05:00 UTC (2 d).',
        },
      },
    ],

    unknown: [
      {
        name: 'T18: its history cannot be read',
        given: { resource: volume, ...inPlan(volume, tiered), unread: ['recoveryPoints'] },
        message: 'evidence-incomplete',
      },
      {
        name: 'T15: the copies lie in an account that was not scanned',
        given: { resource: volume, ...inPlan(volume, copied), recoveryPoints: originals },
        message: 'copies-unseen',
        data: { plan: 'tiered', tiers: 'weekly, monthly' },
      },
      {
        name: 'nobody knows whether it is older than its first point',
        given: {
          resource: gateway,
          ...inPlan(gateway, tiered),
          recoveryPoints: tieredPoints(gateway).filter(sinceDays(20)),
        },
        message: 'cannot-tell',
        data: { tiers: 'daily, weekly, monthly', untold: 'when it was created' },
      },
      {
        name: 'no service tells up to when a continuous backup can be restored',
        given: { resource: database, ...inPlan(database, continuous), recoveryPoints: [pitr] },
        options: DAILY,
        message: 'cannot-tell',
        data: { tiers: 'daily', untold: 'up to when its continuous backup can be restored' },
      },
      {
        name: 'a new resource waits for its first backup, if its type is opted in',
        given: { resource: newborn, ...byTag(forever) },
        message: 'opt-in-unknown',
        data: { plan: 'tiered', setting: 'EBS' },
      },
      {
        name: 'the volume has nothing, and what its instance has cannot be told',
        given: {
          resource: attached,
          others: [{ ...instance, createdAt: daysAgo(1), tags: { backup: 'yes' } }],
          ...byTag(forever),
        },
        message: 'opt-in-unknown',
        data: { name: 'web' },
      },
    ],

    notApplicable: [
      {
        name: 'a data protection volume',
        given: { resource: ontapVolume({ volumeType: 'DP' }) },
        message: 'ontap-volume-type',
      },
    ],
  },
  { describe, it },
);
