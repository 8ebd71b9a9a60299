import {
  type Bucket,
  GetBucketLifecycleConfiguration$,
  type GetBucketLifecycleConfigurationOutput,
  type GetBucketLifecycleConfigurationRequest,
  GetBucketLocation$,
  type GetBucketLocationRequest,
  GetBucketReplication$,
  type GetBucketReplicationOutput,
  type GetBucketReplicationRequest,
  GetBucketTagging$,
  type GetBucketTaggingOutput,
  type GetBucketTaggingRequest,
  GetBucketVersioning$,
  type GetBucketVersioningOutput,
  type GetBucketVersioningRequest,
  GetObjectLockConfiguration$,
  type GetObjectLockConfigurationOutput,
  type GetObjectLockConfigurationRequest,
  HeadBucket$,
  type HeadBucketOutput,
  type HeadBucketRequest,
  ListBuckets$,
  type ListBucketsOutput,
  type ListBucketsRequest,
} from '@aws-sdk/client-s3';
import { createHash } from 'node:crypto';
import { listing } from '../../service/listing.js';
import { found } from '../../service/lookup.js';
import type { Call, Service } from '../../service/operation.js';
import { tagsOf } from '../../service/tags.js';
import { restXml } from '../../wire/rest-xml.js';
import { addressOf } from './address.js';
import { bucketArn } from './arn.js';
import { bucketOf, bucketsOf, ownBucketOf } from './buckets.js';
import { invalidArgument, notConfigured, permanentRedirect } from './errors.js';
import type { S3World } from './world.js';

/** Amazon S3, as far as it is about buckets: objects are not served. */
export const service: Service<S3World> = {
  protocol: restXml({ xmlNamespace: 'http://s3.amazonaws.com/doc/2006-03-01/', address: addressOf }),
  operations: [
    listing<S3World, ListBucketsRequest, ListBucketsOutput, Bucket>(ListBuckets$, {
      items: listedBuckets,
      page: 'Buckets',
      shown: withRegion,
      also: ({ Prefix }, { scope }) => ({ Owner: { ID: canonicalId(scope.accountId) }, ...(Prefix && { Prefix }) }),
      // @source API (Amazon S3) ListBuckets: without a size, all are returned
      paging: {
        size: 'MaxBuckets',
        token: 'ContinuationToken',
        next: 'ContinuationToken',
        least: 1,
        most: 10_000,
        excess: 'refused',
        badSize: (size) =>
          invalidArgument('Argument max-buckets must be an integer between 1 and 10000', 'max-buckets', String(size)),
        badToken: () => invalidArgument('The continuation token provided is incorrect', 'continuation-token', ''),
      },
    }),
    { schema: HeadBucket$, answer: headBucket },
    { schema: GetBucketLocation$, answer: getBucketLocation },
    { schema: GetBucketVersioning$, answer: getBucketVersioning },
    { schema: GetBucketLifecycleConfiguration$, answer: getBucketLifecycleConfiguration },
    { schema: GetBucketReplication$, answer: getBucketReplication },
    { schema: GetObjectLockConfiguration$, answer: getObjectLockConfiguration },
    { schema: GetBucketTagging$, answer: getBucketTagging },
  ],
};

/**
 * The buckets of an account, in all Regions.
 *
 * @source API (Amazon S3) ListBuckets, BucketRegion: only that of the endpoint called is accepted
 */
function listedBuckets(call: Call<S3World>, { Prefix = '', BucketRegion }: ListBucketsRequest): readonly Bucket[] {
  if (BucketRegion !== undefined && BucketRegion !== call.scope.region) {
    const message = 'The bucket region is not that of the endpoint that was called';
    throw invalidArgument(message, 'bucket-region', BucketRegion);
  }
  return bucketsOf(call, call.scope.accountId)
    .filter(({ name, scope }) => name.startsWith(Prefix) && scope.region === (BucketRegion ?? scope.region))
    .map(({ bucket, scope }) => ({ ...bucket, BucketRegion: scope.region }));
}

/** Only a caller that sends a parameter gets the Regions. @source API (Amazon S3) Bucket, BucketRegion */
function withRegion({ BucketRegion, ...bucket }: Bucket, input: ListBucketsRequest): Bucket {
  return Object.keys(input).length > 0 ? { ...bucket, BucketRegion } : bucket;
}

/** The id by which S3 names the owner of buckets: the account's, in another form. */
function canonicalId(accountId: string): string {
  return createHash('sha256').update(accountId).digest('hex');
}

/** @source API (Amazon S3) HeadBucket: the answer, good or not, has no body */
function headBucket(input: HeadBucketRequest, call: Call<S3World>): HeadBucketOutput {
  const { scope } = bucketOf(input, call);
  return { BucketRegion: scope.region, AccessPointAlias: false };
}

/** us-east-1 knows the Region of every bucket, and does not name itself. @source API (Amazon S3) GetBucketLocation */
function getBucketLocation(input: GetBucketLocationRequest, call: Call<S3World>) {
  const { name, scope } = ownBucketOf(input, call);
  if (![scope.region, 'us-east-1'].includes(call.scope.region)) throw permanentRedirect(name, scope.region);
  return scope.region === 'us-east-1' ? {} : { LocationConstraint: scope.region };
}

function getBucketVersioning(input: GetBucketVersioningRequest, call: Call<S3World>): GetBucketVersioningOutput {
  return { ...bucketOf(input, call).versioning };
}

function getBucketLifecycleConfiguration(
  input: GetBucketLifecycleConfigurationRequest,
  call: Call<S3World>,
): GetBucketLifecycleConfigurationOutput {
  const { name, lifecycleRules = [] } = bucketOf(input, call);
  if (lifecycleRules.length > 0) return { Rules: [...lifecycleRules] };
  throw notConfigured('NoSuchLifecycleConfiguration', 'The lifecycle configuration does not exist', name);
}

function getBucketReplication(input: GetBucketReplicationRequest, call: Call<S3World>): GetBucketReplicationOutput {
  const { name, replication } = bucketOf(input, call);
  const code = 'ReplicationConfigurationNotFoundError';
  const missing = () => notConfigured(code, 'The replication configuration was not found', name);
  return { ReplicationConfiguration: found(replication, missing) };
}

function getObjectLockConfiguration(
  input: GetObjectLockConfigurationRequest,
  call: Call<S3World>,
): GetObjectLockConfigurationOutput {
  const { name, objectLock } = bucketOf(input, call);
  const code = 'ObjectLockConfigurationNotFoundError';
  const missing = () => notConfigured(code, 'Object Lock configuration does not exist for this bucket', name);
  return { ObjectLockConfiguration: found(objectLock, missing) };
}

function getBucketTagging(input: GetBucketTaggingRequest, call: Call<S3World>): GetBucketTaggingOutput {
  const { name, scope } = bucketOf(input, call);
  const tags = tagsOf(scope, bucketArn(call.world.partition, name));
  if (tags.length > 0) return { TagSet: tags };
  throw notConfigured('NoSuchTagSet', 'The TagSet does not exist', name);
}
