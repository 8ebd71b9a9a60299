import { describe, expect, it } from '@jest/globals';
import type { RecoveryPointByBackupVault } from '@aws-sdk/client-backup';
import type { WorldScope } from '../world/world.js';
import type { Estate } from './estate.js';
import { estates } from './index.js';

/** The points of a scope that lie in vaults of its own account. */
function pointsOf({ recoveryPoints = {} }: WorldScope): readonly RecoveryPointByBackupVault[] {
  const points = Object.values(recoveryPoints).flat();
  return points.filter(({ VaultType }) => VaultType === 'BACKUP_VAULT');
}

/** The ends of the points' ARNs that begin with a word, after it. */
function endsAfter(scope: WorldScope, start: string): string[] {
  const ends = pointsOf(scope).flatMap(({ RecoveryPointArn = '' }) => RecoveryPointArn.split(start)[1] ?? []);
  return ends.toSorted();
}

const isOfAwsBackup = (tags: readonly { readonly Key?: string | undefined }[] = []): boolean =>
  tags.some(({ Key }) => Key === 'aws:backup:source-resource');

describe.each([...estates.values()])('in the estate $name', ({ world }: Estate) => {
  const { scopes } = world;

  it('each point of a volume is a snapshot, and each of an instance an image', () => {
    for (const scope of scopes) {
      const snapshots = (scope.snapshots ?? []).filter(({ Tags }) => isOfAwsBackup(Tags));
      const images = (scope.images ?? []).filter(({ Tags }) => isOfAwsBackup(Tags));
      expect(snapshots.map(({ SnapshotId }) => SnapshotId).toSorted()).toEqual(endsAfter(scope, ':snapshot/'));
      expect(images.map(({ ImageId }) => ImageId).toSorted()).toEqual(endsAfter(scope, ':image/'));
    }
  });

  it('each point of a database is a snapshot of its kind', () => {
    for (const { dbSnapshots = [], dbClusterSnapshots = [], ...scope } of scopes) {
      const ofInstances = dbSnapshots.filter(({ SnapshotType }) => SnapshotType === 'awsbackup');
      const ofClusters = dbClusterSnapshots.filter(({ SnapshotType }) => SnapshotType === 'awsbackup');
      const inRds = { ...scope, recoveryPoints: { all: pointsOf(scope).filter(isOfRds) } };
      expect(ofInstances.map(({ DBSnapshotIdentifier }) => DBSnapshotIdentifier).toSorted()).toEqual(
        endsAfter(inRds, ':snapshot:'),
      );
      expect(ofClusters.map((snapshot) => snapshot.DBClusterSnapshotIdentifier).toSorted()).toEqual(
        endsAfter(inRds, ':cluster-snapshot:'),
      );
    }
  });

  it('no snapshot or image is there twice', () => {
    for (const { snapshots = [], images = [], dbSnapshots = [], dbClusterSnapshots = [] } of scopes) {
      const ids = [
        ...snapshots.map(({ SnapshotId }) => SnapshotId),
        ...images.map(({ ImageId }) => ImageId),
        ...dbSnapshots.map(({ DBSnapshotIdentifier }) => DBSnapshotIdentifier),
        ...dbClusterSnapshots.map(({ DBClusterSnapshotIdentifier }) => DBClusterSnapshotIdentifier),
      ];
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it('KMS knows the key of each vault, and each alias has its key', () => {
    for (const { accountId, vaults = [], keys = [], keyAliases = [] } of scopes) {
      const known = keys.map(({ Arn }) => Arn);
      const own = vaults.filter(({ EncryptionKeyArn }) => EncryptionKeyArn?.includes(`:${accountId}:`));
      expect(own.filter(({ EncryptionKeyArn }) => !known.includes(EncryptionKeyArn))).toEqual([]);
      const ids = keys.map(({ KeyId }) => KeyId);
      expect(new Set(ids).size).toBe(ids.length);
      expect(keyAliases.map(({ TargetKeyId }) => TargetKeyId).toSorted()).toEqual(ids.toSorted());
    }
  });

  it('each point and job names the version that its plan has', () => {
    const plans = new Map(scopes.flatMap(({ plans: all = [] }) => all.map(({ arn, version }) => [arn, version])));
    const made = scopes.flatMap((scope) => [
      ...pointsOf(scope),
      ...(scope.backupJobs ?? []),
      ...(scope.copyJobs ?? []),
    ]);
    const wrong = made.filter(({ CreatedBy: { BackupPlanArn = '', BackupPlanVersion } = {} }) => {
      const version = plans.get(BackupPlanArn);
      return version !== undefined && version !== BackupPlanVersion;
    });
    expect(wrong).toEqual([]);
  });

  it('what is protected has the point that is named as its last one', () => {
    for (const { recoveryPoints = {}, protectedResources = [] } of scopes) {
      const arns = new Set(
        Object.values(recoveryPoints)
          .flat()
          .map(({ RecoveryPointArn }) => RecoveryPointArn),
      );
      const named = protectedResources.flatMap(({ LastRecoveryPointArn: arn }) => arn ?? []);
      expect(named.filter((arn) => !arns.has(arn))).toEqual([]);
    }
  });
});

function isOfRds({ RecoveryPointArn = '' }: RecoveryPointByBackupVault): boolean {
  return RecoveryPointArn.split(':')[2] === 'rds';
}
