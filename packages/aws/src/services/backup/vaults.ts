import {
  type BackupVaultListMember,
  type ListBackupVaultsCommandOutput,
  paginateListBackupVaults,
  paginateListProtectedResources,
} from '@aws-sdk/client-backup';
import { defined } from '@backproof/core';
import type { Scope, Vault, VaultLock, VaultType } from '@backproof/core';
import { defineCollector } from '../../collector.js';
import type { Operation } from '../../collector.js';
import { required } from '../../required.js';
import { toInstant } from '../translate.js';

const operations = {
  ListBackupVaults: { iam: 'backup:ListBackupVaults', pageSize: 1000 },
  ListProtectedResources: { iam: 'backup:ListProtectedResources', pageSize: 1000 },
} satisfies Record<string, Operation>;

/**
 * Backup vaults, and what AWS Backup says it once protected. Neither call is per item.
 *
 * @source API ListBackupVaults, ListProtectedResources
 */
export const backupVaults = defineCollector({
  service: 'backup',
  operations,
  readings: [
    {
      yields: [{ kind: 'vaults' }],
      async *read({ client, scope, signal, translated }) {
        const { pageSize } = operations.ListBackupVaults;
        for await (const page of paginateListBackupVaults({ client, pageSize }, {}, { abortSignal: signal })) {
          const vaults = required(page.BackupVaultList, 'ListBackupVaults: BackupVaultList', page);
          const id = 'ListBackupVaults: BackupVaultName';
          yield { vaults: translated(vaults, id, (vault) => toVault(scope, vault, page)) };
        }
      },
    },
    {
      yields: [{ kind: 'protectedResources' }],
      async *read({ client, scope, signal, translated }) {
        const { pageSize } = operations.ListProtectedResources;
        for await (const page of paginateListProtectedResources({ client, pageSize }, {}, { abortSignal: signal })) {
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
      },
    },
  ],
});

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
