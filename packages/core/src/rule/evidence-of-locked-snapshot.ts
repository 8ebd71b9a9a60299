import type { LockedSnapshot } from '../model/locked-snapshot.js';
import { formatInstant } from './message.js';
import type { Evidence } from './verdict.js';

/** Makes the evidence of a snapshot that cannot be deleted before a moment. */
export function evidenceOfLockedSnapshot({ arn, lockedUntil, startedAt }: LockedSnapshot): Evidence {
  const text = `snapshot, locked in compliance mode until ${formatInstant(lockedUntil)}`;
  return { kind: 'nativeBackup', id: arn, text, at: new Date(startedAt) };
}
