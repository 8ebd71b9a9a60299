import type { ReplicationConfiguration } from '@aws-sdk/client-s3';
import type { Scope } from '@backproof/core';
import { inScope, LONG_AGO, type EstateResource, type Named } from './resource.js';

interface BucketOptions extends Named {
  /** Absent: versioning was never enabled. */
  readonly versioning?: 'Enabled' | 'Suspended';
  /** The days after which a lifecycle rule removes earlier versions. Absent: there is no such rule. */
  readonly versionDays?: number;
  /** The days for which each version is locked in compliance mode. */
  readonly lockedDays?: number;
  /** The name of the bucket that it is replicated to. */
  readonly replicatedTo?: string;
}

/** A general purpose bucket of Amazon S3. */
export function s3Bucket(scope: Scope, options: BucketOptions): EstateResource {
  const { name, tags, createdAt = LONG_AGO, versioning, versionDays, lockedDays, replicatedTo } = options;
  const arn = `arn:${scope.partition}:s3:::${name}`;
  const bucket = {
    bucket: { Name: name, CreationDate: createdAt },
    ...(versioning && { versioning: { Status: versioning } }),
    ...(versionDays !== undefined && { lifecycleRules: [expiry(versionDays)] }),
    ...(lockedDays !== undefined && { objectLock: lock(lockedDays) }),
    ...(replicatedTo !== undefined && { replication: replication(scope, replicatedTo) }),
  };
  const world = inScope(scope, { buckets: [bucket], ...(tags && { tags: { [arn]: tags } }) });
  return { scope, arn, type: 'S3', name, createdAt, world };
}

function expiry(NoncurrentDays: number) {
  return {
    ID: 'earlier-versions',
    Status: 'Enabled' as const,
    Filter: { Prefix: '' },
    NoncurrentVersionExpiration: { NoncurrentDays },
  };
}

function lock(Days: number) {
  return {
    ObjectLockEnabled: 'Enabled' as const,
    Rule: { DefaultRetention: { Mode: 'COMPLIANCE' as const, Days } },
  };
}

function replication({ partition, accountId }: Scope, to: string): ReplicationConfiguration {
  return {
    Role: `arn:${partition}:iam::${accountId}:role/replication`,
    Rules: [
      {
        ID: 'all',
        Status: 'Enabled',
        Priority: 1,
        Filter: { Prefix: '' },
        Destination: { Bucket: `arn:${partition}:s3:::${to}` },
      },
    ],
  };
}
