import type { Instant } from '../model/instant.js';
import type { Vault, VaultLock } from '../model/vault.js';
import { compareRetention } from './lifecycle.js';
import type { Retention } from './lifecycle.js';

/**
 * The strength of a vault's lock. `governance`: privileged users can lift the lock. `coolingOff`: a compliance lock
 * that can still be lifted, until its date. `compliance`: no one can lift it, including AWS.
 */
export type LockMode = 'none' | 'governance' | 'coolingOff' | 'compliance';

/**
 * The mode of a vault's lock at an instant. A logically air-gapped vault is always locked in compliance mode.
 * @source Developer Guide, vault-lock
 * @source Developer Guide, logicallyairgappedvault
 */
export function lockMode(vault: Pick<Vault, 'vaultType' | 'lock'>, at: Instant): LockMode {
  if (vault.vaultType === 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT') return 'compliance';
  if (!vault.lock) return 'none';
  if (vault.lock.immutableFrom === undefined) return 'governance';
  return vault.lock.immutableFrom > at ? 'coolingOff' : 'compliance';
}

/** A retention that a lock refuses: jobs that ask for it fail. */
export interface LockConflict {
  readonly kind: 'shorter-than-minimum' | 'longer-than-maximum';
  readonly retention: Retention;
  readonly limitDays: number;
  /** AWS does not say what a maximum means for a point without an end; it is taken to refuse it. */
  readonly assumed: boolean;
}

/**
 * Finds the reason why a lock, in any mode, refuses points of a retention.
 * @source API PutBackupVaultLockConfiguration, MinRetentionDays and MaxRetentionDays
 */
export function lockConflict(lock: VaultLock | undefined, retention: Retention): LockConflict | undefined {
  const { minRetentionDays: min, maxRetentionDays: max } = lock ?? {};
  if (min !== undefined && compareRetention(retention, min) < 0) {
    return { kind: 'shorter-than-minimum', retention, limitDays: min, assumed: false };
  }
  if (max !== undefined && compareRetention(retention, max) > 0) {
    return { kind: 'longer-than-maximum', retention, limitDays: max, assumed: retention === 'forever' };
  }
  return undefined;
}
