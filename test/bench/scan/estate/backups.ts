import type { OwnType, Scope } from '@backproof/core';
import type { WorldScope } from '@backproof/sandbox';
import { longId, uuid } from './ids.js';
import { hoursAfter, runOf } from './moments.js';
import { createdBy, keyArn, roleArn, vaultArn } from './plans.js';
import type { VaultName } from './plans.js';
import { planNameOf } from './resources.js';
import type { BenchResource, PlanName } from './resources.js';
import { arnIn, copyScope } from './scopes.js';

type Point = NonNullable<WorldScope['recoveryPoints']>[string][number];
type Job = NonNullable<WorldScope['backupJobs']>[number];

/** How far back the backups of each resource go: so many points, one a day, and of the last days a copy each. */
export interface Depth {
  readonly points: number;
  readonly copies: number;
}

/** Of so many resources, one has not been backed up for so many days: fails that a scan must find. */
const STALE_EVERY = 50;
const STALE_DAYS = 10;

/** How long points are kept, so that none has expired. */
export function keepDays({ points }: Depth): number {
  return points + STALE_DAYS + 5;
}

/** A plan's points, the oldest day first, the resources of a day in their order: as they came to be. */
export function* plannedPoints(
  scope: Scope,
  plan: PlanName,
  resources: readonly BenchResource[],
  depth: Depth,
): Generator<Point> {
  const backedUp = resources.filter((resource) => planNameOf(resource) === plan);
  yield* pointsIn({ scope, vault: plan, plan, from: scope, resources: backedUp, days: depth.points, depth });
}

/** The copies of the other account's points. */
export function* copiedPoints(
  scope: Scope,
  plan: PlanName,
  sources: readonly BenchResource[],
  depth: Depth,
): Generator<Point> {
  const from = copyScope(scope);
  const copied = sources.filter((resource) => planNameOf(resource) === plan);
  const points = pointsIn({ scope, vault: 'copies', plan, from, resources: copied, days: depth.copies, depth });
  for (const point of points) yield { ...point, SourceBackupVaultArn: vaultArn(from, plan) };
}

interface Filling {
  readonly scope: Scope;
  readonly vault: VaultName;
  readonly plan: PlanName;
  /** Where the plan works. */
  readonly from: Scope;
  readonly resources: readonly BenchResource[];
  readonly days: number;
  readonly depth: Depth;
}

function* pointsIn({ scope, vault, plan, from, resources, days, depth }: Filling): Generator<Point> {
  const common = {
    BackupVaultName: vault,
    BackupVaultArn: vaultArn(scope, vault),
    CreatedBy: createdBy(from, plan),
    IamRoleArn: roleArn(from),
    Status: 'COMPLETED' as const,
    Lifecycle: { DeleteAfterDays: keepDays(depth) },
    EncryptionKeyArn: keyArn(scope, vault),
    EncryptionKeyType: 'CUSTOMER_MANAGED_KMS_KEY' as const,
    IsEncrypted: true,
    IsParent: false,
    VaultType: 'BACKUP_VAULT' as const,
  };
  for (let day = days + STALE_DAYS - 1; day >= 0; day--) {
    const at = runOf(day);
    const ofDay = {
      ...common,
      CreationDate: at,
      InitiationDate: at,
      CompletionDate: hoursAfter(at, 0.5),
      CalculatedLifecycle: { DeleteAt: hoursAfter(at, 24 * keepDays(depth)) },
    };
    for (const resource of resources) {
      const newest = newestDay(resource);
      if (day < newest || day >= newest + days) continue;
      yield {
        ...ofDay,
        RecoveryPointArn: pointArn(scope, resource, `${vault} ${String(day)}`),
        ResourceArn: resource.arn,
        ResourceType: resource.type,
        ResourceName: resource.name,
        BackupSizeInBytes: 1_000_000_000 + resource.index * day,
      };
    }
  }
}

/** The newest job of each resource. */
export function jobs(scope: Scope, resources: readonly BenchResource[]): readonly Job[] {
  return resources.map((resource) => {
    const plan = planNameOf(resource);
    const at = runOf(newestDay(resource));
    return {
      AccountId: scope.accountId,
      BackupJobId: uuid(`job ${resource.arn}`),
      BackupVaultName: plan,
      BackupVaultArn: vaultArn(scope, plan),
      RecoveryPointArn: pointArn(scope, resource, `${plan} ${String(newestDay(resource))}`),
      ResourceArn: resource.arn,
      ResourceType: resource.type,
      ResourceName: resource.name,
      CreatedBy: createdBy(scope, plan),
      IamRoleArn: roleArn(scope),
      State: 'COMPLETED',
      MessageCategory: 'SUCCESS',
      PercentDone: '100.0',
      CreationDate: at,
      CompletionDate: hoursAfter(at, 0.5),
    };
  });
}

function newestDay({ index }: BenchResource): number {
  return index % STALE_EVERY === 0 ? STALE_DAYS : 0;
}

type PointForm = (scope: Scope, seed: string) => string;

const snapshot: PointForm = ({ region }, seed) => `arn:aws:ec2:${region}::snapshot/${longId('snap', seed)}`;
const clusterSnapshot: PointForm = (scope, seed) => arnIn(scope, 'rds', `cluster-snapshot:awsbackup:job-${uuid(seed)}`);
const recoveryPoint: PointForm = (scope, seed) => arnIn(scope, 'backup', `recovery-point:${uuid(seed).toUpperCase()}`);

/** @source Developer Guide, access-control: ARNs of recovery points */
const POINT_FORMS: Readonly<Record<OwnType, PointForm>> = {
  EC2: ({ region }, seed) => `arn:aws:ec2:${region}::image/${longId('ami', seed)}`,
  EBS: snapshot,
  'Storage Gateway': snapshot,
  RDS: (scope, seed) => arnIn(scope, 'rds', `snapshot:awsbackup:job-${uuid(seed)}`),
  Aurora: clusterSnapshot,
  DocumentDB: clusterSnapshot,
  Neptune: clusterSnapshot,
  DynamoDB: recoveryPoint,
  EFS: recoveryPoint,
  S3: recoveryPoint,
  EKS: recoveryPoint,
  Timestream: recoveryPoint,
  DSQL: recoveryPoint,
  'SAP HANA on Amazon EC2': recoveryPoint,
  VirtualMachine: recoveryPoint,
  CloudFormation: recoveryPoint,
  Redshift: (scope, seed) => arnIn(scope, 'redshift', `snapshot:resource/awsbackup:job-${uuid(seed)}`),
  'Redshift Serverless': (scope, seed) =>
    arnIn(scope, 'redshift-serverless', `snapshot:resource/awsbackup:job-${uuid(seed)}`),
  FSx: (scope, seed) => arnIn(scope, 'fsx', `backup/${longId('backup', seed)}`),
};

function pointArn(scope: Scope, { arn, type }: BenchResource, run: string): string {
  return POINT_FORMS[type](scope, `${scope.accountId} ${arn} ${run}`);
}
