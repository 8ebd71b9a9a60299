import type { Scope } from './scope.js';

/**
 * The approval team of a logically air-gapped vault: its approvers can open the vault to another account, also where the
 * vault's own account is inaccessible.
 *
 * @source API DescribeBackupVault; Developer Guide, multipartyapproval
 */
export interface VaultApproval {
  readonly scope: Scope;
  readonly vaultArn: string;
  /** Absent: the vault has no team. */
  readonly teamArn?: string;
}
