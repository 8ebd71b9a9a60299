import type { Scope } from './scope.js';

/** The access policy of a backup vault. @source API GetBackupVaultAccessPolicy */
export interface VaultPolicy {
  readonly scope: Scope;
  readonly vaultArn: string;
  /** The policy as JSON, as AWS returns it. Absent: the vault has none. */
  readonly policy?: string;
}
