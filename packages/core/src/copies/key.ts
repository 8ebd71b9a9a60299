import type { DataKey } from '../rule/evidence-kind.js';
import type { Evidence } from '../rule/verdict.js';
import type { SupportedCopyContext } from './context.js';
import type { Destination } from './destination.js';

/** The AWS managed key behind the backups of a resource, if one is known: it blocks every copy to another account. */
export function blockingKey(context: SupportedCopyContext, destination: Destination): DataKey | undefined {
  return keysOfBackups(context, destination).find(({ managedByAws }) => managedByAws === true);
}

/** The keys behind the backups of which it is not known whether they block every copy, as evidence. */
export function doubtfulKeys(context: SupportedCopyContext, destination: Destination): readonly Evidence[] {
  return keysOfBackups(context, destination)
    .filter(({ managedByAws }) => managedByAws === undefined)
    .map(({ arn }) => ({
      kind: 'encryptionKey',
      id: arn,
      text: 'the key behind its backups; whether AWS manages it, which would block every copy, could not be read',
    }));
}

export function evidenceOfKey({ arn }: DataKey): Evidence {
  return { kind: 'encryptionKey', id: arn, text: 'an AWS managed key, which no other account can use' };
}

/**
 * The keys that another account would need. Backups that AWS Backup fully manages are encrypted anew with the key of
 * the vault that they go to.
 * @source Developer Guide, encryption
 */
function keysOfBackups({ dossier, capability }: SupportedCopyContext, { ownAccount }: Destination): readonly DataKey[] {
  return !ownAccount && capability.fullManagement === false ? dossier.encryptionKeys : [];
}
