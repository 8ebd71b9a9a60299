import { buildVaultArn, DAY, HOUR, POPULATION_KINDS, RECOVERY_POINT_STATUSES } from '@backproof/core';
import type { CopyJob, NativeBackup, RecoveryPoint, Resource } from '@backproof/core';
import {
  bunker,
  bunkerVaultArn,
  copyJob,
  dynamoDbTable,
  ebsVolume,
  home,
  inPlan,
  nativeBackup,
  NOW,
  ontapVolume,
  rdsInstance,
  recoveryPoint,
  redshiftCluster,
  regionSettings,
  vault,
  vaultArn,
} from '@backproof/testing';
import type { Given, Unread } from '@backproof/testing';
import fc from 'fast-check';
import { away, awayVault, copyingBy, nearVaultArn } from './estate.fixture.js';
import type { Options } from './options.js';

const elsewhere = [awayVault.arn, awayVault.arn, bunkerVaultArn, nearVaultArn, buildVaultArn(bunker, 'Default')];

const anyResource: fc.Arbitrary<Resource> = fc
  .tuple(fc.constantFrom(rdsInstance, rdsInstance, ebsVolume, dynamoDbTable, ontapVolume, redshiftCluster), fc.nat(2))
  .map(([make, age]) => make(age === 0 ? { createdAt: NOW - 2 * DAY } : {}));

function anyPoints(of: Resource): fc.Arbitrary<readonly RecoveryPoint[]> {
  const point = fc.record({
    hours: fc.constantFrom(1, 30, 200, 700),
    at: fc.constantFrom(vaultArn, ...elsewhere),
    status: fc.constantFrom(...RECOVERY_POINT_STATUSES, 'COMPLETED' as const, 'COMPLETED' as const),
    kept: fc.constantFrom({}, { keepDays: 10 }, { keepDays: 60 }),
  });
  return fc
    .array(point, { maxLength: 3 })
    .map((points) =>
      points.map(({ hours, at, status, kept }, i) =>
        recoveryPoint(of, { status, ...kept, createdAt: NOW - hours * HOUR, vaultArn: at, arn: `arn:point:${i}` }),
      ),
    );
}

function anyCopyJobs(of: Resource): fc.Arbitrary<readonly CopyJob[]> {
  const job = fc.record({
    hours: fc.constantFrom(1, 20, 200),
    destinationVaultArn: fc.constantFrom(...elsewhere),
    state: fc.constantFrom('COMPLETED', 'COMPLETED', 'FAILED', 'RUNNING'),
    source: fc.nat(2),
  });
  return fc
    .array(job, { maxLength: 2 })
    .map((jobs) =>
      jobs.map(({ hours, source, ...fields }, i) =>
        copyJob(of, { ...fields, id: `copy-${i}`, age: `${hours}h`, sourceRecoveryPointArn: `arn:point:${source}` }),
      ),
    );
}

/** The backups that a service itself keeps elsewhere, of the types whose services do. */
function anyReplicated(of: Resource): fc.Arbitrary<readonly NativeBackup[]> {
  if (of.type !== 'RDS' && of.type !== 'Redshift') return fc.constant([]);
  const mechanism = of.type === 'RDS' ? 'rds-replicated-backups' : 'redshift-copied-snapshots';
  return fc
    .array(
      fc.record({
        region: fc.constantFrom('eu-central-1', 'us-east-1', home.region),
        enabled: fc.boolean(),
        latest: fc.constantFrom({}, { latestRestorableAt: NOW - HOUR }, { latestRestorableAt: NOW - 9 * DAY }),
        kept: fc.constantFrom({}, { retentionDays: 7 }, { retentionDays: 35 }),
      }),
      { maxLength: 2 },
    )
    .map((all) =>
      all.map(({ region, enabled, latest, kept }) => {
        const { scope, resourceArn } = nativeBackup(of);
        const backupsArn = `arn:aws:rds:${region}:111111111111:auto-backup:ab-1`;
        return { scope, resourceArn, mechanism, backupsArn, enabled, ...latest, ...kept };
      }),
    );
}

/** AWS remembers the job of every copy for 30 days, which tells where copies went that no plan makes. */
function jobsOf(of: Resource, points: readonly RecoveryPoint[]): readonly CopyJob[] {
  return points
    .filter(({ vaultArn: at }) => at !== vaultArn)
    .map(({ arn, vaultArn: destinationVaultArn, createdAt }) =>
      copyJob(of, { id: `job-of-${arn}`, createdAt, destinationVaultArn }),
    );
}

/** A resource with anything that a scan of its Region, and at times of the other one, may find of its copies. */
export const anyGiven: fc.Arbitrary<Given> = anyResource.chain((resource) =>
  fc
    .record({
      copiesTo: fc.option(fc.constantFrom(...elsewhere)),
      recoveryPoints: anyPoints(resource),
      copyJobs: anyCopyJobs(resource),
      nativeBackups: anyReplicated(resource),
      scanned: fc.boolean(),
      management: fc.constantFrom({}, { DynamoDB: true }, { DynamoDB: false }),
    })
    .map(({ copiesTo, recoveryPoints, copyJobs, scanned, management, ...given }) => ({
      resource,
      ...given,
      ...(copiesTo !== null && inPlan(resource, copyingBy({ copyActions: [{ destinationVaultArn: copiesTo }] }))),
      recoveryPoints: recoveryPoints.filter(({ vaultArn: at }) => scanned || at !== awayVault.arn),
      copyJobs: [...copyJobs, ...jobsOf(resource, recoveryPoints)],
      vaults: scanned ? [awayVault] : [vault()],
      regionSettings: [regionSettings({ management })],
    })),
);

export const anyOptions: fc.Arbitrary<Partial<Options>> = fc.record(
  {
    regions: fc.constantFrom(['eu-central-1'], ['eu-north-1']),
    maxAge: fc.constantFrom('1d', '40d'),
    minRetention: fc.constantFrom('1d', '30d'),
    proof: fc.constantFrom('observed' as const, 'reported' as const, 'configured' as const),
  },
  { requiredKeys: [] },
);

/** Some of what a scan reads that it may not read. */
export const anyUnread: fc.Arbitrary<readonly Unread[]> = fc.uniqueArray(
  fc.oneof(
    fc.constantFrom(...POPULATION_KINDS.filter((kind) => kind !== 'resources')),
    fc.record({
      kind: fc.constantFrom('vaults' as const, 'recoveryPoints' as const, 'nativeBackups' as const),
      scope: fc.constantFrom(home, away),
    }),
  ),
  { minLength: 1, maxLength: 3 },
);
