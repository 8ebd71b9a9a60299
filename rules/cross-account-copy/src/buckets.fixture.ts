import { backupPlan, backupRule, bunkerVaultArn, daysAgo, inPlan, recoveryPoint, s3Bucket } from '@backproof/testing';
import type { Stories } from '@backproof/testing';
import { copying, place, toBunker } from './estate.fixture.js';

const bucket = s3Bucket();
const young = s3Bucket({ createdAt: daysAgo(2) });
const { versioning: _, ...youngUnread } = young;
const { versioning: __, ...unread } = bucket;
const suspended = s3Bucket({ createdAt: daysAgo(2), versioning: 'suspended' });

/** The continuous backups go to one vault; the periodic ones, which are copied, to another. */
const apart = backupPlan({
  rules: [
    backupRule({ copyActions: toBunker }),
    backupRule({ name: 'continuous', continuous: true, targetVaultName: 'windows' }),
  ],
});

const missing = 'its versioning, which AWS Backup requires,';

/** Buckets: AWS Backup needs their versioning, and copies them like any other resource. */
export const buckets: Stories = {
  pass: [
    {
      name: 'a bucket with a copy in another account',
      given: {
        resource: bucket,
        ...inPlan(bucket, copying),
        recoveryPoints: [recoveryPoint(bucket, { vaultArn: bunkerVaultArn, keepDays: 35 })],
      },
      message: 'copied',
    },
    {
      name: 'a new bucket with versioning, which a plan copies',
      given: { resource: young, ...inPlan(young, copying) },
      message: 'awaiting-first-copy',
    },
  ],
  fail: [
    {
      name: 'a new bucket whose versioning is suspended, so that nothing can be copied',
      given: { resource: suspended, ...inPlan(suspended, copying) },
      message: 'promise-broken',
      data: { ...place, problem: 'its versioning is not enabled, which AWS Backup requires' },
    },
    {
      name: 'a bucket whose plan copies nothing',
      given: { resource: bucket, ...inPlan(bucket, backupPlan()) },
      message: 'no-copy-action',
      data: { name: bucket.name },
    },
  ],
  unknown: [
    {
      name: 'a new bucket whose versioning could not be read',
      given: { resource: youngUnread, ...inPlan(youngUnread, copying) },
      message: 'promise-unread',
      data: { ...place, missing },
    },
    {
      name: 'a bucket whose versioning could not be read, where no proof is asked for',
      given: { resource: unread, ...inPlan(unread, copying) },
      options: { proof: 'configured' },
      message: 'promise-unread',
      data: { missing },
    },
    {
      name: 'a new bucket whose continuous and periodic backups are to go to different vaults',
      given: { resource: young, ...inPlan(young, apart) },
      message: 'one-vault-unknown',
      data: place,
    },
  ],
};
