import {
  type BackupVaultListMember,
  type ListBackupVaultsCommandOutput,
  ListBackupVaultsCommand,
  ListProtectedResourcesCommand,
} from '@aws-sdk/client-backup';
import { defined } from '@backproof/core';
import type { Scope, Vault, VaultLock, VaultType } from '@backproof/core';
import type { Page } from '../../page.js';
import type { ReadingContext } from '../../reading.js';
import { required } from '../../required.js';
import { toInstant } from '../translate.js';

/**
 * Backup vaults, and what AWS Backup says it once protected. Neither call is per item.
 *
 * @source API ListBackupVaults, ListProtectedResources
 */
export async function* readVaults({ pages, scope, translated }: ReadingContext): AsyncIterable<Page> {
  for await (const page of pages(ListBackupVaultsCommand, {})) {
    const vaults = required(page.BackupVaultList, 'ListBackupVaults: BackupVaultList', page);
    const id = 'ListBackupVaults: BackupVaultName';
    yield { vaults: translated(vaults, id, (vault) => toVault(scope, vault, page)) };
  }
}

export async function* readProtectedResources({ pages, scope, translated }: ReadingContext): AsyncIterable<Page> {
  for await (const page of pages(ListProtectedResourcesCommand, {})) {
    const results = required(page.Results, 'ListProtectedResources: Results', page);
    yield {
      protectedResources: translated(results, 'ListProtectedResources: ResourceArn', (resource) => ({
        scope,
        resourceArn: required(resource.ResourceArn, 'ListProtectedResources: ResourceArn', page),
        resourceType: required(resource.ResourceType, 'ListProtectedResources: ResourceType', page),
        ...defined({ lastBackupAt: toInstant(resource.LastBackupTime) }),
      })),
    };
  }
}

/** @source API BackupVaultListMember: the type is left out where AWS offers no air-gapped vaults. */
function toVault(scope: Scope, vault: BackupVaultListMember, page: ListBackupVaultsCommandOutput): Vault {
  const vaultType: VaultType = vault.VaultType ?? 'BACKUP_VAULT';
  return {
    scope,
    arn: required(vault.BackupVaultArn, 'ListBackupVaults: BackupVaultArn', page),
    name: required(vault.BackupVaultName, 'ListBackupVaults: BackupVaultName', page),
    vaultType,
    recoveryPointCount: vault.NumberOfRecoveryPoints ?? 0,
    ...defined({ state: vault.VaultState, lock: toLock(vault), encryptionKeyArn: vault.EncryptionKeyArn }),
  };
}

/** @source Developer Guide, vault-lock: a lock without a date is in governance mode. */
function toLock({
  Locked,
  LockDate,
  MinRetentionDays,
  MaxRetentionDays,
}: BackupVaultListMember): VaultLock | undefined {
  if (Locked !== true) return undefined;
  return defined({
    minRetentionDays: MinRetentionDays,
    maxRetentionDays: MaxRetentionDays,
    immutableFrom: toInstant(LockDate),
  });
}
