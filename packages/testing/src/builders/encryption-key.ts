import { buildArn } from '@backproof/core';
import type { EncryptionKey } from '@backproof/core';
import { home } from './place.js';

/** A key that its account manages, at home. */
export function encryptionKey(fields: Partial<EncryptionKey> = {}): EncryptionKey {
  const { scope = home } = fields;
  return { scope, arn: buildArn({ ...scope, service: 'kms', resource: 'key/1' }), managedByAws: false, ...fields };
}
