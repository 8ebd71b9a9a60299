import type { RecoveryPointByBackupVault, RecoveryPointStatus } from '@aws-sdk/client-backup';
import type { Image, Snapshot } from '@aws-sdk/client-ec2';
import type { DBClusterSnapshot, DBSnapshot } from '@aws-sdk/client-rds';
import type { WorldScope } from '../../world/world.js';
import { tagList } from './resource.js';

/**
 * The scope with the snapshots and images that its recovery points are to EC2 and RDS. Points in air-gapped vaults lie
 * in an account of AWS.
 *
 * @source Developer Guide, access-control: ARNs of recovery points; logicallyairgappedvault
 */
export function withPointsInServices(scope: WorldScope, now: number): WorldScope {
  const points = Object.values(scope.recoveryPoints ?? {})
    .flat()
    .filter(({ VaultType }) => (VaultType ?? 'BACKUP_VAULT') === 'BACKUP_VAULT');
  const of = (form: RegExp) => points.filter(({ RecoveryPointArn = '' }) => form.test(RecoveryPointArn));
  return {
    ...scope,
    snapshots: [...(scope.snapshots ?? []), ...of(/:snapshot\/snap-/).map((point) => snapshotOf(scope, point, now))],
    images: [...(scope.images ?? []), ...of(/:image\/ami-/).map((point) => imageOf(scope, point))],
    dbSnapshots: [...(scope.dbSnapshots ?? []), ...of(/^arn:[^:]*:rds:.*:snapshot:/).map(dbSnapshotOf(scope))],
    dbClusterSnapshots: [
      ...(scope.dbClusterSnapshots ?? []),
      ...of(/^arn:[^:]*:rds:.*:cluster-snapshot:/).map(dbClusterSnapshotOf(scope)),
    ],
  };
}

/** The last part of an ARN. */
function lastOf(arn = '', separator = '/'): string {
  return arn.slice(arn.lastIndexOf(separator) + 1);
}

/** A copied snapshot names no volume of its account. @source EC2 User Guide, ebs-copy-snapshot */
const VOLUME_OF_COPIES = 'vol-ffffffff';

/** A gateway's volumes are in lower case where EC2 reports them. @source AWS Storage Gateway API Reference, Welcome */
function snapshotOf({ accountId }: WorldScope, point: RecoveryPointByBackupVault, now: number): Snapshot {
  const { CalculatedLifecycle: { MoveToColdStorageAt: archivedAt } = {} } = point;
  return {
    SnapshotId: lastOf(point.RecoveryPointArn),
    VolumeId: isCopy(point) ? VOLUME_OF_COPIES : lastOf(point.ResourceArn).toLowerCase(),
    OwnerId: accountId,
    Description: 'This snapshot is created by the AWS Backup service.',
    StartTime: point.CreationDate,
    State: stateOf(point.Status, { made: 'completed', making: 'pending', failed: 'error' }),
    Progress: point.Status === 'CREATING' ? '0%' : '100%',
    StorageTier: archivedAt !== undefined && Number(archivedAt) <= now ? 'archive' : 'standard',
    VolumeSize: 40,
    Encrypted: true,
    KmsKeyId: point.EncryptionKeyArn,
    Tags: tagsOf(point),
  };
}

function imageOf({ accountId }: WorldScope, point: RecoveryPointByBackupVault): Image {
  const imageId = lastOf(point.RecoveryPointArn);
  const instanceId = lastOf(point.ResourceArn);
  const name = `AwsBackup_${instanceId}_${imageId.slice(-8)}`;
  return {
    ImageId: imageId,
    Name: name,
    ImageLocation: `${accountId}/${name}`,
    ImageType: 'machine',
    OwnerId: accountId,
    State: stateOf(point.Status, { made: 'available', making: 'pending', failed: 'failed' }),
    CreationDate: point.CreationDate?.toISOString(),
    ...(!isCopy(point) && { SourceInstanceId: instanceId }),
    Architecture: 'x86_64',
    RootDeviceName: '/dev/xvda',
    RootDeviceType: 'ebs',
    VirtualizationType: 'hvm',
    Public: false,
    Tags: tagsOf(point),
  };
}

function dbSnapshotOf({ dbInstances = [] }: WorldScope) {
  return (point: RecoveryPointByBackupVault): DBSnapshot => {
    const instance = dbInstances.find(({ DBInstanceArn }) => DBInstanceArn === point.ResourceArn);
    return {
      ...commonOf(point),
      DBSnapshotIdentifier: snapshotNameOf(point),
      DBSnapshotArn: point.RecoveryPointArn,
      DBInstanceIdentifier: lastOf(point.ResourceArn, ':'),
      DbiResourceId: instance?.DbiResourceId,
      Engine: instance?.Engine ?? 'postgres',
      EngineVersion: instance?.EngineVersion,
    };
  };
}

function dbClusterSnapshotOf({ dbClusters = [] }: WorldScope) {
  return (point: RecoveryPointByBackupVault): DBClusterSnapshot => {
    const cluster = dbClusters.find(({ DBClusterArn }) => DBClusterArn === point.ResourceArn);
    return {
      ...commonOf(point),
      DBClusterSnapshotIdentifier: snapshotNameOf(point),
      DBClusterSnapshotArn: point.RecoveryPointArn,
      DBClusterIdentifier: lastOf(point.ResourceArn, ':'),
      Engine: cluster?.Engine ?? 'aurora-postgresql',
      EngineVersion: cluster?.EngineVersion,
    };
  };
}

/** The members that the snapshots of instances and clusters share. */
function commonOf(point: RecoveryPointByBackupVault) {
  return {
    SnapshotType: 'awsbackup',
    SnapshotCreateTime: point.CreationDate,
    Status: stateOf(point.Status, { made: 'available', making: 'creating', failed: 'failed' }),
    PercentProgress: point.Status === 'CREATING' ? 0 : 100,
    AllocatedStorage: 100,
    TagList: tagsOf(point),
  };
}

/** `awsbackup:job-...`, which has a colon itself. */
function snapshotNameOf({ RecoveryPointArn = '' }: RecoveryPointByBackupVault): string {
  return RecoveryPointArn.replace(/^.*snapshot:/, '');
}

/** The words of a service for what a point's status means to it. A point that expired is still there. */
function stateOf<Word>(
  status: RecoveryPointStatus | undefined,
  words: { readonly made: Word; readonly making: Word; readonly failed: Word },
): Word {
  if (status === 'CREATING') return words.making;
  return status === 'PARTIAL' ? words.failed : words.made;
}

function isCopy({ SourceBackupVaultArn }: RecoveryPointByBackupVault): boolean {
  return SourceBackupVaultArn !== undefined;
}

/** @source Developer Guide, tags-on-backups: the tag that AWS Backup sets on what it makes */
function tagsOf({ ResourceArn = '', ResourceName = '' }: RecoveryPointByBackupVault) {
  return tagList({ Name: ResourceName, 'aws:backup:source-resource': ResourceArn });
}
