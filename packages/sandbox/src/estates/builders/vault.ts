import type { VaultState, VaultType } from '@aws-sdk/client-backup';
import type { Scope } from '@backproof/core';
import type { WorldScope } from '../../world/world.js';
import { customerManagedKey, type EstateKeyState } from './kms.js';
import { daysAgo } from './moment.js';
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
  /** The vault is locked for good: no point may be set to live longer. */
  readonly maxRetentionDays?: number;
  /** The mode of its lock; `grace`: of a compliance lock that can still be lifted for two days. */
  readonly lock?: 'governance' | 'grace' | 'compliance';
  readonly accessVault?: EstateVault;
  /** The state of its key. Absent: it works. */
  readonly keyState?: EstateKeyState;
  /** The account of its key. Absent: its own. */
  readonly keyAccount?: string;
  /** The organization whose accounts may copy into it. */
  readonly admits?: string;
  /** The calls that its access policy denies everybody, on everything, under a condition if one is given. */
  readonly denies?: readonly string[];
  readonly unless?: object;
  /** The account whose approval team can open it. */
  readonly teamAccount?: string;
}

/** A backup vault. How many points it holds is counted when the estate is put together. */
export function vault(scope: Scope, name: string, options: VaultOptions = {}): EstateVault {
  const { type = 'BACKUP_VAULT', state = 'AVAILABLE', accessVault } = options;
  const arn = arnIn(scope, 'backup', `backup-vault:${name}`);
  const keyScope = { ...scope, accountId: options.keyAccount ?? scope.accountId };
  const key = customerManagedKey(keyScope, `backup/${name}`, options.keyState);
  const member = {
    BackupVaultName: name,
    BackupVaultArn: arn,
    VaultType: type,
    VaultState: state,
    CreationDate: LONG_AGO,
    EncryptionKeyArn: key.arn,
    EncryptionKeyType: 'CUSTOMER_MANAGED_KMS_KEY' as const,
    ...lockOf(options),
  };
  const policy = (options.admits ?? options.denies) ? { vaultPolicies: { [name]: policyOf(scope, options) } } : {};
  const world = inScope(scope, {
    ...(keyScope.accountId === scope.accountId && key.world),
    vaults: [member],
    ...policy,
    ...(options.teamAccount !== undefined && { vaultTeams: { [name]: teamArn(scope, options.teamAccount) } }),
  });
  return { scope, name, arn, keyArn: key.arn, type, ...(accessVault && { accessVault }), world };
}

/** Teams exist in one Region. @source Developer Guide, multipartyapproval */
function teamArn({ partition }: Scope, accountId: string): string {
  return `arn:${partition}:mpa:us-east-1:${accountId}:approval-team/keepers`;
}

function lockOf({ lock, maxRetentionDays }: VaultOptions) {
  if (maxRetentionDays !== undefined) {
    return { Locked: true, MinRetentionDays: 1, MaxRetentionDays: maxRetentionDays, LockDate: LONG_AGO };
  }
  if (lock === undefined) return { Locked: false };
  const dates = { governance: {}, grace: { LockDate: daysAgo(-2) }, compliance: { LockDate: LONG_AGO } };
  return { Locked: true, MinRetentionDays: 7, ...dates[lock] };
}

/** @source Developer Guide, create-a-vault-access-policy: share the vault with an organization, deny deletions */
function policyOf({ partition }: Scope, { admits, denies, unless }: VaultOptions): string {
  const admission = {
    Effect: 'Allow',
    Principal: '*',
    Action: 'backup:CopyIntoBackupVault',
    Resource: `arn:${partition}:backup:*:*:backup-vault:*`,
    Condition: { StringEquals: { 'aws:PrincipalOrgID': admits } },
  };
  const denial = {
    Effect: 'Deny',
    Principal: '*',
    Action: denies,
    Resource: '*',
    ...(unless && { Condition: unless }),
  };
  const statements = [...(admits === undefined ? [] : [admission]), ...(denies === undefined ? [] : [denial])];
  return JSON.stringify({ Version: '2012-10-17', Statement: statements });
}
