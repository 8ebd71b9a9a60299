import type { KeyManagerType } from '@aws-sdk/client-kms';
import type { Scope } from '@backproof/core';
import type { WorldScope } from '../../world/world.js';
import { uuid } from './ids.js';
import { daysAgo } from './moment.js';
import { arnIn, inScope, LONG_AGO } from './resource.js';

/** A KMS key. */
export interface EstateKey {
  readonly arn: string;
  readonly world: WorldScope;
}

/** The key that AWS made for a service of an account in a Region, such as `ebs`. */
export function awsManagedKey(scope: Scope, service: string): EstateKey {
  return keyOf(scope, `aws/${service}`, 'AWS');
}

/** A key that the account's own people made. */
export function customerManagedKey(scope: Scope, name: string, state?: EstateKeyState): EstateKey {
  return keyOf(scope, name, 'CUSTOMER', state);
}

/** The states of keys that estates have. */
export type EstateKeyState = 'Enabled' | 'Disabled' | 'PendingDeletion';

function keyOf(scope: Scope, name: string, manager: KeyManagerType, state: EstateKeyState = 'Enabled'): EstateKey {
  const id = uuid('kms', scope.accountId, scope.region, name);
  const arn = arnIn(scope, 'kms', `key/${id}`);
  const key = {
    AWSAccountId: scope.accountId,
    KeyId: id,
    Arn: arn,
    CreationDate: LONG_AGO,
    Enabled: state === 'Enabled',
    Description: `Encrypts ${name}`,
    KeyManager: manager,
    KeyState: state,
    ...(state === 'PendingDeletion' && { DeletionDate: daysAgo(-9) }),
    KeyUsage: 'ENCRYPT_DECRYPT' as const,
    KeySpec: 'SYMMETRIC_DEFAULT' as const,
    CustomerMasterKeySpec: 'SYMMETRIC_DEFAULT' as const,
    EncryptionAlgorithms: ['SYMMETRIC_DEFAULT' as const],
    Origin: 'AWS_KMS' as const,
    MultiRegion: false,
  };
  const alias = {
    AliasName: `alias/${name}`,
    AliasArn: arnIn(scope, 'kms', `alias/${name}`),
    TargetKeyId: id,
    CreationDate: LONG_AGO,
    LastUpdatedDate: LONG_AGO,
  };
  return { arn, world: inScope(scope, { keys: [key], keyAliases: [alias] }) };
}
