import {
  type BackupVaultListMember,
  ListBackupVaults$,
  type ListBackupVaultsInput,
  type ListBackupVaultsOutput,
  ListProtectedResources$,
  type ListProtectedResourcesInput,
  type ListProtectedResourcesOutput,
  ListRecoveryPointsByBackupVault$,
  type ListRecoveryPointsByBackupVaultInput,
  type ListRecoveryPointsByBackupVaultOutput,
  type ProtectedResource,
  type RecoveryPointByBackupVault,
} from '@aws-sdk/client-backup';
import { backupPaging, resourceNotFound } from './paging.js';
import { after, before, is } from '../../service/filters.js';
import { listing } from '../../service/listing.js';
import { own } from '../../service/lookup.js';
import type { Call, Operation } from '../../service/operation.js';
import type { BackupWorld } from './world.js';

/** Backup vaults, what lies in them, and what was ever protected. */
export const backupVaultOperations: readonly Operation<BackupWorld>[] = [
  listing<BackupWorld, ListBackupVaultsInput, ListBackupVaultsOutput, BackupVaultListMember>(ListBackupVaults$, {
    items: ({ scope }) => scope.vaults ?? [],
    where: {
      ByVaultType: (vault, wanted) => (vault.VaultType ?? 'BACKUP_VAULT') === wanted,
      // Vaults that other accounts share with this one are no part of a world.
      ByShared: (_vault, wanted) => !wanted,
    },
    page: 'BackupVaultList',
    paging: backupPaging,
  }),
  listing<
    BackupWorld,
    ListRecoveryPointsByBackupVaultInput,
    ListRecoveryPointsByBackupVaultOutput,
    RecoveryPointByBackupVault
  >(ListRecoveryPointsByBackupVault$, {
    items: (call, { BackupVaultName = '' }) => pointsOf(call, BackupVaultName),
    where: {
      ByResourceArn: is('ResourceArn'),
      ByResourceType: is('ResourceType'),
      ByBackupPlanId: (point, wanted) => point.CreatedBy?.BackupPlanId === wanted,
      ByParentRecoveryPointArn: is('ParentRecoveryPointArn'),
      ByCreatedAfter: after('CreationDate'),
      ByCreatedBefore: before('CreationDate'),
    },
    page: 'RecoveryPoints',
    paging: backupPaging,
  }),
  listing<BackupWorld, ListProtectedResourcesInput, ListProtectedResourcesOutput, ProtectedResource>(
    ListProtectedResources$,
    {
      items: ({ scope }) => scope.protectedResources ?? [],
      page: 'Results',
      paging: backupPaging,
    },
  ),
];

function pointsOf({ scope }: Call<BackupWorld>, vaultName: string): readonly RecoveryPointByBackupVault[] {
  const points = own(scope.recoveryPoints, vaultName);
  if (points) return points;
  if (scope.vaults?.some((vault) => vault.BackupVaultName === vaultName)) return [];
  throw resourceNotFound(`Backup vault ${vaultName}`);
}
