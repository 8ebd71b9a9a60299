import { buildVaultArn, DAY, HOUR, POPULATION_KINDS, RECOVERY_POINT_STATUSES } from '@backproof/core';
import type { BackupPlan, CopyJob, RecoveryPoint, Resource, Vault } from '@backproof/core';
import {
  backupPlan,
  backupRule,
  bunker,
  bunkerVaultArn,
  copyJob,
  dynamoDbTable,
  ebsVolume,
  ec2Instance,
  encryptionKey,
  home,
  inPlan,
  NOW,
  ontapVolume,
  rdsInstance,
  recoveryPoint,
  regionSettings,
  scope,
  vault,
  vaultArn,
} from '@backproof/testing';
import type { Given, Unread } from '@backproof/testing';
import fc from 'fast-check';
import type { Options } from './options.js';

const away = scope({ region: 'eu-central-1' });
const sealed = vault({ name: 'sealed', vaultType: 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT' });
const elsewhere = [
  ...[bunkerVaultArn, bunkerVaultArn, buildVaultArn(bunker, 'Default'), buildVaultArn(away, 'away')],
  ...[sealed.arn, 'no ARN'],
];

const anyResource: fc.Arbitrary<Resource> = fc
  .tuple(fc.nat(5), fc.constantFrom({}, {}, { createdAt: NOW - 2 * DAY }), fc.nat(3))
  .map(([kind, of, stop]): Resource => {
    const born = {
      ...of,
      ...(stop === 0 && { state: { is: 'stopped' as const, word: 'stopped', since: NOW - 20 * DAY } }),
    };
    if (kind === 0) return ebsVolume({ ...born, attachments: [{ instanceArn: ec2Instance().arn, since: 0 }] });
    if (kind === 1) return dynamoDbTable(born);
    if (kind === 2) return ontapVolume(born);
    return rdsInstance(born);
  });

const lifecycle = fc.constantFrom({}, { deleteAfterDays: 10 }, { deleteAfterDays: 60 });

/** One rule or two that overlap on Sundays, copying anywhere. */
const anyPlan: fc.Arbitrary<BackupPlan> = fc
  .array(fc.tuple(fc.constantFrom('*', 'SUN'), fc.option(fc.constantFrom(...elsewhere)), lifecycle), {
    minLength: 1,
    maxLength: 2,
  })
  .map((rules) =>
    backupPlan({
      rules: rules.map(([day, destinationVaultArn, of], i) =>
        backupRule({
          name: `rule-${i}`,
          scheduleExpression: `cron(0 5 ? * ${day} *)`,
          lifecycle: of,
          copyActions: destinationVaultArn === null ? [] : [{ destinationVaultArn }],
        }),
      ),
    }),
  );

function anyPoints(of: Resource): fc.Arbitrary<readonly RecoveryPoint[]> {
  const point = fc.record({
    hours: fc.constantFrom(1, 6, 30, 200, 700),
    at: fc.constantFrom(vaultArn, vaultArn, ...elsewhere),
    status: fc.constantFrom(...RECOVERY_POINT_STATUSES, 'COMPLETED' as const, 'COMPLETED' as const),
    continuous: fc.boolean(),
    kept: fc.constantFrom({}, {}, { keepDays: 10 }, { keepDays: 25 }, { keepDays: 60 }),
    finding: fc.constantFrom({}, {}, { infected: true as const }),
  });
  return fc.array(point, { maxLength: 4 }).map((points) =>
    points.map(({ hours, at, kept, finding, ...fields }, i) =>
      recoveryPoint(of, {
        ...fields,
        ...kept,
        ...finding,
        createdAt: NOW - hours * HOUR,
        vaultArn: at,
        arn: `arn:point:${i}`,
      }),
    ),
  );
}

function anyCopyJobs(of: Resource): fc.Arbitrary<readonly CopyJob[]> {
  const job = fc.record({
    hours: fc.constantFrom(1, 20, 200),
    destinationVaultArn: fc.constantFrom(...elsewhere),
    state: fc.constantFrom('COMPLETED', 'COMPLETED', 'FAILED', 'RUNNING'),
    source: fc.nat(2),
    destinationLifecycle: lifecycle,
    message: fc.constantFrom(
      'too many copy jobs',
      'Snapshots encrypted with the AWS managed key cannot be shared',
      'The retention specified in the job is not within the range specified for the target backup vault.',
    ),
  });
  return fc
    .array(job, { maxLength: 3 })
    .map((jobs) =>
      jobs.map(({ hours, source, ...fields }, i) =>
        copyJob(of, { ...fields, id: `copy-${i}`, age: `${hours}h`, sourceRecoveryPointArn: `arn:point:${source}` }),
      ),
    );
}

const anyBunkerVault: fc.Arbitrary<Vault> = fc
  .constantFrom<Partial<Vault>>(
    ...[{}, { lock: { minRetentionDays: 30 } }, { lock: { minRetentionDays: 60 } }],
    { vaultType: 'RESTORE_ACCESS_BACKUP_VAULT' },
    { vaultType: 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT' },
    { state: 'QUARANTINED' },
  )
  .map((fields) => vault({ scope: bunker, name: 'bunker', ...fields }));

/** AWS remembers the job of every copy for 30 days, which tells where copies went that no plan makes. */
function jobOf({ arn, resourceArn, vaultArn: destinationVaultArn, createdAt }: RecoveryPoint): readonly CopyJob[] {
  if (destinationVaultArn === vaultArn) return [];
  const job = copyJob(ec2Instance(), { id: `job-of-${arn}-${resourceArn}`, createdAt, destinationVaultArn });
  return [{ ...job, resourceArn }];
}

/** A resource with anything that a scan of its account, and at times of the bunker's, may find of its copies. */
export const anyGiven: fc.Arbitrary<Given> = anyResource.chain((resource) => {
  const others = resource.type === 'EBS' ? [ec2Instance()] : [];
  return fc
    .record({
      plan: fc.option(anyPlan),
      recoveryPoints: fc.tuple(anyPoints(resource), anyPoints(ec2Instance())),
      copyJobs: anyCopyJobs(resource),
      scanned: fc.option(anyBunkerVault, { freq: 2 }),
      management: fc.constantFrom({}, { DynamoDB: true }, { DynamoDB: false }),
      switched: fc.constantFrom('true', 'false'),
      managedByAws: fc.constantFrom(null, null, null, false, true),
      held: fc.boolean(),
    })
    .map(({ plan, recoveryPoints: [own, ofHost], copyJobs, scanned, management, switched, managedByAws, held }) => ({
      resource: { ...resource, ...(managedByAws !== null && { encryptionKeyArn: encryptionKey().arn }) },
      encryptionKeys: managedByAws === null ? [] : [encryptionKey({ managedByAws })],
      others,
      ...(plan !== null && inPlan([resource, ...others], plan)),
      recoveryPoints: [...own, ...(others.length > 0 ? ofHost : [])].filter(
        (point) => scanned !== null || !point.vaultArn.includes(bunker.accountId),
      ),
      copyJobs: [...copyJobs, ...[...own, ...ofHost].flatMap(jobOf)],
      vaults: [sealed, vault({ scope: away, name: 'away' }), ...(scanned === null ? [] : [scanned])],
      legalHolds: held
        ? [{ scope: home, arn: 'arn:hold', title: 'hold', recoveryPointArns: own.map(({ arn }) => arn) }]
        : [],
      regionSettings: [regionSettings({ management })],
      globalSettings: [{ scope: home, settings: { isCrossAccountBackupEnabled: switched } }],
    }));
});

export const anyOptions: fc.Arbitrary<Partial<Options>> = fc.record(
  {
    accounts: fc.constantFrom(['222222222222'], ['333333333333']),
    maxAge: fc.constantFrom('1d', '40d'),
    minRetention: fc.constantFrom('1d', '30d'),
    acceptAirGapped: fc.boolean(),
    crossRegion: fc.boolean(),
    proof: fc.constantFrom('observed' as const, 'reported' as const, 'configured' as const),
  },
  { requiredKeys: [] },
);

/** Some of what a scan reads that it may not read. */
export const anyUnread: fc.Arbitrary<readonly Unread[]> = fc.uniqueArray(
  fc.oneof(
    fc.constantFrom(...POPULATION_KINDS.filter((kind) => kind !== 'resources')),
    fc.record({
      kind: fc.constantFrom('vaults' as const, 'recoveryPoints' as const),
      scope: fc.constantFrom(home, bunker, away),
    }),
  ),
  { minLength: 1, maxLength: 3 },
);
