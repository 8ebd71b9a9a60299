import { nativeBackup, recoveryPoint, replica, s3Bucket } from '@backproof/testing';
import type { Stories } from '@backproof/testing';

const bucket = s3Bucket();
const copy = s3Bucket({ name: 'uploads-copy', region: 'eu-central-1' });
const replicas = [replica(bucket, { replicaArn: copy.arn })];
const versions = nativeBackup(bucket);
const { neverExpires: _, ...ofUnknownLife } = versions;

/** Replicated buckets. S3 replicates only what has versions; these are a way back while they are kept. */
export const buckets: Stories = {
  pass: [
    {
      name: 'a replicated bucket with a recovery point',
      given: { resource: bucket, replicas, recoveryPoints: [recoveryPoint(bucket)], nativeBackups: [versions] },
      message: 'backed-up',
    },
    {
      name: 'a replicated bucket whose versions are kept until somebody deletes them',
      given: { resource: bucket, replicas, nativeBackups: [versions] },
      message: 'native-versioning',
      data: { kept: 'kept until somebody deletes them' },
    },
    {
      name: 'a replicated bucket whose versions are kept long enough',
      given: { resource: bucket, replicas, nativeBackups: [nativeBackup(bucket, { retentionDays: 7 })] },
      message: 'native-versioning',
      data: { kept: 'kept 7 days' },
    },
    {
      name: 'a replicated bucket whose versions are kept as long as the options ask',
      options: { minVersions: '1d' },
      given: { resource: bucket, replicas, nativeBackups: [nativeBackup(bucket, { retentionDays: 1 })] },
      message: 'native-versioning',
      data: { kept: 'kept 1 day' },
    },
    {
      name: 'a replica without versions of its own, whose source has a recovery point',
      given: { resource: copy, others: [bucket], replicas, recoveryPoints: [recoveryPoint(bucket)] },
      message: 'covered-by',
    },
  ],
  fail: [
    {
      name: 'a replicated bucket whose versions are removed after a day',
      given: { resource: bucket, replicas, nativeBackups: [nativeBackup(bucket, { retentionDays: 1 })] },
      message: 'versions-too-short',
      data: { kept: 'kept 1 day', required: '7 days', replication: `S3 replication with ${copy.arn}` },
    },
    {
      name: 'a replicated bucket without versioning',
      given: { resource: bucket, replicas, nativeBackups: [{ ...versions, enabled: false }] },
      message: 'replication-only',
      data: { kinds: 'AWS Backup recovery points, earlier versions of its objects' },
    },
  ],
  unknown: [
    {
      name: 'a replicated bucket, of which it was not read how long it keeps versions',
      given: { resource: bucket, replicas, nativeBackups: [ofUnknownLife] },
      message: 'versions-unread',
    },
  ],
};
