import type { Image, Instance, LockedSnapshotsInfo, Snapshot, Volume } from '@aws-sdk/client-ec2';

/** The contents of one scope in EC2 and EBS. */
export interface Ec2World {
  readonly instances?: readonly Instance[];
  readonly volumes?: readonly Volume[];
  /** The account's own; those of others are not served. */
  readonly snapshots?: readonly Snapshot[];
  /** Expired ones included. */
  readonly snapshotLocks?: readonly LockedSnapshotsInfo[];
  /** The account's own, too. */
  readonly images?: readonly Image[];
}
