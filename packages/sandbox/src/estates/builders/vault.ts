import type { VaultState, VaultType } from '@aws-sdk/client-backup';
import type { Scope } from '@backproof/core';
import type { WorldScope } from '../../world/world.js';
import { customerManagedKey } from './kms.js';
import { arnIn, inScope, LONG_AGO } from './resource.js';

/** A backup vault, with the key that encrypts what it holds. */
export interface EstateVault {
  readonly scope: Scope;
  readonly name: string;
  readonly arn: string;
  readonly keyArn: string;
  readonly type: VaultType;
  /** A vault of another account that gives access to what lies in this one. */
  readonly accessVault?: EstateVault;
  readonly world: WorldScope;
}

interface VaultOptions {
  readonly type?: VaultType;
  /** `AVAILABLE`, unless said otherwise. */
  readonly state?: VaultState;
  /** The vault is locked: no point may be set to live longer. */
  readonly maxRetentionDays?: number;
  readonly accessVault?: EstateVault;
  /** The organization whose accounts may copy into it. */
  readonly admits?: string;
}

/** A backup vault. How many points it holds is counted when the estate is put together. */
export function vault(scope: Scope, name: string, options: VaultOptions = {}): EstateVault {
  const { type = 'BACKUP_VAULT', state = 'AVAILABLE', maxRetentionDays, accessVault } = options;
  const arn = arnIn(scope, 'backup', `backup-vault:${name}`);
  const key = customerManagedKey(scope, `backup/${name}`);
  const member = {
    BackupVaultName: name,
    BackupVaultArn: arn,
    VaultType: type,
    VaultState: state,
    CreationDate: LONG_AGO,
    EncryptionKeyArn: key.arn,
    EncryptionKeyType: 'CUSTOMER_MANAGED_KMS_KEY' as const,
    ...(maxRetentionDays === undefined
      ? { Locked: false }
      : { Locked: true, MinRetentionDays: 1, MaxRetentionDays: maxRetentionDays, LockDate: LONG_AGO }),
  };
  const policy = options.admits && { vaultPolicies: { [name]: copyPolicy(scope, options.admits) } };
  const world = inScope(scope, { ...key.world, vaults: [member], ...policy });
  return { scope, name, arn, keyArn: key.arn, type, ...(accessVault && { accessVault }), world };
}

/** @source Developer Guide, create-a-vault-access-policy: share the vault with an organization */
function copyPolicy({ partition }: Scope, organization: string): string {
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: '*',
        Action: 'backup:CopyIntoBackupVault',
        Resource: `arn:${partition}:backup:*:*:backup-vault:*`,
        Condition: { StringEquals: { 'aws:PrincipalOrgID': organization } },
      },
    ],
  });
}
