import { DAY } from '@backproof/core';
import type { VaultPolicy } from '@backproof/core';
import { bunkerVaultArn, ebsVolume, home, NOW, recoveryPoint, vault, vaultArn } from '@backproof/testing';

/** A volume, whose snapshots EC2 deletes through AWS Backup only. */
export const disk = ebsVolume();

/** Of 05:00 today, in the main vault at home. */
export const point = recoveryPoint(disk, { keepDays: 35 });
/** Of 05:00 today, in the vault of the other account. */
export const copy = recoveryPoint(disk, { keepDays: 35, vaultArn: bunkerVaultArn });
/** Ten days old, in the main vault. */
export const old = recoveryPoint(disk, { age: '10d', keepDays: 35 });

/** Locked in compliance mode for a year, so past its grace time. */
export const locked = vault({ lock: { minRetentionDays: 7, immutableFrom: NOW - 365 * DAY } });
export const governed = vault({ lock: { minRetentionDays: 7 } });
export const cooling = vault({ lock: { minRetentionDays: 7, immutableFrom: NOW + 2 * DAY } });
export const airGapped = vault({ vaultType: 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT', lock: { minRetentionDays: 7 } });

/** The calls that a policy must deny. */
export const CALLS = [
  'backup:DeleteRecoveryPoint',
  'backup:UpdateRecoveryPointLifecycle',
  'backup:DisassociateRecoveryPoint',
  'backup:PutBackupVaultAccessPolicy',
  'backup:DeleteBackupVaultAccessPolicy',
];

/** A statement that denies everybody everything that deletes, but for what a test changes. */
export function denial(fields: object = {}): object {
  return { Effect: 'Deny', Principal: '*', Action: CALLS, Resource: '*', ...fields };
}

/** The policy of the main vault. */
export function policy(...statements: readonly object[]): VaultPolicy {
  return { scope: home, vaultArn, policy: JSON.stringify({ Version: '2012-10-17', Statement: statements }) };
}

/** The main vault has no policy. */
export const noPolicy: VaultPolicy = { scope: home, vaultArn };
