import type { Instant } from './instant.js';
import type { Scope } from './scope.js';

/** @source API VaultType; absent in AWS's answer where air-gapped vaults are not offered, which means `BACKUP_VAULT`. */
export type VaultType = 'BACKUP_VAULT' | 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT' | 'RESTORE_ACCESS_BACKUP_VAULT';

/** The states of vaults that this version knows. @source API VaultState */
export const VAULT_STATES: readonly string[] = ['AVAILABLE', 'CREATING', 'FAILED'];

/** A lock forbids to delete points early and fails jobs whose retention lies outside its bounds. */
export interface VaultLock {
  readonly minRetentionDays?: number;
  readonly maxRetentionDays?: number;
  /** The moment from which the lock cannot be lifted (compliance mode). Absent: governance mode. */
  readonly immutableFrom?: Instant;
}

/** A backup vault. Names are unique within a scope only, so vaults are known by ARN. @source API BackupVaultListMember */
export interface Vault {
  readonly scope: Scope;
  readonly arn: string;
  readonly name: string;
  readonly vaultType: VaultType;
  /** One of `VAULT_STATES`, or a word that AWS added. Absent: not read. */
  readonly state?: string;
  readonly lock?: VaultLock;
  readonly encryptionKeyArn?: string;
  /** As AWS counts: approximate. Absent: AWS did not report it. */
  readonly recoveryPointCount?: number;
}
