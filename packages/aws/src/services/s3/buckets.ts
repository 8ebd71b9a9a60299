import { type Bucket, ListBucketsCommand } from '@aws-sdk/client-s3';
import { buildArn, defined } from '@backproof/core';
import type { S3Bucket } from '@backproof/core';
import type { AccountContext } from '../../reading.js';
import { required } from '../../required.js';
import { toInstant } from '../translate.js';

/**
 * The general purpose buckets of an account, in all Regions. S3 names their Regions to whoever sends any parameter, and
 * the size of a page is one. By its filter for one Region, the list would take a call in each, and say nothing of the
 * buckets elsewhere.
 *
 * @source API (Amazon S3) ListBuckets, Bucket.BucketRegion
 */
export async function* listBuckets({ pages, account, translated }: AccountContext): AsyncIterable<readonly S3Bucket[]> {
  for await (const page of pages(ListBucketsCommand, {})) {
    yield translated(required(page.Buckets, 'ListBuckets: Buckets', page), 'ListBuckets: Name', (bucket) =>
      toBucket(account, bucket),
    );
  }
}

/** @source API (Amazon S3) Bucket: its ARN is given for directory buckets only */
function toBucket({ partition, accountId }: AccountContext['account'], bucket: Bucket): S3Bucket {
  const name = required(bucket.Name, 'ListBuckets: Name');
  return {
    type: 'S3',
    arn: buildArn({ partition, service: 's3', region: '', accountId: '', resource: name }),
    accountId,
    region: required(bucket.BucketRegion, 'ListBuckets: BucketRegion'),
    name,
    ...defined({ createdAt: toInstant(bucket.CreationDate) }),
  };
}
