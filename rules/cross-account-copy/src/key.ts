import { capabilityOf } from '@backproof/core';
import type { DataKey, Evidence } from '@backproof/core';
import type { Context } from './context.js';
import type { Destination } from './destination.js';

/** The key that AWS manages behind the backups of a resource, if there is one and it was learnt: it blocks every copy. */
export function blockingKey(context: Context, destination: Destination): DataKey | undefined {
  return keysOfBackups(context, destination).find(({ managedByAws }) => managedByAws === true);
}

/** Of a key that may block every copy, that it could not be learnt, as a sentence that follows another; or nothing. */
export function keyDoubt(context: Context, destination: Destination): string {
  const unknown = keysOfBackups(context, destination).find(({ managedByAws }) => managedByAws === undefined);
  return unknown === undefined
    ? ''
    : ` Whether AWS manages the key ${unknown.arn} behind it, which would block every copy, could not be learnt.`;
}

/** That AWS manages a key, as a sentence. */
export function keyGround({ arn }: DataKey): string {
  return `AWS manages ${arn}.`;
}

export function evidenceOfKey({ arn }: DataKey): Evidence {
  return { kind: 'encryptionKey', id: arn, text: 'a key that AWS manages' };
}

/**
 * The keys that another account would need. Backups that AWS Backup fully manages are encrypted anew with the key of
 * the vault that they go to.
 * @source Developer Guide, encryption
 */
function keysOfBackups({ dossier }: Context, { ownAccount }: Destination): readonly DataKey[] {
  const capability = capabilityOf(dossier.resource, dossier.regionSettings);
  return !ownAccount && capability.supported && capability.fullManagement === false ? dossier.encryptionKeys : [];
}
