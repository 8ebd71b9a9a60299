import { demo } from '@backproof/sandbox';
import type { Estate } from '@backproof/sandbox';

type World = Estate['world'];
type WorldScope = World['scopes'][number];

const AT_MOST = 3;
const EARLIER = new Date(demo.world.now - 86_400_000);

/** One account in one Region of the demo estate, with a few of each thing: every operation answers something. Of jobs and
 * points there are those of what is kept. */
export function smallWorld(): World {
  const [scope] = demo.world.scopes;
  const [account] = demo.world.accounts;
  if (scope === undefined) throw new Error('the demo estate has no scope');
  return { ...demo.world, accounts: [account], regions: [scope.region], scopes: [few(scope)] };
}

function few(scope: WorldScope): WorldScope {
  const { recoveryPoints = {}, buckets = [], plans = [], volumes = [], tables = [], dbInstances = [] } = scope;
  const copying = plans.filter(({ plan }) => plan.Rules?.some(({ CopyActions }) => CopyActions?.some(isForeign)));
  const configured = buckets.filter((bucket) => bucket.lifecycleRules ?? bucket.objectLock ?? bucket.replication);
  const encrypted = volumes.filter(({ KmsKeyId }) => KmsKeyId !== undefined);
  const chosen: WorldScope = {
    ...scope,
    plans: [...copying.slice(0, 1), ...plans],
    buckets: [...configured, ...buckets.slice(0, 1)],
    volumes: [...encrypted.slice(0, 1), ...volumes.slice(0, 2)],
    dbInstances: [...dbInstances.filter(({ DBClusterIdentifier }) => !DBClusterIdentifier).slice(0, 2), ...dbInstances],
    frameworks: [
      {
        FrameworkName: 'rules',
        FrameworkArn: 'arn:aws:backup:eu-west-1:111111111111:framework:rules',
        DeploymentStatus: 'COMPLETED',
        NumberOfControls: 3,
      },
    ],
    vaultPolicies: Object.fromEntries(
      (scope.vaults ?? []).map(({ BackupVaultName = '' }) => [BackupVaultName, '{"Statement":[]}']),
    ),
    recycleBinRules: [
      {
        Identifier: 'snapshots',
        ResourceType: 'EBS_SNAPSHOT',
        RetentionPeriod: { RetentionPeriodValue: 14, RetentionPeriodUnit: 'DAYS' },
        LockState: 'locked',
      },
    ],
    tableBackups: tables.slice(0, 1).map(({ TableName, TableArn }) => ({
      TableName,
      TableArn,
      BackupName: 'by-hand',
      BackupArn: `${String(TableArn)}/backup/1`,
      BackupCreationDateTime: EARLIER,
      BackupStatus: 'AVAILABLE',
      BackupType: 'USER',
    })),
    dbSnapshots: dbInstances
      .filter(({ DBClusterIdentifier }) => !DBClusterIdentifier)
      .slice(0, 1)
      .map(({ DBInstanceIdentifier, Engine }) => ({
        DBInstanceIdentifier,
        Engine,
        DBSnapshotIdentifier: 'by-hand',
        SnapshotCreateTime: EARLIER,
        SnapshotType: 'manual',
        Status: 'available',
      })),
    snapshotSchedules: Object.fromEntries(
      (scope.gatewayVolumes ?? []).map(({ VolumeARN = '' }) => [
        VolumeARN,
        { StartAt: 3, RecurrenceInHours: 24, Timezone: 'GMT' },
      ]),
    ),
  };
  const small: WorldScope = { ...chosen, ...shortened(chosen) };
  const names = namesIn(small);
  const isKept = ({ ResourceArn = '' }: { readonly ResourceArn?: string | undefined }): boolean =>
    names.has(ResourceArn.slice(Math.max(ResourceArn.lastIndexOf('/'), ResourceArn.lastIndexOf(':')) + 1));
  const points = Object.entries(recoveryPoints).map(([vault, list]) => [vault, list.filter(isKept)] as const);
  const airGapped = {
    BackupVaultName: 'sealed',
    BackupVaultArn: 'arn:aws:backup:eu-west-1:111111111111:backup-vault:sealed',
    VaultType: 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT' as const,
    VaultState: 'AVAILABLE' as const,
    CreationDate: EARLIER,
  };
  const snapshotLocks = (small.snapshots ?? []).map(({ SnapshotId }) => ({
    ...{ SnapshotId, LockState: 'compliance' as const, LockExpiresOn: new Date(2_000_000_000_000) },
  }));
  return {
    ...small,
    vaults: [...(small.vaults ?? []), airGapped],
    snapshotLocks,
    backupJobs: (scope.backupJobs ?? []).filter(isKept),
    copyJobs: (scope.copyJobs ?? []).filter(isKept),
    recoveryPoints: Object.fromEntries(points),
  };

  function isForeign({
    DestinationBackupVaultArn,
  }: {
    readonly DestinationBackupVaultArn?: string | undefined;
  }): boolean {
    return DestinationBackupVaultArn?.includes(scope.accountId) === false;
  }
}

function shortened(scope: WorldScope): object {
  const lists = Object.entries(scope).filter(([name, value]) => Array.isArray(value) && name !== 'buckets');
  return Object.fromEntries(lists.map(([name, list]) => [name, Array.isArray(list) ? list.slice(0, AT_MOST) : list]));
}

/** The last parts of the ARNs of the resources of a scope. */
function namesIn(scope: WorldScope): ReadonlySet<string | undefined> {
  const { buckets = [], dbClusters = [], dbInstances = [], fileSystems = [], fsxFileSystems = [] } = scope;
  const { fsxVolumes = [], instances = [], tables = [], volumes = [] } = scope;
  return new Set([
    ...buckets.map(({ bucket }) => bucket.Name),
    ...dbClusters.map(({ DBClusterIdentifier }) => DBClusterIdentifier),
    ...dbInstances.map(({ DBInstanceIdentifier }) => DBInstanceIdentifier),
    ...fileSystems.map(({ FileSystemId }) => FileSystemId),
    ...fsxFileSystems.map(({ FileSystemId }) => FileSystemId),
    ...fsxVolumes.map(({ VolumeId }) => VolumeId),
    ...instances.map(({ InstanceId }) => InstanceId),
    ...tables.map(({ TableName }) => TableName),
    ...volumes.map(({ VolumeId }) => VolumeId),
  ]);
}
