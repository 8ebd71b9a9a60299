import {
  type BackupVaultListMember,
  type ListBackupVaultsCommandOutput,
  ListBackupVaultsCommand,
  ListProtectedResourcesCommand,
} from '@aws-sdk/client-backup';
import { defined, VAULT_STATES } from '@backproof/core';
import type { Scope, Vault, VaultLock, VaultType } from '@backproof/core';
import type { Page } from '../../page.js';
import type { ReadingContext } from '../../reading.js';
import { meant } from '../../left-out.js';
import { known, required } from '../../required.js';
import { unknownWordsOf } from '../../unknown-words.js';
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
    const read = translated(vaults, id, (vault) => toVault(scope, vault, page));
    const states = read.map(({ arn, state }) => [arn, state] as const);
    yield { vaults: read, unknownWords: unknownWordsOf('ListBackupVaults: VaultState', states, VAULT_STATES) };
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

/** @source API VaultType */
const TYPES: readonly VaultType[] = [
  'BACKUP_VAULT',
  'LOGICALLY_AIR_GAPPED_BACKUP_VAULT',
  'RESTORE_ACCESS_BACKUP_VAULT',
];

/**
 * A vault of a type that AWS added later is left out: whether it holds backups of its own is not known.
 *
 * @source API BackupVaultListMember
 */
function toVault(scope: Scope, vault: BackupVaultListMember, page: ListBackupVaultsCommandOutput): Vault {
  const { VaultState: state, VaultType } = vault;
  const type = meant('BackupVaultListMember.VaultType', VaultType);
  return {
    scope,
    arn: required(vault.BackupVaultArn, 'ListBackupVaults: BackupVaultArn', page),
    name: required(vault.BackupVaultName, 'ListBackupVaults: BackupVaultName', page),
    vaultType: known('ListBackupVaults: VaultType', type, TYPES),
    ...defined({
      state,
      lock: toLock(vault),
      encryptionKeyArn: vault.EncryptionKeyArn,
      recoveryPointCount: vault.NumberOfRecoveryPoints,
    }),
  };
}

/**
 * A vault with bounds or a date is locked, even where AWS does not say so.
 *
 * @source Developer Guide, vault-lock: a lock without a date is in governance mode.
 */
function toLock({
  Locked,
  LockDate,
  MinRetentionDays,
  MaxRetentionDays,
}: BackupVaultListMember): VaultLock | undefined {
  const lock = defined({
    minRetentionDays: MinRetentionDays,
    maxRetentionDays: MaxRetentionDays,
    immutableFrom: toInstant(LockDate),
  });
  return (Locked ?? Object.keys(lock).length > 0) ? lock : undefined;
}
