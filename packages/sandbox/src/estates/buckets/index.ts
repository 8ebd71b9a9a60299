import type { Entry } from '../builders/entry.js';
import { estateOf } from '../builders/estate-of.js';
import { daysAgo } from '../builders/moment.js';
import { anyOf, daily, plan } from '../builders/plan.js';
import { regionSettings } from '../builders/region-settings.js';
import { s3Bucket } from '../builders/s3.js';
import { vault } from '../builders/vault.js';

const ireland = { partition: 'aws', accountId: '111111111111', region: 'eu-west-1' } as const;
const frankfurt = { ...ireland, region: 'eu-central-1' } as const;

const irishVault = vault(ireland, 'buckets');
const dailyPlan = plan(ireland, {
  name: 'buckets-daily',
  rules: [daily(35, irishVault)],
  selections: [{ SelectionName: 'tagged-daily', ListOfTags: anyOf({ backup: 'daily' }) }],
});
const tagged = { backup: 'daily' };

const entries: readonly Entry[] = [
  {
    resource: s3Bucket(ireland, { name: 'photos', tags: tagged, versioning: 'Enabled' }),
    history: [{ plan: dailyPlan, since: 100 }],
    expect: 'backed-up',
    why: 'the plan that its tag selects has made a point every day',
  },
  {
    resource: s3Bucket(ireland, {
      name: 'invoices',
      tags: tagged,
      versioning: 'Enabled',
      replicatedTo: 'invoices-copy',
    }),
    history: [{ plan: dailyPlan, since: 60, until: 20 }],
    expect: 'stale',
    why: 'its newest point is 20 days old, and a replica repeats what happens to it',
  },
  {
    resource: s3Bucket(frankfurt, { name: 'invoices-copy', versioning: 'Enabled' }),
    expect: 'native-stale',
    why: 'no plan selects it, and its own versions do not count as a backup; the backups of invoices are not its own',
  },
  {
    resource: s3Bucket(ireland, { name: 'uploads', versioning: 'Enabled', versionDays: 30 }),
    expect: 'native-stale',
    why: 'no plan selects it, and the versions that it keeps for 30 days do not count as a backup',
  },
  {
    resource: s3Bucket(ireland, { name: 'contracts', versioning: 'Enabled', lockedDays: 365 }),
    expect: 'native-stale',
    why: 'no plan selects it, and its versions, locked as they are, are in the bucket itself',
  },
  {
    resource: s3Bucket(ireland, { name: 'website' }),
    expect: 'unprotected',
    why: 'it keeps no versions, and no plan selects it',
  },
  {
    resource: s3Bucket(ireland, { name: 'drafts', versioning: 'Suspended' }),
    expect: 'unprotected',
    why: 'it keeps no more versions, and no plan selects it',
  },
  {
    resource: s3Bucket(ireland, { name: 'scans', tags: tagged, createdAt: daysAgo(90) }),
    expect: 'never-backed-up',
    why: 'its tag selects it, but AWS Backup backs up no bucket without versioning',
  },
];

/** Buckets: in one listing of an account, in two Regions. */
export const buckets = estateOf({
  name: 'buckets',
  title: 'S3 buckets: what is backed up, what only keeps versions or a replica',
  accounts: [{ id: ireland.accountId, name: 'production' }],
  regions: [ireland.region, frankfurt.region],
  parts: [
    {
      vaults: [irishVault],
      plans: [dailyPlan],
      world: [regionSettings(ireland), regionSettings(frankfurt)],
      entries,
    },
  ],
});
