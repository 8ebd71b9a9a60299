import { vault } from '../builders/vault.js';
import { backup, ORGANIZATION, production } from '../company.js';

export const productionVault = vault(production.ireland, 'production');
export const productionFrankfurtVault = vault(production.frankfurt, 'production');

/** Receives the copies of production's points. */
export const copyVault = vault(backup.ireland, 'production-copies', { admits: ORGANIZATION });
export const backupVault = vault(backup.ireland, 'backup');
export const backupFrankfurtVault = vault(backup.frankfurt, 'backup');

/** EFS made it for its own automatic backups. Its name has slashes. */
export const efsVault = vault(production.ireland, 'aws/efs/automatic-backup-vault');

/** All vaults of the demo estate. The default vault is empty, as it should be. */
export const vaults = [
  productionVault,
  productionFrankfurtVault,
  copyVault,
  backupVault,
  backupFrankfurtVault,
  efsVault,
  vault(production.ireland, 'Default'),
];
