import type { Instant } from './instant.js';
import type { Scope } from './scope.js';

/**
 * An EBS snapshot that cannot be deleted before a moment: it is locked in compliance mode, past its cooling-off period.
 * Locks that somebody may lift keep nothing from being deleted, and are not held.
 *
 * @source API (Amazon EC2) DescribeLockedSnapshots, DescribeSnapshots
 */
export interface LockedSnapshot {
  readonly scope: Scope;
  /** As recovery points have it: `arn:aws:ec2:eu-west-1::snapshot/snap-0123456789abcdef0`. */
  readonly arn: string;
  /** The volume that it is a snapshot of. */
  readonly resourceArn: string;
  /** The moment that it restores. */
  readonly startedAt: Instant;
  readonly lockedUntil: Instant;
  /** The key that it is encrypted with. Absent: AWS names none. */
  readonly encryptionKeyArn?: string;
  /** Absent: AWS did not report it. */
  readonly encrypted?: boolean;
}
