import type { NativeBackup } from '../../model/evidence.js';
import type { Instant } from '../../model/instant.js';
import type { BackupJob } from '../../model/job.js';
import type { LockedSnapshot } from '../../model/locked-snapshot.js';
import type { RecoveryPoints } from '../../model/recovery-point.js';
import type { Resource } from '../../model/resource.js';
import type { Bins } from './recycle-bin.js';

interface WayBackBase {
  /** The ARN of the recovery point, or of what the native backups are of. */
  readonly arn: string;
  /** The resource whose backup it is: itself, or one that contains or feeds it. */
  readonly of: Resource;
  /** Where it lies. */
  readonly accountId: string;
  readonly region: string;
  /** The newest moment that it restores. */
  readonly newest: Instant;
  /** The oldest that it restores; undefined: older ones may exist that were not listed. */
  readonly oldest: Instant | undefined;
  /** When it is deleted. Absent: that is not planned, or not read. */
  readonly until?: Instant;
  /** The key that it is encrypted with. Absent: AWS names none. */
  readonly keyArn?: string;
  /** It is not encrypted, by AWS's own word: no key can take it away. */
  readonly unencrypted?: true;
  /** It is in a status that AWS added later: whether it can be restored is not known. */
  readonly doubtful?: true;
  /** It is an image that is disabled; `unread`: that is not known of it. Absent: it is none, or can be launched. */
  readonly disabled?: true | 'unread';
  /**
   * The days for which Recycle Bin keeps it after its deletion, by a rule that cannot be deleted first. `unread`: it is
   * not known if there is one, or if a lock of its own keeps it. Absent: there is none.
   */
  readonly binDays?: number | 'unread';
}

/** A recovery point. */
export interface PointBack extends WayBackBase {
  readonly kind: 'point';
  readonly row: number;
  readonly vaultArn: string;
  readonly continuous: boolean;
}

/** One way back in time: a recovery point, the native backups of one kind, or a snapshot that is locked by itself. */
export type WayBack =
  | PointBack
  | (WayBackBase & { readonly kind: 'native'; readonly native: NativeBackup })
  | (WayBackBase & { readonly kind: 'locked-snapshot'; readonly snapshot: LockedSnapshot });

/** The backups of one resource. */
export interface Backups extends Bins {
  readonly resource: Resource;
  readonly points: RecoveryPoints;
  readonly nativeBackups: readonly NativeBackup[];
  readonly lockedSnapshots: readonly LockedSnapshot[];
  /** The ARNs of the images that are disabled. */
  readonly disabledImages: ReadonlySet<string>;
  /** These were not all read. */
  readonly imagesUnread: boolean;
  readonly backupJobs: readonly BackupJob[];
  /** Returns true for a vault that only gives access to the points of another one: it keeps nothing itself. */
  readonly isView: (vaultArn: string) => boolean;
  /** Backups of before do not contain what is asked about. */
  readonly from?: Instant;
}
