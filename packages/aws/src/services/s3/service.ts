import { defineService } from '../../service.js';

/**
 * Amazon S3: general purpose buckets. One listing has those of all Regions; whatever a bucket is configured with is read
 * one bucket at a time, as far as it may matter. Tags are left to the tagging API.
 *
 * @source Service Authorization Reference, Amazon S3: the actions, which are not all called like their operations
 */
export const s3 = defineService({
  name: 's3',
  open: async (config) => {
    const { S3Client } = await import('@aws-sdk/client-s3');
    // Behind another endpoint than AWS's own, a bucket may have no name in DNS.
    const { AWS_ENDPOINT_URL, AWS_ENDPOINT_URL_S3 } = process.env;
    const forcePathStyle = [config.endpoint, AWS_ENDPOINT_URL, AWS_ENDPOINT_URL_S3].some((url) => url !== undefined);
    return new S3Client({ ...config, forcePathStyle });
  },
  // Most of it is about one bucket at a time, so there are many requests, and small ones.
  requestsAtOnce: 10,
  operations: {
    ListBuckets: {
      iam: 's3:ListAllMyBuckets',
      paging: { pageSize: 10_000, limit: 'MaxBuckets', token: 'ContinuationToken', next: 'ContinuationToken' },
    },
    GetBucketVersioning: { iam: 's3:GetBucketVersioning', perItem: 'each bucket in a Region that is scanned' },
    GetBucketLifecycleConfiguration: {
      iam: 's3:GetLifecycleConfiguration',
      perItem: 'each of these that no backup job has completed for, as far as AWS remembers',
    },
    GetObjectLockConfiguration: {
      iam: 's3:GetBucketObjectLockConfiguration',
      perItem: 'each of these that no backup job has completed for, as far as AWS remembers',
    },
    GetBucketReplication: { iam: 's3:GetReplicationConfiguration', perItem: 'each of these that is versioned' },
  },
  tagFilters: { S3: 's3' },
  readings: [
    {
      yields: [{ kind: 'resources', of: 'S3' }],
      calls: ['ListBuckets'],
      listAccount: async () => (await import('./buckets.js')).listBuckets,
    },
    {
      yields: [
        { kind: 'nativeBackups', of: 'S3' },
        { kind: 'replicas', of: 'S3' },
      ],
      after: ['resources'],
      follows: ['backupJobs'],
      calls: [
        'GetBucketLifecycleConfiguration',
        'GetBucketReplication',
        'GetBucketVersioning',
        'GetObjectLockConfiguration',
      ],
      read: async () => (await import('./configurations.js')).readConfigurations,
    },
  ],
});
