import { DescribeLockedSnapshotsCommand, DescribeSnapshotsCommand, type Snapshot } from '@aws-sdk/client-ec2';
import { buildArn, defined } from '@backproof/core';
import type { Instant, LockedSnapshot, Resource, Scope } from '@backproof/core';
import type { Page } from '../../page.js';
import type { ReadingContext } from '../../reading.js';
import { required, says } from '../../required.js';
import type { Words } from '../../required.js';
import { toInstant } from '../translate.js';
import { isCompleted, snapshotSources } from './snapshots.js';

/** The snapshots that one call describes. @source API (Amazon EC2) Filter: a filter has up to 200 values */
const SNAPSHOTS_AT_ONCE = 200;

/**
 * The snapshots of the volumes that were found that are locked in compliance mode, past their cooling-off period. Locks name
 * no volume, so the locked ones are described, hundreds in one call. A snapshot that was copied does not name its volume.
 *
 * @source API (Amazon EC2) DescribeLockedSnapshots, DescribeSnapshots
 */
export async function* readLockedSnapshots(context: ReadingContext): AsyncIterable<Page> {
  const { pages, scope, found, translated } = context;
  const volumes = snapshotSources(scope, found('resources'));
  if (volumes.size === 0) return;
  const lockedUntil = await readLocks(context);
  const ids = [...lockedUntil.keys()];
  for (let from = 0; from < ids.length; from += SNAPSHOTS_AT_ONCE) {
    const Values = ids.slice(from, from + SNAPSHOTS_AT_ONCE);
    const input = { OwnerIds: ['self'], Filters: [{ Name: 'snapshot-id', Values }] };
    for await (const page of pages(DescribeSnapshotsCommand, input)) {
      const snapshots = required(page.Snapshots, 'DescribeSnapshots: Snapshots', page);
      const locked = translated(snapshots, 'DescribeSnapshots: SnapshotId', (snapshot) =>
        toLockedSnapshot(scope, snapshot, volumes, lockedUntil),
      );
      yield { lockedSnapshots: locked.flatMap((each) => each ?? []) };
    }
  }
}

/** @source API (Amazon EC2) LockState */
const LOCKED: Words = { yes: ['compliance'], no: ['compliance-cooloff', 'expired', 'governance'] };

/** The ends of the locks that cannot be lifted, by the ids of their snapshots. */
async function readLocks({ pages, translated }: ReadingContext): Promise<ReadonlyMap<string, Instant>> {
  const ends = new Map<string, Instant>();
  // Locks of other states are filtered out by EC2, but not by everything that speaks its protocol.
  const input = { Filters: [{ Name: 'lock-state', Values: ['compliance'] }] };
  for await (const page of pages(DescribeLockedSnapshotsCommand, input)) {
    const locks = required(page.Snapshots, 'DescribeLockedSnapshots: Snapshots', page);
    translated(locks, 'DescribeLockedSnapshots: SnapshotId', ({ SnapshotId, LockState, LockExpiresOn }) => {
      const id = required(SnapshotId, 'DescribeLockedSnapshots: SnapshotId');
      if (!says('DescribeLockedSnapshots: LockState', LockState, LOCKED)) return;
      ends.set(id, required(toInstant(LockExpiresOn), 'DescribeLockedSnapshots: LockExpiresOn'));
    });
  }
  return ends;
}

function toLockedSnapshot(
  scope: Scope,
  snapshot: Snapshot,
  volumes: ReadonlyMap<string, Resource>,
  ends: ReadonlyMap<string, Instant>,
): LockedSnapshot | undefined {
  const id = required(snapshot.SnapshotId, 'DescribeSnapshots: SnapshotId');
  const volume = volumes.get(required(snapshot.VolumeId, 'DescribeSnapshots: VolumeId'));
  const lockedUntil = ends.get(id);
  if (volume === undefined || lockedUntil === undefined || !isCompleted(snapshot)) return undefined;
  const { KmsKeyId: encryptionKeyArn, Encrypted: encrypted } = snapshot;
  return {
    scope,
    arn: buildArn({ ...scope, accountId: '', service: 'ec2', resource: `snapshot/${id}` }),
    resourceArn: volume.arn,
    startedAt: required(toInstant(snapshot.StartTime), 'DescribeSnapshots: StartTime'),
    lockedUntil,
    ...defined({ encryptionKeyArn, encrypted }),
  };
}
