import type { Scope } from '@backproof/core';
import type { WorldScope } from '../../world/world.js';
import { uuid } from './ids.js';
import { arnIn, inScope, LONG_AGO } from './resource.js';

/** A backup vault, with the key that encrypts what it holds. */
export interface EstateVault {
  readonly scope: Scope;
  readonly name: string;
  readonly arn: string;
  readonly keyArn: string;
  readonly world: WorldScope;
}

/** A backup vault. How many points it holds is counted when the estate is put together. */
export function vault(scope: Scope, name: string): EstateVault {
  const arn = arnIn(scope, 'backup', `backup-vault:${name}`);
  const keyArn = arnIn(scope, 'kms', `key/${uuid('key', arn)}`);
  const member = {
    BackupVaultName: name,
    BackupVaultArn: arn,
    VaultType: 'BACKUP_VAULT' as const,
    VaultState: 'AVAILABLE' as const,
    CreationDate: LONG_AGO,
    EncryptionKeyArn: keyArn,
    EncryptionKeyType: 'CUSTOMER_MANAGED_KMS_KEY' as const,
    Locked: false,
  };
  return { scope, name, arn, keyArn, world: inScope(scope, { vaults: [member] }) };
}
