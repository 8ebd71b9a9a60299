import type { Instant } from './instant.js';
import type { Scope } from './scope.js';

/** The states of keys that this version knows. @source API (AWS KMS) KeyState */
export const KEY_STATES: readonly string[] = [
  'Creating',
  'Disabled',
  'Enabled',
  'PendingDeletion',
  'PendingImport',
  'PendingReplicaDeletion',
  'Unavailable',
  'Updating',
];

/** A KMS key that recovery points are encrypted with, and whether it works. @source API DescribeKey */
export interface BackupKey {
  readonly scope: Scope;
  readonly arn: string;
  /** AWS made it for one of its services: the account cannot disable or delete it. */
  readonly managedByAws: boolean;
  /** The word of KMS, such as `Enabled` or `PendingDeletion`, or `NotFound` for a key that KMS does not find. @source API KeyState */
  readonly state: string;
  /** When KMS deletes it. Absent: its deletion is not scheduled. */
  readonly deletionAt?: Instant;
}
