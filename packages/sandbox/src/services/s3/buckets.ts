import type { Call } from '../../service/operation.js';
import type { Place } from '../../world/place.js';
import { accessDenied, noSuchBucket, permanentRedirect } from './errors.js';
import type { S3World, WorldBucket } from './world.js';

/** A bucket and the scope that it is in. */
export interface Found extends WorldBucket {
  readonly name: string;
  readonly scope: Place & S3World;
}

/** The input that every operation about a bucket has. */
interface BucketInput {
  readonly Bucket: string | undefined;
  readonly ExpectedBucketOwner?: string | undefined;
}

/** All buckets of an account, whatever their Region, in the order of their names. */
export function bucketsOf({ world }: Call<S3World>, accountId: string): readonly Found[] {
  return allBuckets(world.scopes)
    .filter(({ scope }) => scope.accountId === accountId)
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * The bucket that a call is about. A name belongs to one bucket in the whole partition.
 *
 * @throws ServiceError if there is none, if it is another account's, or if it is in another Region
 */
export function bucketOf(input: BucketInput, call: Call<S3World>): Found {
  const bucket = ownBucketOf(input, call);
  if (bucket.scope.region !== call.scope.region) throw permanentRedirect(bucket.name, bucket.scope.region);
  return bucket;
}

/**
 * The bucket that a call is about, whatever Region it is in.
 *
 * @throws ServiceError if there is none, or if it is another account's
 */
export function ownBucketOf({ Bucket = '', ExpectedBucketOwner }: BucketInput, { world, scope }: Call<S3World>): Found {
  const bucket = allBuckets(world.scopes).find(({ name }) => name === Bucket);
  if (bucket === undefined) throw noSuchBucket(Bucket);
  const { accountId } = bucket.scope;
  if (accountId !== scope.accountId || accountId !== (ExpectedBucketOwner ?? accountId)) throw accessDenied();
  return bucket;
}

function allBuckets(scopes: readonly (Place & S3World)[]): readonly Found[] {
  return scopes.flatMap((scope) =>
    (scope.buckets ?? []).map((each) => ({ ...each, name: each.bucket.Name ?? '', scope })),
  );
}
