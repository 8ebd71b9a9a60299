import type { EstatePart } from '../builders/estate-of.js';
import { historyOf } from '../builders/history.js';
import { hoursAgo } from '../builders/moment.js';
import { anyOf, daily, plan } from '../builders/plan.js';
import { s3Bucket } from '../builders/s3.js';
import { backup, production } from '../company.js';
import { continuousPlan, dailyPlan, tieredPlan } from './plans.js';
import { productionFrankfurtVault, productionVault } from './vaults.js';

const { ireland, frankfurt } = production;

/** In another account: no ARN of a bucket says so. */
const exchange = s3Bucket(backup.ireland, {
  name: 'partner-exchange',
  versioning: 'Enabled',
  tags: { stage: 'test' },
});

const exchangePlan = plan(ireland, {
  name: 'partner-exchange',
  rules: [daily(35, productionVault)],
  selections: [{ SelectionName: 'by-arn', Resources: [exchange.arn] }],
});

const taggedInFrankfurt = plan(frankfurt, {
  name: 'frankfurt-daily',
  rules: [daily(35, productionFrankfurtVault)],
  selections: [{ SelectionName: 'tagged-daily', ListOfTags: anyOf({ backup: 'daily' }) }],
});

const deleted = s3Bucket(ireland, { name: 'deleted-drafts', versioning: 'Enabled', tags: { backup: 'daily' } });

/** Buckets of S3. Their ARNs name neither account nor Region, and their versions are a way back, but no backup. */
export const buckets: EstatePart = {
  plans: [exchangePlan, taggedInFrankfurt],
  world: historyOf(deleted, { plan: dailyPlan, since: 60, until: 12 }),
  entries: [
    {
      resource: s3Bucket(ireland, { name: 'invoice-archive', versioning: 'Enabled', tags: { backup: 'tiered' } }),
      history: [{ plan: tieredPlan, since: 400 }],
      expect: 'backed-up',
      why: 'a year of points, here and in the backup account; the newest is seven hours old',
      and: {
        'retention-tiers': { expect: 'tiers-held', why: 'weekly and monthly points stand in for daily ones' },
        'cross-account-copy': { expect: 'copied', why: "this morning's copy lies in the backup account" },
        'restore-test': { expect: 'tested', why: 'a restore-testing plan restored it ten days ago' },
        'replication-only': { expect: 'not-replicated', why: 'it has no replication configuration' },
      },
    },
    {
      resource: s3Bucket(ireland, { name: 'uploads', versioning: 'Enabled', tags: { backup: 'continuous' } }),
      history: [{ plan: continuousPlan, since: 200 }],
      expect: 'backed-up',
      why: 'its continuous backup is not judged by the day on which it began',
    },
    {
      resource: s3Bucket(ireland, { name: 'product-images', versioning: 'Enabled', tags: { backup: 'daily' } }),
      history: [
        {
          plan: dailyPlan,
          since: 20,
          failing: {
            since: 20,
            state: 'FAILED',
            message: 'The bucket product-images does not grant the backup role s3:GetBucketVersioning.',
          },
        },
      ],
      expect: 'never-backed-up',
      why: 'every job failed, as the role of the plan may not read the bucket',
    },
    {
      resource: s3Bucket(ireland, { name: 'monthly-reports', versioning: 'Enabled', tags: { backup: 'daily' } }),
      history: [
        {
          plan: dailyPlan,
          since: 200,
          failing: { since: 4, state: 'EXPIRED', message: 'Backup job expired before it could be started.' },
        },
      ],
      expect: 'stale',
      why: 'the plan is daily, but no job has started in its window for five days',
    },
    {
      resource: s3Bucket(ireland, {
        name: 'scanned-letters',
        tags: { backup: 'daily' },
        createdAt: hoursAgo(3),
      }),
      expect: 'promise-broken',
      why: 'it is new and in a plan, but AWS Backup backs up no bucket without versioning',
    },
    {
      resource: s3Bucket(ireland, { name: 'web-assets', versioning: 'Enabled', versionDays: 30 }),
      expect: 'versioning-only',
      why: 'no plan selects it; its earlier versions are not enough unless the options say so',
      and: { 'replication-only': { expect: 'not-replicated', why: 'it has no replication configuration' } },
    },
    {
      resource: s3Bucket(ireland, { name: 'ledger-exports', versioning: 'Enabled', lockedDays: 365 }),
      expect: 'versioning-only',
      why: 'no plan selects it; Object Lock keeps its versions, which the message says',
    },
    {
      resource: s3Bucket(ireland, { name: 'price-lists', versioning: 'Enabled', replicatedTo: 'price-lists-mirror' }),
      expect: 'versioning-only',
      why: 'no plan selects it, and a replica repeats what happens to it',
      and: {
        'replication-only': {
          expect: 'native-versioning',
          why: 'its earlier versions are kept until they are deleted',
        },
      },
    },
    {
      resource: s3Bucket(frankfurt, { name: 'price-lists-mirror', versioning: 'Enabled' }),
      expect: 'versioning-only',
      why: 'what it is a replica of has no backup either',
    },
    {
      resource: s3Bucket(ireland, {
        name: 'click-stream',
        versioning: 'Enabled',
        replicatedTo: 'click-stream-copy',
        versionDays: 1,
      }),
      expect: 'versioning-only',
      why: 'no plan selects it, and its earlier versions are removed after a day',
      and: {
        'replication-only': {
          expect: 'versions-too-short',
          why: 'a deletion that is found after a day is in the replica',
        },
      },
    },
    {
      resource: s3Bucket(frankfurt, { name: 'campaigns', versioning: 'Enabled', tags: { backup: 'daily' } }),
      expect: 'versioning-only',
      why: 'a plan selects it by its tag, but S3 is opted out here',
    },
    {
      resource: s3Bucket(ireland, { name: 'access-logs', tags: { purpose: 'logs' } }),
      expect: 'unprotected',
      why: 'no plan selects it; the configuration of a scan can leave it out by its tag',
    },
    {
      resource: s3Bucket(ireland, { name: 'landing-zone', versioning: 'Suspended' }),
      expect: 'unprotected',
      why: 'no plan selects it. That it is empty, no list says',
    },
    {
      resource: exchange,
      expect: 'versioning-only',
      why: 'the plan that names its ARN is in another account, and backs up nothing here',
    },
  ],
};
