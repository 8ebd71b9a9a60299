import { DAY, HOUR, POPULATION_KINDS, RECOVERY_POINT_STATUSES, RESOURCE_TYPES } from '@backproof/core';
import type {
  BackupPlan,
  Ec2Instance,
  LegalHold,
  NativeBackup,
  RecoveryPoint,
  Resource,
  ResourceState,
  Tags,
} from '@backproof/core';
import fc from 'fast-check';
import {
  backupJob,
  backupPlan,
  backupRule,
  backupSelection,
  bunker,
  bunkerVaultArn,
  dynamoDbTable,
  ebsVolume,
  ec2Instance,
  fsxFileSystem,
  home,
  nativeBackup,
  NOW,
  rdsInstance,
  recoveryPoint,
  regionSettings,
  vault,
} from '@backproof/testing';
import type { Given, Unread } from '@backproof/testing';

/** A hold that keeps some of the points at home. */
function holdOf(points: readonly RecoveryPoint[]): LegalHold {
  const arns = points.map(({ arn }) => arn).filter((arn) => arn.endsWith('0'));
  return { scope: home, arn: 'arn:hold', title: 'trial', recoveryPointArns: arns };
}

/** Copies to the bunker. */
const nightly = backupPlan({ rules: [backupRule({ copyActions: [{ destinationVaultArn: bunkerVaultArn }] })] });

/** Runs on Sundays and copies nowhere. */
const weekly = backupPlan({
  id: 'orgs/weekly',
  name: 'weekly',
  rules: [backupRule({ name: 'weekly', scheduleExpression: 'cron(0 3 ? * SUN *)' })],
});

/** The nightly plan, created an hour ago. */
const justCreated = { ...nightly, createdAt: NOW - HOUR };

const assigned: Tags = { backup: 'nightly' };
const tagged = backupSelection({ name: 'tagged', listOfTags: [{ key: 'backup', value: 'nightly' }] });

const everythingButTests = backupSelection({
  name: 'everything',
  planId: weekly.id,
  conditions: { ...tagged.conditions, stringNotEquals: [{ key: 'stage', value: 'test' }] },
});

const databases = backupSelection({
  name: 'databases',
  resources: ['arn:aws:rds:*:*:db:*', 'arn:aws:dynamodb:*:*:table/a*'],
});

const vaults = [vault(), vault({ name: 'second' }), vault({ scope: bunker, name: 'bunker' })];

/** The lock of the first takes nothing of these plans. */
const lockedVaults = [vault({ lock: { minRetentionDays: 90 } }), ...vaults.slice(1)];

/** Mostly old enough to have been backed up. */
const createdAt = fc.constantFrom(HOUR, 20 * HOUR, 300 * DAY, 300 * DAY).map((age) => NOW - age);
const tags = fc.constantFrom<Tags>({}, assigned, assigned, { stage: 'test' }, { Backup: 'nightly' });
const named = fc.record({ name: fc.constantFrom('a1', 'a2', 'b'), tags, createdAt });

const anyInstance: fc.Arbitrary<Ec2Instance> = fc
  .tuple(named, fc.constantFrom({}, {}, {}, { spot: true }, { autoScalingGroup: 'web' }))
  .map(([of, fields]) => ec2Instance({ ...of, ...fields }));

/** Volumes of an instance share its fate or outlive it, and are as old as it or were attached later. */
const attachment = fc.record({
  since: fc.constantFrom(0, 0, NOW - 3 * HOUR, NOW - 9 * DAY),
  deleteOnTermination: fc.boolean(),
});

const state = fc.constantFrom<{ state?: ResourceState }>(
  ...[{}, {}, {}, { state: { is: 'available', word: 'available' } } as const],
  { state: { is: 'failed', word: 'failed' } },
  { state: { is: 'stopped', word: 'stopped' } },
  { state: { is: 'stopped', word: 'stopped', since: NOW - 3 * DAY } },
);

/** A resource beside these instances, which a volume may be attached to. */
function anyResource(instances: readonly Ec2Instance[]): fc.Arbitrary<Resource> {
  const attachedTo = fc.subarray(instances.map(({ arn }) => arn));
  const anyVolume = fc.tuple(named, attachedTo, attachment).map(([of, arns, fields]) => {
    const attachments = arns.map((instanceArn) => ({ instanceArn, ...fields }));
    return ebsVolume({ ...of, attachments });
  });
  return fc.oneof(
    { arbitrary: anyVolume, weight: 3 },
    { arbitrary: fc.tuple(named, state).map(([of, fields]) => rdsInstance({ ...of, ...fields })), weight: 2 },
    { arbitrary: named.map((of) => dynamoDbTable(of)), weight: 2 },
    named.map((of) => fsxFileSystem({ ...of, engine: 'ONTAP' })),
  );
}

/** A point of any state, in any vault. */
function anyPoint(resource: Resource): fc.Arbitrary<RecoveryPoint> {
  return fc
    .record({
      age: fc.constantFrom('1h', '6h', '30h', '40h', '200h'),
      status: fc.constantFrom(...RECOVERY_POINT_STATUSES, 'COMPLETED' as const, 'COMPLETED' as const),
      vaultArn: fc.constantFrom(...vaults.map(({ arn }) => arn)),
      continuous: fc.boolean(),
      deleteAfterCopy: fc.constantFrom(false, false, true),
      found: fc.constantFrom({}, {}, {}, { infected: true } as const),
      expiry: fc.constantFrom({}, { deleteAt: NOW - 1 }, { deleteAt: NOW + DAY }),
      number: fc.nat(1e6),
    })
    .map(({ expiry, found, number, ...fields }) =>
      recoveryPoint(resource, { ...fields, ...expiry, ...found, arn: `arn:point/${resource.arn}/${number}` }),
    );
}

const anyJob = fc.record({
  age: fc.nat(300).map((hours) => `${hours}h`),
  state: fc.constantFrom('COMPLETED', 'FAILED', 'RUNNING'),
  messageCategory: fc.constantFrom('SUCCESS', 'VSS'),
});

/** A service's own backups, which may be what it keeps one of these points by. */
function anyNative(resource: Resource, points: readonly RecoveryPoint[]): fc.Arbitrary<readonly NativeBackup[]> {
  if (resource.type !== 'RDS' && resource.type !== 'DynamoDB' && resource.type !== 'FSx') return fc.constant([]);
  return fc
    .record({
      enabled: fc.boolean(),
      newest: fc.constantFrom(NOW - HOUR, NOW - 9 * DAY, undefined),
      keeps: fc.boolean(),
      manual: fc.constantFrom([], [], [...byHand(resource)]),
    })
    .map(({ enabled, newest, keeps, manual }) => {
      const kept = points.find(({ continuous }) => keeps && continuous);
      // A continuous backup restores at least the moment at which it began.
      const native = nativeBackup(resource, { enabled, ...(kept && { recoveryPointArn: kept.arn }) });
      if (newest !== undefined) {
        return [{ ...native, latestRestorableAt: Math.max(newest, kept?.createdAt ?? 0) }, ...manual];
      }
      const { scope, resourceArn, mechanism } = native;
      return [kept === undefined ? { scope, resourceArn, mechanism, enabled } : native, ...manual];
    });
}

/** What somebody may have made of it yesterday. */
function byHand(resource: Resource): readonly NativeBackup[] {
  if (resource.type !== 'RDS' && resource.type !== 'DynamoDB') return [];
  const mechanism = resource.type === 'RDS' ? 'rds-snapshots' : 'dynamodb-backups';
  return [nativeBackup(resource, { mechanism, latestRestorableAt: NOW - DAY })];
}

/** What an estate may hold about a resource. */
function anyEvidence(resource: Resource) {
  return fc.array(anyPoint(resource), { maxLength: 3 }).chain((recoveryPoints) =>
    fc.record({
      recoveryPoints: fc.constant(recoveryPoints),
      backupJobs: fc.array(
        anyJob.map((fields) => backupJob(resource, fields)),
        { maxLength: 2 },
      ),
      nativeBackups: anyNative(resource, recoveryPoints),
    }),
  );
}

/** Most types are opted in, some out, and of some the settings do not tell. */
const someTypes = fc.subarray<string>([...RESOURCE_TYPES], { maxLength: 2 });
const anySettings = fc.tuple(someTypes, someTypes).map(([out, untold]) => {
  const told = RESOURCE_TYPES.filter((type) => !untold.includes(type));
  return [regionSettings({ optIn: Object.fromEntries(told.map((type) => [type, !out.includes(type)])) })];
});

/** Small estates with a bit of everything: points of all states, in all vaults, attached volumes, own backups, jobs. */
export const anyEstate: fc.Arbitrary<Given> = fc
  .array(anyInstance, { maxLength: 2 })
  .chain((instances) =>
    fc.tuple(anyResource(instances), fc.array(anyResource(instances), { maxLength: 3 }), fc.constant(instances)),
  )
  .chain(([resource, more, instances]) => {
    // There are no two resources of one ARN.
    const all = new Map([...instances, ...more].map((each) => [each.arn, each]));
    const others = [...all.values()].filter(({ arn }) => arn !== resource.arn);
    return fc.record({
      resource: fc.constant(resource),
      others: fc.constant(others),
      plans: fc.constantFrom<readonly BackupPlan[]>([nightly], [nightly, weekly], [nightly, weekly], [justCreated], []),
      selections: fc.subarray([tagged, databases, everythingButTests], { minLength: 1 }),
      regionSettings: anySettings,
      vaults: fc.constantFrom(vaults, vaults, vaults, lockedVaults),
      isHeld: fc.boolean(),
      evidence: fc.tuple(...[resource, ...others].map(anyEvidence)),
    });
  })
  .map(({ evidence, isHeld, ...estate }) => ({
    ...estate,
    recoveryPoints: evidence.flatMap(({ recoveryPoints }) => recoveryPoints),
    legalHolds: isHeld ? [holdOf(evidence.flatMap(({ recoveryPoints }) => recoveryPoints))] : [],
    backupJobs: evidence.flatMap(({ backupJobs }) => backupJobs),
    nativeBackups: evidence.flatMap(({ nativeBackups }) => nativeBackups),
  }));

/** The same estate with its records in another order. */
export function reordered(estate: Given): fc.Arbitrary<Given> {
  const { others = [], plans = [], selections = [], vaults: inVaults = [] } = estate;
  const { recoveryPoints = [], backupJobs = [], nativeBackups = [] } = estate;
  return fc
    .record({
      others: shuffled(others),
      plans: shuffled(plans),
      selections: shuffled(selections),
      vaults: shuffled(inVaults),
      recoveryPoints: shuffled(recoveryPoints),
      backupJobs: shuffled(backupJobs),
      nativeBackups: shuffled(nativeBackups),
    })
    .map((parts) => ({ ...estate, ...parts }));
}

function shuffled<Item>(items: readonly Item[]): fc.Arbitrary<readonly Item[]> {
  return fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length });
}

const LISTINGS: readonly Unread[] = RESOURCE_TYPES.map((of) => ({ kind: 'resources', of }));

const WITHHOLDABLE: readonly Unread[] = [
  ...POPULATION_KINDS.filter((kind) => kind !== 'resources'),
  ...LISTINGS,
  ...vaults.map(({ arn }) => ({ kind: 'recoveryPoints', of: arn }) as const),
  ...[nightly, weekly].map(({ arn }) => ({ kind: 'backupSelections', of: arn }) as const),
  ...['DynamoDB', 'RDS'].map((of) => ({ kind: 'nativeBackups', of }) as const),
  ...[home, bunker].map((scope) => ({ kind: 'vaults', scope }) as const),
];

/** Some of what a scan reads, which it may not read; often a listing of resources, of which there are few among the rest. */
export const anyUnread: fc.Arbitrary<readonly Unread[]> = fc.oneof(
  { arbitrary: fc.subarray([...WITHHOLDABLE], { minLength: 1, maxLength: 3 }), weight: 3 },
  { arbitrary: fc.subarray([...LISTINGS], { minLength: 1, maxLength: 3 }), weight: 1 },
);
