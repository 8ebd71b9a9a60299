import type {
  Bucket,
  GetBucketVersioningOutput,
  LifecycleRule,
  ObjectLockConfiguration,
  ReplicationConfiguration,
} from '@aws-sdk/client-s3';

/** A general purpose bucket, with its configurations. */
export interface WorldBucket {
  readonly bucket: Bucket;
  /** Absent: versioning was never enabled. */
  readonly versioning?: GetBucketVersioningOutput;
  readonly lifecycleRules?: readonly LifecycleRule[];
  readonly replication?: ReplicationConfiguration;
  readonly objectLock?: ObjectLockConfiguration;
}

/** The contents of one scope in S3. */
export interface S3World {
  /** The buckets of the account that are in the Region. Their tags are beside them, by ARN. */
  readonly buckets?: readonly WorldBucket[];
}
