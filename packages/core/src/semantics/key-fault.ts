import type { BackupKey } from '../model/backup-key.js';
import type { Instant } from '../model/instant.js';

/**
 * A reason why nothing can be restored that a key encrypts. `broken`: in this state it does not work, in words, and when
 * KMS deletes it, if that is scheduled. `unknown-state`: AWS added the state later.
 */
export type KeyFault =
  | { readonly kind: 'broken'; readonly words: string; readonly deletionAt?: Instant }
  | { readonly kind: 'unknown-state' };

/** The states in which a key works, or will in a moment. @source API (AWS KMS) KeyState */
const WORKING: ReadonlySet<string> = new Set(['Enabled', 'Creating', 'Updating']);

/** The states in which it does not, in words. @source AWS KMS Developer Guide, key-state */
const BROKEN: ReadonlyMap<string, string> = new Map([
  ['Disabled', 'disabled'],
  ['PendingDeletion', 'pending deletion'],
  ['PendingReplicaDeletion', 'pending deletion of its replicas'],
  ['PendingImport', 'without its key material'],
  ['Unavailable', 'unavailable, as its key store is'],
  ['NotFound', 'not found by KMS'],
]);

/** Finds the reason why a key does not work; undefined: it works. */
export function keyFault({ state, deletionAt }: Pick<BackupKey, 'state' | 'deletionAt'>): KeyFault | undefined {
  if (WORKING.has(state)) return undefined;
  const words = BROKEN.get(state);
  if (words === undefined) return { kind: 'unknown-state' };
  return { kind: 'broken', words, ...(deletionAt !== undefined && { deletionAt }) };
}
