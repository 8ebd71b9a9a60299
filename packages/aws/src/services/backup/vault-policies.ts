import { GetBackupVaultAccessPolicyCommand } from '@aws-sdk/client-backup';
import { defined, lockMode } from '@backproof/core';
import type { Instant, Vault } from '@backproof/core';
import type { Page } from '../../page.js';
import type { ReadingContext } from '../../reading.js';
import { required } from '../../required.js';

/**
 * The access policies of vaults: one call each, for those whose lock does not settle what can be deleted.
 *
 * @source API GetBackupVaultAccessPolicy
 */
export async function* readVaultPolicies(context: ReadingContext): AsyncIterable<Page> {
  const { scope, takenAt, found, forEachItem } = context;
  const vaults = found('vaults').filter((vault) => isOpen(vault, takenAt));
  for await (const { item: vault, answer: policy } of forEachItem(vaults, (each) => policyOf(context, each))) {
    yield { vaultPolicies: [{ scope, vaultArn: vault.arn, ...defined({ policy }) }] };
  }
}

/** A vault whose recovery points somebody could delete, unless its policy denies it. */
function isOpen(vault: Vault, at: Instant): boolean {
  return vault.vaultType === 'BACKUP_VAULT' && vault.recoveryPointCount !== 0 && lockMode(vault, at) !== 'compliance';
}

/** @source API GetBackupVaultAccessPolicy, Errors: a vault without a policy is not found */
async function policyOf({ call }: ReadingContext, { name }: Vault): Promise<string | undefined> {
  try {
    const answer = await call(new GetBackupVaultAccessPolicyCommand({ BackupVaultName: name }));
    return required(answer.Policy, 'GetBackupVaultAccessPolicy: Policy', answer);
  } catch (error) {
    if (error instanceof Error && error.name === 'ResourceNotFoundException') return undefined;
    throw error;
  }
}
