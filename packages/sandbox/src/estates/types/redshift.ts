import { denied } from '../builders/denied.js';
import type { EstatePart } from '../builders/estate-of.js';
import { daysAgo, hoursAgo } from '../builders/moment.js';
import { redshiftCluster, redshiftSnapshotCopy } from '../builders/redshift.js';
import { backup, production } from '../company.js';
import { DAILY, dailyPlan, expiring, failing } from './plans.js';

const { ireland, frankfurt } = production;

const billing = redshiftCluster(ireland, { name: 'billing', copiedTo: frankfurt });

/** Provisioned clusters of Redshift. */
export const redshift: EstatePart = {
  world: [
    redshiftSnapshotCopy(billing, frankfurt),
    denied(backup.ireland, { operation: 'redshift:DescribeClusterSnapshots', code: 'AccessDenied', status: 403 }),
  ],
  entries: [
    {
      resource: redshiftCluster(ireland, { name: 'sales', tags: DAILY }),
      history: [{ plan: dailyPlan, since: 60 }],
      expect: 'backed-up',
      why: 'a plan selects it, and its newest point is from this morning',
      and: {
        'restore-test': { expect: 'not-testable', why: 'restore testing does not support Redshift' },
        'replication-only': { expect: 'not-replicated', why: 'it is in one Availability Zone' },
      },
    },
    {
      resource: redshiftCluster(ireland, { name: 'ledger', tags: DAILY, retentionDays: 0, createdAt: daysAgo(12) }),
      history: [{ plan: dailyPlan, since: 11, failing: failing(11) }],
      expect: 'never-backed-up',
      why: 'all jobs failed since it was created, and its automated snapshots are off',
    },
    {
      resource: redshiftCluster(ireland, { name: 'logistics', tags: DAILY, retentionDays: 0 }),
      history: [{ plan: dailyPlan, since: 60, failing: expiring(5) }],
      expect: 'stale',
      why: 'no job has started for six days',
    },
    {
      resource: billing,
      expect: 'native-only',
      why: 'no plan selects it; Redshift made an automated snapshot three hours ago and copied it to Frankfurt',
    },
    {
      resource: redshiftCluster(ireland, { name: 'idle-snapshots', retentionDays: 7, newestHours: 100 }),
      expect: 'native-stale',
      why: 'automated snapshots are on, and the newest is four days old',
    },
    {
      resource: redshiftCluster(ireland, { name: 'by-hand', retentionDays: 0, snapshots: [40] }),
      expect: 'manual-only',
      why: 'no plan selects it, and its only snapshot was taken by hand',
    },
    {
      resource: redshiftCluster(ireland, { name: 'two-zones', retentionDays: 0, multiAz: true }),
      expect: 'unprotected',
      why: 'no plan selects it, and its automated snapshots are off',
      and: { 'replication-only': { expect: 'replication-only', why: 'two zones hold the same, nothing else does' } },
    },
    {
      resource: redshiftCluster(frankfurt, { name: 'opted-out', tags: DAILY, retentionDays: 0 }),
      expect: 'unprotected',
      why: 'a plan selects it by its tag, but Redshift is opted out in Frankfurt',
    },
    {
      resource: redshiftCluster(ireland, { name: 'paused', status: 'paused', retentionDays: 0, snapshots: [9] }),
      expect: 'manual-only',
      why: 'it is paused, and its only snapshot was taken by hand',
    },
    {
      resource: redshiftCluster(ireland, { name: 'crashed', status: 'hardware-failure', retentionDays: 0 }),
      expect: 'unprotected',
      why: 'Redshift reports it as failed, and there is nothing to restore from',
    },
    {
      resource: redshiftCluster(ireland, { name: 'newborn', status: 'creating', createdAt: hoursAgo(0.2) }),
      expect: 'being-created',
      why: 'it is being created',
    },
    {
      resource: redshiftCluster(backup.ireland, { name: 'sealed', retentionDays: 0 }),
      expect: 'evidence-incomplete',
      why: 'no plan selects it, and its snapshots may not be listed',
    },
  ],
};
