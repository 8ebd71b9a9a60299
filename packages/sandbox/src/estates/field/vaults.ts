import type { Scope } from '@backproof/core';
import { vault } from '../builders/vault.js';
import { backup, production } from '../company.js';

/** A Region that accounts must enable: AWS Backup copies fewer types out of it. */
export const milan: Scope = { ...production.ireland, region: 'eu-south-1' };

export const productionVault = vault(production.ireland, 'production');
export const frankfurtVault = vault(production.frankfurt, 'production');
export const milanVault = vault(milan, 'production');
export const backupVault = vault(backup.frankfurt, 'backup');

/** Receives the copies of production's points. */
export const copyVault = vault(backup.ireland, 'production-copies');

/** Refuses what is to live longer than 90 days. */
export const lockedVault = vault(production.ireland, 'locked', { maxRetentionDays: 90 });

/** Logically air-gapped. */
export const sealedVault = vault(production.ireland, 'sealed', { type: 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT' });

/** Could not be created. */
export const brokenVault = vault(production.ireland, 'half-made', { state: 'FAILED' });

/** Was deleted, though a plan still writes to it: the estate does not have it. */
export const deletedVault = vault(production.ireland, 'deleted');

export const vaults = [
  ...[productionVault, frankfurtVault, milanVault, backupVault, copyVault],
  ...[lockedVault, sealedVault, brokenVault],
];
