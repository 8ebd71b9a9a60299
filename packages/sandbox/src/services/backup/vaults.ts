import {
  type BackupVaultListMember,
  DescribeBackupVault$,
  type DescribeBackupVaultInput,
  type DescribeBackupVaultOutput,
  GetBackupVaultAccessPolicy$,
  type GetBackupVaultAccessPolicyInput,
  type GetBackupVaultAccessPolicyOutput,
  ListBackupVaults$,
  type ListBackupVaultsInput,
  type ListBackupVaultsOutput,
} from '@aws-sdk/client-backup';
import { backupPaging, resourceNotFound } from './paging.js';
import { listing } from '../../service/listing.js';
import { found, own } from '../../service/lookup.js';
import type { Call, Operation } from '../../service/operation.js';
import type { BackupWorld } from './world.js';

/** Backup vaults, and who may use each. */
export const backupVaultOperations: readonly Operation<BackupWorld>[] = [
  listing<BackupWorld, ListBackupVaultsInput, ListBackupVaultsOutput, BackupVaultListMember>(ListBackupVaults$, {
    items: ({ scope }) => scope.vaults ?? [],
    where: {
      ByVaultType: (wanted) => (vault) => (vault.VaultType ?? 'BACKUP_VAULT') === wanted,
      // Vaults that other accounts share with this one are no part of a world.
      ByShared: (wanted) => () => !wanted,
    },
    page: 'BackupVaultList',
    paging: backupPaging,
  }),
  { schema: DescribeBackupVault$, answer: describeBackupVault },
  { schema: GetBackupVaultAccessPolicy$, answer: getBackupVaultAccessPolicy },
];

/**
 * The vault of a name in the caller's account.
 *
 * @throws ServiceError if there is none
 */
export function vaultOf(
  { scope }: Call<BackupWorld>,
  { BackupVaultName: name = '', BackupVaultAccountId: owner = scope.accountId }: DescribeBackupVaultInput,
): BackupVaultListMember {
  const known = scope.vaults?.find((vault) => vault.BackupVaultName === name && owner === scope.accountId);
  return found(known, () => resourceNotFound(`Backup vault ${name}`));
}

function describeBackupVault(input: DescribeBackupVaultInput, call: Call<BackupWorld>): DescribeBackupVaultOutput {
  const vault = vaultOf(call, input);
  return { ...vault, MpaApprovalTeamArn: own(call.scope.vaultTeams ?? {}, vault.BackupVaultName ?? '') };
}

/** @source API Reference, GetBackupVaultAccessPolicy, Errors: a vault without a policy is an error */
function getBackupVaultAccessPolicy(
  { BackupVaultName }: GetBackupVaultAccessPolicyInput,
  call: Call<BackupWorld>,
): GetBackupVaultAccessPolicyOutput {
  const { BackupVaultName: name = '', BackupVaultArn } = vaultOf(call, { BackupVaultName });
  const missing = () => resourceNotFound(`Access policy of the backup vault ${name}`);
  return { BackupVaultName: name, BackupVaultArn, Policy: found(own(call.scope.vaultPolicies, name), missing) };
}
