import { vault } from '../builders/vault.js';
import { backup, production } from '../company.js';

const { ireland, frankfurt } = production;

/** Every call that ends the life of a recovery point early, or lets it be ended. */
const DELETIONS = ['DeleteRecoveryPoint', 'UpdateRecoveryPointLifecycle', 'DisassociateRecoveryPoint'].map(ofBackup);
const POLICY_CHANGES = ['PutBackupVaultAccessPolicy', 'DeleteBackupVaultAccessPolicy'].map(ofBackup);

function ofBackup(call: string): string {
  return `backup:${call}`;
}

/** Neither locked nor guarded by a policy. */
export const openVault = vault(ireland, 'open');
export const complianceVault = vault(ireland, 'compliance', { lock: 'compliance' });
export const governanceVault = vault(ireland, 'governance', { lock: 'governance' });
export const graceVault = vault(ireland, 'grace', { lock: 'grace' });
export const sealedVault = vault(ireland, 'sealed', { type: 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT' });

/** Its policy denies everything that deletes, and its own change. */
export const guardedVault = vault(ireland, 'guarded', { denies: [...DELETIONS, ...POLICY_CHANGES] });

/** As EFS's own vault: its policy denies the deletion, and can be replaced. */
export const replaceableVault = vault(ireland, 'replaceable', { denies: DELETIONS });

/** Its policy lets through whoever has a second factor, or does it? */
export const conditionalVault = vault(ireland, 'conditional', {
  denies: [...DELETIONS, ...POLICY_CHANGES],
  unless: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } },
});

/** Its policy may not be read. */
export const secretVault = vault(ireland, 'secret');

/** In the other account, and locked. */
export const lockedCopyVault = vault(backup.ireland, 'locked-copies', { lock: 'compliance' });

/** The keys of these do not work, will be deleted, may not be described, or are of another account. */
export const disabledKeyVault = vault(ireland, 'disabled-key', { keyState: 'Disabled' });
export const dyingKeyVault = vault(ireland, 'dying-key', { keyState: 'PendingDeletion', lock: 'compliance' });
export const secretKeyVault = vault(ireland, 'secret-key');
export const foreignKeyVault = vault(ireland, 'foreign-key', { keyAccount: '999999999999' });

/** In an account that is not scanned. */
export const escrowVault = vault({ ...ireland, accountId: '999999999999' }, 'escrow');

/** In the other Region, one of them air-gapped, and in a Region that is not scanned. */
export const frankfurtVault = vault(frankfurt, 'frankfurt');
export const sealedFrankfurtVault = vault(frankfurt, 'sealed-frankfurt', {
  type: 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT',
  teamAccount: backup.ireland.accountId,
});
export const farVault = vault({ ...ireland, region: 'eu-north-1' }, 'stockholm');

/** Deleted since a plan was made that names it. */
export const deletedVault = vault(ireland, 'deleted');

export const vaults = [
  ...[openVault, complianceVault, governanceVault, graceVault, sealedVault],
  ...[guardedVault, replaceableVault, conditionalVault, secretVault, lockedCopyVault],
  ...[disabledKeyVault, dyingKeyVault, secretKeyVault, foreignKeyVault, frankfurtVault, sealedFrankfurtVault],
];
