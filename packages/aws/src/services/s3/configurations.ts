import {
  GetBucketLifecycleConfigurationCommand,
  GetBucketReplicationCommand,
  GetBucketVersioningCommand,
  type GetBucketVersioningCommandOutput,
  GetObjectLockConfigurationCommand,
  type LifecycleRule,
  type NoncurrentVersionExpiration,
  type ObjectLockConfiguration,
  type ReplicationRule,
} from '@aws-sdk/client-s3';
import { defined, VANISHED } from '@backproof/core';
import type { NativeBackup, NativeLock, Replica, Resource, S3Bucket, Scope, Versioning } from '@backproof/core';
import type { Page } from '../../page.js';
import type { ReadingContext } from '../../reading.js';
import { required, says, UnknownWordError } from '../../required.js';
import type { Words } from '../../required.js';
import type { ServiceCalls } from '../../service-calls.js';

type Call = ServiceCalls['call'];

/**
 * The configurations of the buckets that were listed. Each costs a call a bucket, so one that is not versioned, which can
 * neither be replicated nor locked, is asked for no more; nor is it asked how long a bucket keeps its versions that AWS
 * Backup has backed up as far as its jobs go back.
 *
 * @source API (Amazon S3) GetBucketVersioning, GetBucketLifecycleConfiguration, GetObjectLockConfiguration,
 * GetBucketReplication; Amazon S3 User Guide, replication-requirements, object-lock
 */
export async function* readConfigurations(context: ReadingContext): AsyncIterable<Page> {
  const { call, scope, found, forEachItem } = context;
  const backedUp = new Set(
    found('backupJobs').flatMap(({ state, resourceArn }) => (state === 'COMPLETED' ? resourceArn : [])),
  );
  const configurationOf = async (bucket: S3Bucket): Promise<Configuration | undefined> => {
    const versioning = toVersioning(await call(new GetBucketVersioningCommand({ Bucket: bucket.name })));
    const isVersioned = versioning === 'enabled';
    const [replications, versions] = await Promise.all([
      isVersioned ? replicationsOf(call, bucket) : [],
      isVersioned && !backedUp.has(bucket.arn) ? versionsOf(call, bucket) : {},
    ]);
    return { versioning, replications, versions };
  };
  const buckets = found('resources').filter(isBucket);
  const answers = forEachItem(
    buckets,
    configurationOf,
    ({ arn }) => [arn],
    () => undefined,
  );
  for await (const { item: bucket, answer } of answers) {
    if (answer === undefined) {
      yield { uncounted: [{ ...bucket, state: VANISHED }] };
      continue;
    }
    const { versioning, replications, versions } = answer;
    yield {
      uncounted: [{ ...bucket, versioning }],
      nativeBackups: [
        { scope, resourceArn: bucket.arn, mechanism: 's3-versioning', enabled: versioning === 'enabled', ...versions },
      ],
      replicas: replications.length > 0 ? [toReplica(scope, bucket)] : [],
    };
  }
}

/** The configuration of a bucket. */
interface Configuration {
  readonly versioning: Versioning;
  readonly replications: readonly ReplicationRule[];
  readonly versions: Versions;
}

function isBucket(resource: Resource): resource is S3Bucket {
  return resource.type === 'S3';
}

const STATUSES: ReadonlyMap<string, Versioning> = new Map([
  ['Enabled', 'enabled'],
  ['Suspended', 'suspended'],
]);

/**
 * @source API (Amazon S3) GetBucketVersioning: without a status, versioning was never enabled
 * @throws UnknownWordError if S3 added a status: whether versions are kept is not known
 */
function toVersioning({ Status }: GetBucketVersioningCommandOutput): Versioning {
  if (Status === undefined) return 'off';
  const known = STATUSES.get(Status);
  if (known === undefined) throw new UnknownWordError('GetBucketVersioning: Status', Status);
  return known;
}

/** @source API (Amazon S3) ReplicationRule.Status, LifecycleRule.Status */
const ENABLED: Words = { yes: ['Enabled'], no: ['Disabled'] };

/** The rules by which a bucket is replicated now. Several may have one destination. */
async function replicationsOf(call: Call, { name: Bucket }: S3Bucket): Promise<readonly ReplicationRule[]> {
  const answer = await unlessNone(call(new GetBucketReplicationCommand({ Bucket })), NO_REPLICATION);
  if (answer === undefined) return [];
  const rules = required(answer.ReplicationConfiguration?.Rules, 'GetBucketReplication: Rules', answer);
  return rules.filter(({ Status }) => says('GetBucketReplication: Status', Status, ENABLED));
}

/**
 * The destination is not named as a replica: a rule may replicate a part of the bucket, and others may write to the
 * destination, so the backups of the one are no backups of the other.
 *
 * @source API (Amazon S3) ReplicationRule.Filter; Amazon S3 User Guide, replication
 */
function toReplica(scope: Scope, { arn }: S3Bucket): Replica {
  return { scope, mechanism: 's3-replication', sourceArn: arn };
}

type Versions = Pick<NativeBackup, 'retentionDays' | 'neverExpires' | 'lock'>;

/** Finds out for how long a bucket keeps what was overwritten or deleted. */
async function versionsOf(call: Call, { name: Bucket }: S3Bucket): Promise<Versions> {
  const [lifecycle, locking] = await Promise.all([
    unlessNone(call(new GetBucketLifecycleConfigurationCommand({ Bucket })), NO_LIFECYCLE),
    unlessNone(call(new GetObjectLockConfigurationCommand({ Bucket })), NO_LOCK),
  ]);
  const rules = lifecycle && required(lifecycle.Rules, 'GetBucketLifecycleConfiguration: Rules', lifecycle);
  const retentionDays = shortestRetention(rules ?? []);
  return {
    ...(retentionDays === undefined && { neverExpires: true }),
    ...defined({ retentionDays, lock: toLock(locking?.ObjectLockConfiguration) }),
  };
}

/**
 * A rule for a part of the bucket counts as one for all of it: what it removes cannot be restored.
 *
 * @source API (Amazon S3) NoncurrentVersionExpiration: the newest versions may be kept for longer
 */
function shortestRetention(rules: readonly LifecycleRule[]): number | undefined {
  const days = rules.flatMap(({ Status, NoncurrentVersionExpiration }) =>
    says('GetBucketLifecycleConfiguration: Status', Status, ENABLED) ? noncurrentDays(NoncurrentVersionExpiration) : [],
  );
  return days.length === 0 ? undefined : Math.min(...days);
}

/** A rule that removes earlier versions says when. @source API (Amazon S3) NoncurrentVersionExpiration */
function noncurrentDays(expiration: NoncurrentVersionExpiration | undefined): number | readonly [] {
  if (expiration === undefined) return [];
  return required(expiration.NoncurrentDays, 'GetBucketLifecycleConfiguration: NoncurrentDays');
}

/** @source API (Amazon S3) ObjectLockRetentionMode */
const COMPLIANCE: Words = { yes: ['COMPLIANCE'], no: ['GOVERNANCE'] };

/** @source API (Amazon S3) DefaultRetention: in days, or in years. Without one, each object is locked by itself or not at all. */
function toLock(locking: ObjectLockConfiguration | undefined): NativeLock | undefined {
  const { Mode, Days, Years } = locking?.Rule?.DefaultRetention ?? {};
  const days = Days ?? (Years === undefined ? undefined : Years * 365);
  if (locking?.ObjectLockEnabled !== 'Enabled' || days === undefined) return undefined;
  const inCompliance = says('GetObjectLockConfiguration: Mode', Mode, COMPLIANCE);
  return { mode: inCompliance ? 'compliance' : 'governance', days };
}

/** @source API (Amazon S3) ErrorResponses: what is not configured is answered as an error */
const NO_LIFECYCLE = 'NoSuchLifecycleConfiguration';
const NO_LOCK = 'ObjectLockConfigurationNotFoundError';
const NO_REPLICATION = 'ReplicationConfigurationNotFoundError';

/** The answer; undefined where S3 says that there is no such configuration. */
async function unlessNone<Answer>(asked: Promise<Answer>, none: string): Promise<Answer | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Error && error.name === none) return undefined;
    throw error;
  }
}
