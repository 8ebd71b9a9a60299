import { buildVaultArn, DAY, HOUR } from '@backproof/core';
import type { BackupPlan, BackupRule, LegalHold, Lifecycle, RecoveryPoint, Resource } from '@backproof/core';
import {
  auroraCluster,
  backupJob,
  backupPlan,
  backupRule,
  backupSelection,
  bunker,
  bunkerVaultArn,
  continuousPoint,
  copyJob,
  dailyPoints,
  daysAgo,
  dynamoDbTable,
  ebsVolume,
  ec2Instance,
  encryptionKey,
  home,
  inPlan,
  monthlyPoints,
  nativeBackup,
  NOW,
  ontapVolume,
  rdsInstance,
  recoveryPoint,
  regionSettings,
  replica,
  s3Bucket,
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

/** A continuous rule, in another vault than the daily one. */
const anyMoment = backupRule({ name: 'continuous', continuous: true, targetVaultName: 'windows' });
const apart = planOf(daily, anyMoment);

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
const newBucket = s3Bucket({ createdAt: daysAgo(1) });
const { versioning: _, ...bucketUnread } = newBucket;
const newborn = ebsVolume({ createdAt: daysAgo(1), tags: { backup: 'yes' } });
const tagged = ebsVolume({ createdAt: daysAgo(730), tags: { backup: 'yes' } });
const unversioned = s3Bucket({ createdAt: daysAgo(1), versioning: 'off' });
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

/** A new cluster that goes to an air-gapped vault, or to the ordinary one if AWS manages its key. */
const sealedVault = vault({ name: 'sealed', vaultType: 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT' });
const cluster = auroraCluster({ createdAt: daysAgo(1), encryptionKeyArn: encryptionKey().arn });
const bySealedVault = {
  resource: cluster,
  ...inPlan(cluster, planOf(backupRule({ lifecycle: {}, airGappedVaultArn: sealedVault.arn }))),
};

/** A volume that was attached to a running instance ten days ago, and the images of the instance. */
const attachedAt = daysAgo(10);
const late = ebsVolume({ name: 'late', attachments: [{ instanceArn: instance.arn, since: attachedAt }] });
const images = dailyPoints(instance, { days: 400 });
const imaged = { others: [instance], ...inPlan(instance, forever), recoveryPoints: images };

/** A plan of an organization's policy, which follows the opt-in of the management account. */
const ofOrganization = { ...forever, id: 'orgs/1', arn: `${forever.arn}-orgs` };
const byOrganization = {
  plans: [ofOrganization],
  selections: [backupSelection({ planId: 'orgs/1', listOfTags: [{ key: 'backup', value: 'yes' }] })],
};

const source = rdsInstance({ name: 'source', createdAt: daysAgo(730) });
const follower = rdsInstance({ name: 'follower', createdAt: daysAgo(730) });
const following = {
  resource: follower,
  others: [source],
  replicas: [replica(source, { replicaArn: follower.arn })],
  ...inPlan(source, forever),
  recoveryPoints: dailyPoints(source, { days: 365 }),
};

const host = ec2Instance({ createdAt: daysAgo(730) });
const part = ebsVolume({ createdAt: daysAgo(730), attachments: [{ instanceArn: host.arn, since: daysAgo(730) }] });
const byParts = {
  resource: host,
  others: [part],
  ...inPlan(part, forever),
  recoveryPoints: dailyPoints(part, { days: 365 }),
};

/** Points of the last 30 days that were kept for 20 days, and a plan that keeps new ones for 30. */
const brief = dailyPoints(volume, { days: 30, keepDays: 20 });
const kept = { resource: volume, ...inPlan(volume, planOf(daily)), recoveryPoints: brief };
const hold: LegalHold = {
  scope: home,
  arn: 'arn:aws:backup:eu-west-1:111111111111:legal-hold:1',
  title: 'lawsuit',
  recoveryPointArns: brief.map(({ arn }) => arn).sort(),
};

const replaced = continuousPoint(database, { age: '5d' });
const stoppedPoint = continuousPoint(database, { age: '200d', status: 'STOPPED' });
const goingOn = { ...window, recoveryPointArn: replaced.arn };

/** Stopped three days ago: no point since. */
const stopped = rdsInstance({
  createdAt: daysAgo(730),
  state: { is: 'stopped', word: 'stopped', since: daysAgo(3) },
});
const beforeStop = { resource: stopped, ...inPlan(stopped, forever) };

const failedCopy = copyJob(volume, {
  createdAt: at('2026-11-21T07:00'),
  state: 'FAILED',
  message: 'No access to the key.',
});
const toBunkerDaily = planOf(backupRule({ copyActions: toBunker({ deleteAfterDays: 35 }) }));
const recentOriginals = dailyPoints(volume, { days: 30, keepDays: 35 });
const staleCopies = dailyPoints(volume, { days: 30, keepDays: 35, vaultArn: bunkerVaultArn }).slice(3);

testRule(
  retentionTiers,
  {
    pass: [
      {
        name: 'longer-lived points satisfy shorter tiers',
        given: { resource: volume, ...inPlan(volume, tiered), recoveryPoints: tieredPoints(volume) },
        message: 'tiers-held',
        data: {
          name: 'data',
          tiers:
            'daily (every 1 day, kept 30 days), weekly (every 7 days, kept 90 days), monthly (every 31 days, kept 365 days)',
        },
        evidence: [tiered.arn],
      },
      {
        name: 'weekends do not count where only business days do',
        given: { resource: volume, ...inPlan(volume, onWeekdays), recoveryPoints: weekdays },
        options: { businessDays: true },
        message: 'tiers-held',
      },
      {
        name: 'points without an end are kept forever',
        given: { resource: volume, ...inPlan(volume, forever), recoveryPoints: dailyPoints(volume, { days: 365 }) },
        message: 'tiers-held',
      },
      {
        name: 'a continuous backup holds the daily tier over its window',
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
        name: 'snapshots reach back where the window ends',
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
        name: 'continuous backups are plain snapshots to what has none',
        given: {
          resource: newborn,
          ...inPlan(newborn, planOf(backupRule({ continuous: true, lifecycle: { deleteAfterDays: 365 } }))),
        },
        message: 'awaiting-first-backup',
      },
      {
        name: 'a young resource has all that there can be',
        given: { resource: young, ...inPlan(young, tiered), recoveryPoints: tieredPoints(young).filter(sinceDays(20)) },
        message: 'on-track',
        data: { since: new Date(daysAgo(20)) },
      },
      {
        name: 'a young plan is enough for a policy that is as young',
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
        name: 'a day is forgiven by the tolerance',
        given: {
          resource: volume,
          ...inPlan(volume, tiered),
          recoveryPoints: tieredPoints(volume).filter(notOf('2026-11-10T05:00')),
        },
        options: { tolerance: '25h' },
        message: 'tiers-held',
      },
      {
        name: 'copies hold what the points at home do not',
        given: { resource: volume, ...inPlan(volume, copied), recoveryPoints: [...originals, ...copies] },
        message: 'tiers-held',
        evidence: newestCopy,
      },
      {
        name: 'copies alone, where copies are asked for',
        given: { resource: volume, ...inPlan(volume, copied), recoveryPoints: copies },
        options: { where: 'copy' },
        message: 'tiers-held',
        evidence: newestCopy,
      },
      {
        name: 'a night that lasts an hour longer is no gap',
        given: { resource: volume, ...inPlan(volume, inBerlin), recoveryPoints: berlinPoints },
        options: { ...DAILY, tolerance: '1h' },
        message: 'tiers-held',
      },
      {
        name: 'a new resource waits for its first backup',
        given: { resource: newborn, ...inPlan(newborn, tiered) },
        message: 'awaiting-first-backup',
        data: { plans: 'backup plan tiered' },
      },
      {
        name: 'a new bucket with versioning waits for its first backup',
        given: { resource: newBucket, ...inPlan(newBucket, tiered) },
        message: 'awaiting-first-backup',
      },
      {
        name: 'a new bucket whose continuous and periodic backups go to one vault waits for its first backup',
        given: { resource: newBucket, ...inPlan(newBucket, planOf(daily, { ...anyMoment, targetVaultName: 'main' })) },
        options: DAILY,
        message: 'awaiting-first-backup',
      },
      {
        name: 'a new volume, for which no rule is continuous, waits for its first backup in whatever vaults',
        given: { resource: newborn, ...inPlan(newborn, apart) },
        options: DAILY,
        message: 'awaiting-first-backup',
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
        data: { via: 'web' },
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
        data: { tiers: 'yearly (every 366 days, kept 700 days)' },
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

      {
        name: 'a volume that was created when it was attached is held by the images since',
        given: { resource: { ...late, createdAt: attachedAt }, ...imaged },
        message: 'covered-by',
        data: { via: 'web' },
      },
      {
        name: 'an older volume is held by the images, where nothing is asked of the time before its attachment',
        given: { resource: { ...late, createdAt: daysAgo(700) }, ...imaged },
        options: { effectiveFrom: '2026-11-13' },
        message: 'covered-by',
        data: { via: 'web' },
      },
      {
        name: 'a new volume waits for the next image of its instance',
        given: {
          resource: { ...late, createdAt: NOW - HOUR, attachments: [{ instanceArn: instance.arn, since: NOW - HOUR }] },
          ...imaged,
        },
        message: 'awaiting-with',
        data: { via: 'web' },
      },
      {
        name: 'a read replica is held by its source',
        given: following,
        message: 'covered-by',
        data: { via: 'source' },
      },
      {
        name: 'an instance is held by its volumes where the options say so',
        given: byParts,
        options: { parts: 'inherit' },
        message: 'parts-covered',
      },
      {
        name: 'points that a legal hold keeps past their deletion date',
        given: { ...kept, legalHolds: [hold] },
        options: DAILY,
        message: 'tiers-held-by-legal-hold',
        data: { holds: 'lawsuit' },
        evidence: [hold.arn],
      },
      {
        name: 'a legal hold that changes nothing is not named',
        given: {
          ...kept,
          recoveryPoints: recentOriginals,
          legalHolds: [{ ...hold, recoveryPointArns: [recentOriginals[0]?.arn ?? ''] }],
        },
        options: DAILY,
        message: 'tiers-held',
      },
      {
        name: 'a continuous backup whose retention was changed goes on in the window of its service',
        given: {
          resource: database,
          ...inPlan(database, continuous),
          recoveryPoints: [stoppedPoint, replaced],
          nativeBackups: [goingOn],
        },
        options: DAILY,
        message: 'tiers-held',
        evidence: [replaced.arn],
      },
      {
        name: 'what a stopped continuous point still restores, as far as the window of its service reports it',
        given: {
          resource: database,
          ...inPlan(database, continuous),
          recoveryPoints: [stoppedPoint],
          nativeBackups: [goingOn],
        },
        options: DAILY,
        message: 'tiers-held',
        evidence: [stoppedPoint.arn],
      },
      {
        name: 'a continuous rule and a snapshot rule at the same hour make both',
        given: {
          resource: database,
          ...inPlan(
            database,
            planOf(backupRule({ name: 'pitr', continuous: true, lifecycle: { deleteAfterDays: 35 } }), {
              ...monthly,
              scheduleExpression: 'cron(0 5 ? * * *)',
            }),
          ),
          recoveryPoints: [pitr, ...dailyPoints(database, { days: 365, keepDays: 365 })],
          nativeBackups: [window],
        },
        message: 'tiers-held',
      },
      {
        name: 'a stopped database needs no points since it stopped',
        given: { ...beforeStop, recoveryPoints: dailyPoints(stopped, { days: 365 }).slice(3) },
        message: 'tiers-held-while-stopped',
        data: { since: new Date(daysAgo(3)) },
      },
      {
        name: 'a database that was stopped before the tier begins needs one point of its last state',
        given: { ...beforeStop, recoveryPoints: dailyPoints(stopped, { days: 4 }).slice(3) },
        options: { tiers: [{ name: 'short', every: '24h', keep: '2d' }] },
        message: 'tiers-held-while-stopped',
        data: { since: new Date(daysAgo(3)) },
      },
      {
        name: 'points prove a plan of the organization',
        given: { resource: tagged, ...byOrganization, recoveryPoints: dailyPoints(tagged, { days: 365 }) },
        message: 'tiers-held',
      },
    ],

    fail: [
      {
        name: 'one daily rule, kept 35 days',
        given: { resource: volume, ...inPlan(volume), recoveryPoints: originals },
        message: 'design-falls-short',
        data: {
          plans: 'backup plan nightly',
          tiers: 'weekly, monthly',
          items:
            'weekly: no rule keeps its points for 90 days; no usable point from 2026-08-24 12:00 UTC to 2026-10-19 05:00 UTC (55 days). ' +
            'monthly: no rule keeps its points for 365 days; no usable point from 2025-11-22 12:00 UTC to 2026-10-19 05:00 UTC (330 days).',
        },
      },
      {
        name: 'one daily rule, kept 7 days',
        given: {
          resource: volume,
          ...inPlan(volume, planOf(backupRule({ lifecycle: { deleteAfterDays: 7 } }))),
          recoveryPoints: dailyPoints(volume, { days: 7, keepDays: 7 }),
        },
        options: DAILY,
        message: 'design-falls-short',
        data: {
          items:
            'daily: no rule keeps its points for 30 days; no usable point from 2026-10-23 12:00 UTC to 2026-11-16 05:00 UTC (23 days).',
        },
      },
      {
        name: 'weekends are gaps',
        given: { resource: volume, ...inPlan(volume, onWeekdays), recoveryPoints: weekdays },
        message: 'design-falls-short',
        data: { tiers: 'daily' },
      },
      {
        name: 'no month but seven has a 31st',
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
        name: 'no point is missing yet, but the plan will leave gaps',
        given: { resource: young, ...inPlan(young, onThe31st), recoveryPoints: dailyPoints(young, { days: 20 }) },
        message: 'design-falls-short',
        data: {
          tiers: 'monthly',
          items:
            'monthly: the rules that keep their points long enough do not run for 61 days, from 2027-03-31 05:00 UTC to 2027-05-31 05:00 UTC.',
        },
      },
      {
        name: 'points that go when their copy exists do not count',
        given: {
          resource: volume,
          ...inPlan(volume, tiered),
          recoveryPoints: tieredPoints(volume).map((point) => ({ ...point, deleteAfterCopy: true })),
        },
        message: 'proof-contradicts-plan',
        data: { tiers: 'daily, weekly, monthly' },
      },
      {
        name: 'a continuous backup reaches back 35 days',
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
        name: 'a continuous backup that stands still',
        given: {
          resource: database,
          ...inPlan(database, continuous),
          recoveryPoints: [pitr],
          nativeBackups: [{ ...window, latestRestorableAt: daysAgo(9) }],
        },
        options: DAILY,
        message: 'gaps',
        data: { items: 'daily: no usable point from 2026-11-13 12:00 UTC to 2026-11-22 12:00 UTC (9 days).' },
      },
      {
        name: 'the plan is younger than the tiers',
        given: {
          resource: volume,
          ...inPlan(volume, tiered),
          recoveryPoints: tieredPoints(volume).filter(sinceDays(10)),
        },
        message: 'gaps',
        data: { tiers: 'daily, weekly, monthly' },
      },
      {
        name: 'the job of a day failed',
        given: {
          resource: volume,
          ...inPlan(volume, tiered),
          recoveryPoints: tieredPoints(volume).filter(notOf('2026-11-10T05:00')),
          backupJobs: [backupJob(volume), failedJob],
        },
        message: 'job-failed',
        data: {
          tiers: 'daily',
          items: 'daily: no usable point from 2026-11-09 05:00 UTC to 2026-11-11 05:00 UTC (2 days).',
          job: 'backup job',
          at: '2026-11-10T05:00:00.000Z',
          state: 'FAILED',
          reason: 'Out of space',
        },
        evidence: [volume.arn, failedJob.id],
      },
      {
        name: 'the monthly points were deleted',
        given: {
          resource: volume,
          ...inPlan(volume, tiered),
          recoveryPoints: tieredPoints(volume).filter(isShortLived),
        },
        message: 'proof-contradicts-plan',
        data: { plans: 'backup plan tiered', tiers: 'daily, weekly, monthly' },
        evidence: [tiered.arn],
      },
      {
        name: 'the lock of the vault refuses a year',
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
        name: 'the lock of a vault asks for more than a rule gives',
        given: {
          resource: volume,
          ...inPlan(volume, planOf(daily)),
          vaults: [vault({ lock: { minRetentionDays: 60 } })],
        },
        options: DAILY,
        message: 'lock-conflict',
        data: {
          items:
            'daily: rule daily keeps its points 30 days, but the lock of vault main requires at least 60 days; no usable point from 2026-10-23 12:00 UTC to 2026-11-22 12:00 UTC (30 days).',
        },
      },
      {
        name: 'the lock of the vault that copies go to',
        given: {
          resource: newborn,
          ...inPlan(newborn, copied),
          vaults: [vault({ scope: bunker, name: 'bunker', lock: { maxRetentionDays: 100 } })],
        },
        message: 'lock-conflict',
        data: {
          tiers: 'weekly, monthly',
          items:
            'weekly: the copy of rule daily keeps its points 365 days, but the lock of vault bunker requires at most 100 days. ' +
            'monthly: the copy of rule daily keeps its points 365 days, but the lock of vault bunker requires at most 100 days.',
        },
      },
      {
        name: 'a lock with a maximum and points without an end',
        given: { resource: newborn, ...inPlan(newborn, forever), vaults: [vault({ lock: { maxRetentionDays: 90 } })] },
        options: DAILY,
        message: 'lock-conflict',
        data: {
          items:
            'daily: rule daily keeps its points forever, but the lock of vault main requires at most 90 days (that this refuses points that never expire is an assumption).',
        },
      },
      {
        name: 'deleted sooner than 90 days after the move to cold storage',
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
            'daily: rule weekly moves its points to cold storage after 30 days and deletes them after 100 days; the earliest that AWS Backup accepts is 120 days; the rules that keep their points long enough do not run for 2 days, from 2026-11-28 05:00 UTC to 2026-11-30 05:00 UTC. ' +
            'weekly: rule weekly moves its points to cold storage after 30 days and deletes them after 100 days; the earliest that AWS Backup accepts is 120 days; the rules that keep their points long enough do not run for 31 days, from 2026-12-01 20:00 UTC to 2027-01-01 20:00 UTC.',
        },
      },
      {
        name: 'a continuous backup of more than 35 days',
        given: {
          resource: rdsInstance({ createdAt: daysAgo(1) }),
          ...inPlan(rdsInstance(), planOf(backupRule({ continuous: true, lifecycle: { deleteAfterDays: 365 } }))),
        },
        options: DAILY,
        message: 'lifecycle-invalid',
        data: {
          items:
            'daily: rule daily keeps a continuous backup 365 days, but AWS Backup documents at most 35 days (that it refuses more is an assumption).',
        },
      },
      {
        name: 'more than a hundred years',
        given: {
          resource: newborn,
          ...inPlan(newborn, planOf(backupRule({ lifecycle: { deleteAfterDays: 99_999 } }))),
        },
        options: DAILY,
        message: 'lifecycle-invalid',
        data: { items: 'daily: rule daily deletes its points after 99999 days, which AWS Backup does not accept.' },
      },
      {
        name: 'the copies do not count where points at home are asked for',
        given: { resource: volume, ...inPlan(volume, copied), recoveryPoints: [...originals, ...copies] },
        options: { where: 'primary' },
        message: 'design-falls-short',
        data: { tiers: 'weekly, monthly' },
      },
      {
        name: 'a vault that only shows the points of another holds no copies',
        given: {
          resource: volume,
          ...inPlan(volume, copied),
          recoveryPoints: copies,
          vaults: [restoreAccess],
        },
        options: { ...DAILY, where: 'copy' },
        message: 'proof-contradicts-plan',
        data: { items: 'daily: no usable point from 2026-10-23 12:00 UTC to 2026-11-22 12:00 UTC (30 days).' },
      },
      {
        name: 'what AWS Backup cannot copy',
        given: { resource: ontapVolume({ createdAt: daysAgo(1) }), ...inPlan(ontapVolume(), copied) },
        options: { where: 'copy' },
        message: 'design-falls-short',
        data: { tiers: 'daily, weekly, monthly' },
      },
      {
        name: 'a table whose account has not switched copies on',
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
        name: 'the only year of the schedule is over',
        given: {
          resource: volume,
          ...inPlan(volume, planOf(backupRule({ scheduleExpression: 'cron(0 5 ? * * 2020)', lifecycle: {} }))),
        },
        message: 'never-fires',
        data: { plans: 'backup plan tiered', tiers: 'daily, weekly, monthly' },
      },
      {
        name: 'a schedule that AWS Backup does not take',
        given: {
          resource: newborn,
          ...inPlan(newborn, planOf(backupRule({ scheduleExpression: 'rate(1 day)', lifecycle: {} }))),
        },
        options: DAILY,
        message: 'never-fires',
        data: {
          items:
            'daily: rule daily has an invalid schedule: schedule "rate(1 day)" uses rate(...), but AWS Backup accepts only cron expressions, such as cron(0 5 ? * * *).',
        },
      },
      {
        name: 'never backed up, though assigned',
        given: { resource: volume, ...inPlan(volume, tiered), backupJobs: [failedJob] },
        message: 'backup-failing',
        data: {
          tiers: 'daily, weekly, monthly',
          job: 'backup job',
          at: '2026-11-10T05:00:00.000Z',
          state: 'FAILED',
          reason: 'Out of space',
        },
        evidence: [failedJob.id],
      },
      {
        name: 'new, and in no plan that would back it up',
        given: { resource: newborn },
        message: 'no-points',
        data: { tiers: 'daily, weekly, monthly' },
      },
      {
        name: 'never backed up, though assigned if its type is opted in',
        given: { resource: tagged, ...byTag(forever) },
        message: 'not-backed-up-opt-in-unknown',
        data: { plans: 'backup plan tiered', setting: 'EBS' },
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
          items: 'daily: no point kept for 30 days from 2026-11-17 12:00 UTC to 2026-11-22 12:00 UTC (5 days).',
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
            'daily: no usable point from 2026-11-08 05:00 UTC to 2026-11-10 05:00 UTC (2 days), from 2026-11-11 05:00 UTC to 2026-11-13 05:00 UTC (2 days), from 2026-11-14 05:00 UTC to 2026-11-16 05:00 UTC (2 days), from 2026-11-17 05:00 UTC to 2026-11-19 05:00 UTC (2 days), from 2026-11-20 05:00 UTC to 2026-11-22 05:00 UTC (2 days), and 5 more before.',
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
        message: 'related-fails',
        data: { name: 'data', via: 'web' },
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
          items: 'daily: no usable point from 2026-11-09 05:00 UTC to 2026-11-11 05:00 UTC (2 days).',
        },
      },

      {
        name: 'an older volume has nothing of the time before its attachment',
        given: { resource: { ...late, createdAt: daysAgo(700) }, ...imaged },
        message: 'attached-later',
        data: { name: 'late', via: 'web', since: new Date(attachedAt) },
      },
      {
        name: 'a volume that was attached after the newest image',
        given: {
          resource: {
            ...late,
            createdAt: daysAgo(700),
            attachments: [{ instanceArn: instance.arn, since: NOW - HOUR }],
          },
          ...imaged,
        },
        message: 'attached-later',
        data: { name: 'late', since: new Date(NOW - HOUR) },
      },
      {
        name: 'a read replica needs points of its own where the options say so',
        given: following,
        options: { followers: 'judge' },
        message: 'no-points',
        data: { name: 'follower' },
      },
      {
        name: 'an instance needs points of its own',
        given: byParts,
        message: 'no-points',
        data: { name: 'web' },
      },
      {
        name: 'new, but the vault of its plan does not exist',
        given: {
          resource: newborn,
          ...inPlan(newborn, planOf(backupRule({ lifecycle: {}, airGappedVaultArn: buildVaultArn(home, 'sealed') }))),
        },
        options: DAILY,
        message: 'vault-missing',
        data: { plans: 'backup plan tiered', items: 'daily: the vault sealed of rule daily does not exist.' },
      },
      {
        name: 'new, and its key, which AWS manages, leaves it to the ordinary vault, which refuses it',
        given: {
          ...bySealedVault,
          vaults: [vault({ lock: { maxRetentionDays: 90 } }), sealedVault],
          encryptionKeys: [encryptionKey({ managedByAws: true })],
        },
        options: DAILY,
        message: 'lock-conflict',
        data: {
          items:
            'daily: rule daily keeps its points forever, but the lock of vault main requires at most 90 days (that this refuses points that never expire is an assumption).',
        },
      },
      {
        name: 'a new bucket, but its versioning is not enabled',
        given: { resource: unversioned, ...inPlan(unversioned, forever) },
        options: DAILY,
        message: 'setting-missing',
        data: {
          plans: 'backup plan tiered',
          items: 'daily: its versioning is not enabled, which AWS Backup requires.',
        },
      },
      {
        name: 'new, but the vault of its plan could not be created',
        given: { resource: newborn, ...inPlan(newborn, forever), vaults: [vault({ state: 'FAILED' })] },
        options: DAILY,
        message: 'vault-unavailable',
        data: { items: 'daily: the vault main of rule daily is FAILED.' },
      },
      {
        name: 'assigned for long, and never backed up',
        given: { resource: volume, ...inPlan(volume, tiered) },
        message: 'not-backed-up',
        data: { plans: 'backup plan tiered', tiers: 'daily, weekly, monthly' },
      },
      {
        name: 'only tiers that the plan can never meet are named so',
        given: {
          resource: volume,
          ...inPlan(volume, planOf(daily)),
          recoveryPoints: dailyPoints(volume, { days: 60, keepDays: 30 }).map((point) => ({
            ...point,
            status: 'EXPIRED' as const,
          })),
        },
        message: 'design-falls-short',
        data: {
          tiers: 'weekly, monthly',
          items:
            'daily: no usable point from 2026-10-23 12:00 UTC to 2026-11-22 12:00 UTC (30 days); unusable points there: 30 expired. ' +
            'weekly: no rule keeps its points for 90 days; no usable point from 2026-08-24 12:00 UTC to 2026-11-22 12:00 UTC (90 days); unusable points there: 60 expired. ' +
            'monthly: no rule keeps its points for 365 days; no usable point from 2025-11-22 12:00 UTC to 2026-11-22 12:00 UTC (365 days); unusable points there: 60 expired.',
        },
      },
      {
        name: 'points with malware do not count',
        given: {
          resource: volume,
          ...inPlan(volume, tiered),
          recoveryPoints: tieredPoints(volume).map((point, back) =>
            back < 3 ? point : { ...point, infected: true as const },
          ),
        },
        options: DAILY,
        message: 'proof-contradicts-plan',
        data: { tiers: 'daily' },
      },
      {
        name: 'points past their deletion date, without a legal hold',
        given: kept,
        options: DAILY,
        message: 'proof-contradicts-plan',
        data: {
          items:
            'daily: no usable point from 2026-10-23 12:00 UTC to 2026-11-03 05:00 UTC (10 days); unusable points there: 10 overdue for deletion.',
        },
      },
      {
        name: 'no legal hold that could not be read makes up for points that are missing',
        given: {
          ...kept,
          recoveryPoints: brief.slice(0, 25),
          unread: ['legalHolds'],
        },
        options: DAILY,
        message: 'gaps',
        data: { tiers: 'daily' },
      },
      {
        name: 'the copies have failed for days',
        given: {
          resource: volume,
          ...inPlan(volume, toBunkerDaily),
          scopes: [bunker],
          recoveryPoints: [...recentOriginals, ...staleCopies],
          copyJobs: [failedCopy],
        },
        options: { ...DAILY, where: 'copy' },
        message: 'job-failed',
        data: { job: 'copy job', at: '2026-11-21T07:00:00.000Z', state: 'FAILED', reason: 'No access to the key' },
        evidence: [failedCopy.id],
      },
      {
        name: 'copies that failed say nothing of points at home',
        given: {
          resource: volume,
          ...inPlan(volume, toBunkerDaily),
          scopes: [bunker],
          recoveryPoints: recentOriginals.slice(3),
          copyJobs: [failedCopy],
        },
        options: { ...DAILY, where: 'primary' },
        message: 'proof-contradicts-plan',
        data: { tiers: 'daily' },
      },
      {
        name: 'a database that was running when its points stopped',
        given: { ...beforeStop, recoveryPoints: dailyPoints(stopped, { days: 365 }).slice(8) },
        options: DAILY,
        message: 'proof-contradicts-plan',
        data: { items: 'daily: no usable point from 2026-11-14 05:00 UTC to 2026-11-19 12:00 UTC (5 days).' },
      },
      {
        name: 'a database that was stopped before the tier begins, and of which no point is left',
        given: { ...beforeStop, recoveryPoints: dailyPoints(stopped, { days: 20 }).slice(10) },
        options: { tiers: [{ name: 'short', every: '24h', keep: '2d' }] },
        message: 'proof-contradicts-plan',
        data: { tiers: 'short' },
      },
    ],

    unknown: [
      {
        name: 'its history cannot be read',
        given: { resource: volume, ...inPlan(volume, tiered), unread: ['recoveryPoints'] },
        message: 'evidence-incomplete',
      },
      {
        name: 'the copies lie in an account that was not scanned',
        given: { resource: volume, ...inPlan(volume, copied), recoveryPoints: originals },
        message: 'copies-unseen',
        data: { plans: 'backup plan tiered', tiers: 'weekly, monthly' },
      },
      {
        name: 'nobody knows whether it is older than its first point',
        given: {
          resource: gateway,
          ...inPlan(gateway, tiered),
          recoveryPoints: tieredPoints(gateway).filter(sinceDays(20)),
        },
        message: 'creation-unknown',
        data: { tiers: 'daily, weekly, monthly' },
      },
      {
        name: 'no service tells up to when a continuous backup can be restored',
        given: { resource: database, ...inPlan(database, continuous), recoveryPoints: [pitr] },
        options: DAILY,
        message: 'window-unknown',
        data: { tiers: 'daily' },
      },
      {
        name: 'a new resource waits for its first backup, if its type is opted in',
        given: { resource: newborn, ...byTag(forever) },
        message: 'opt-in-unknown',
        data: { plans: 'backup plan tiered', setting: 'EBS' },
      },
      {
        name: 'the volume has nothing, and what its instance has cannot be told',
        given: {
          resource: { ...attached, createdAt: daysAgo(1) },
          others: [{ ...instance, createdAt: daysAgo(1), tags: { backup: 'yes' } }],
          ...byTag(forever),
        },
        message: 'related-unknown',
        data: { via: 'web' },
      },

      {
        name: 'a new resource in a plan of its organization, whose opt-in no member account can read',
        given: { resource: newborn, ...byOrganization },
        message: 'organization-opt-in-unknown',
        data: { plans: 'backup plan tiered', setting: 'EBS' },
      },
      {
        name: 'a new volume whose ordinary vault refuses it, and whose key could not be looked at',
        given: {
          ...bySealedVault,
          vaults: [vault({ lock: { maxRetentionDays: 90 } }), sealedVault],
          unread: ['encryptionKeys'],
        },
        options: DAILY,
        message: 'key-unknown',
        data: { tiers: 'daily', plans: 'backup plan tiered' },
      },
      {
        name: 'a new volume whose plan writes to a vault in a state that AWS added later',
        given: { resource: newborn, ...inPlan(newborn, forever), vaults: [vault({ state: 'QUARANTINED' })] },
        options: DAILY,
        message: 'vault-state-unknown',
        data: { tiers: 'daily', plans: 'backup plan tiered' },
      },
      {
        name: 'a new bucket whose versioning could not be read',
        given: { resource: bucketUnread, ...inPlan(bucketUnread, tiered) },
        message: 'setting-unknown',
        data: { setting: 'versioning', plans: 'backup plan tiered' },
      },
      {
        name: 'a new bucket whose continuous and periodic backups are to go to different vaults',
        given: { resource: newBucket, ...inPlan(newBucket, apart) },
        options: DAILY,
        message: 'one-vault-unknown',
        data: { tiers: 'daily', plans: 'backup plan tiered' },
      },
      {
        name: 'points of a status that AWS added since',
        given: {
          resource: volume,
          ...inPlan(volume, planOf(daily)),
          recoveryPoints: recentOriginals.map((point, back) =>
            back === 5 ? { ...point, status: 'UNKNOWN' as const } : point,
          ),
        },
        options: DAILY,
        message: 'status-unknown',
        data: { tiers: 'daily' },
      },
      {
        name: 'points past their deletion date, and legal holds that could not be read',
        given: { ...kept, unread: ['legalHolds'] },
        options: DAILY,
        message: 'legal-holds-unread',
        data: { tiers: 'daily' },
      },
      {
        name: 'a read replica whose source was not scanned',
        given: { ...following, others: [] },
        message: 'source-not-scanned',
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
