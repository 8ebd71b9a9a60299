import {
  type DBClusterSnapshot,
  type DBSnapshot,
  DescribeDBClusterSnapshotsCommand,
  DescribeDBSnapshotsCommand,
} from '@aws-sdk/client-rds';
import { type Database, type Instant, type Resource, sameScope, type Scope, scopeOf } from '@backproof/core';
import type { Page } from '../../page.js';
import type { ReadingContext } from '../../reading.js';
import { required, says } from '../../required.js';
import type { Words } from '../../required.js';
import { keepNewest, toNativeBackups } from '../newest-backups.js';
import { toInstant } from '../translate.js';

/** A snapshot that is there to be restored, of a database of either form. */
interface ManualSnapshot {
  readonly name: string;
  readonly databaseName: string;
  readonly takenAt: Instant;
  /** The ARN of the snapshot that it is a copy of. */
  readonly copyOf: string | undefined;
}

const MANUAL = { SnapshotType: 'manual' };

/**
 * Snapshots that were taken by hand of the instances that were found: one listing has those of all, and of each database
 * only the newest is kept.
 *
 * @source API DescribeDBSnapshots: SnapshotType
 */
export function readInstanceSnapshots(context: ReadingContext): AsyncIterable<Page> {
  return readSnapshots(context, 'instance', instanceSnapshots);
}

/**
 * Snapshots that were taken by hand of the clusters that were found.
 *
 * @source API DescribeDBClusterSnapshots: SnapshotType
 */
export function readClusterSnapshots(context: ReadingContext): AsyncIterable<Page> {
  return readSnapshots(context, 'cluster', clusterSnapshots);
}

async function* readSnapshots(
  context: ReadingContext,
  form: Database['form'],
  snapshotPages: (context: ReadingContext) => AsyncIterable<readonly ManualSnapshot[]>,
): AsyncIterable<Page> {
  const { scope, found } = context;
  const databases = new Map(found('resources').flatMap((each) => (isOfForm(each, form) ? [[each.name, each]] : [])));
  if (databases.size === 0) return;
  const newest = new Map<string, Instant>();
  for await (const snapshots of snapshotPages(context)) {
    for (const snapshot of snapshots) {
      const database = databases.get(snapshot.databaseName);
      if (database && isBackupOf(database, snapshot, scope)) keepNewest(newest, database.arn, snapshot.takenAt);
    }
  }
  yield { nativeBackups: toNativeBackups(scope, 'rds-snapshots', newest) };
}

async function* instanceSnapshots({ pages, translated }: ReadingContext): AsyncIterable<readonly ManualSnapshot[]> {
  for await (const page of pages(DescribeDBSnapshotsCommand, MANUAL)) {
    const listed = required(page.DBSnapshots, 'DescribeDBSnapshots: DBSnapshots', page);
    const id = 'DescribeDBSnapshots: DBSnapshotIdentifier';
    const available = translated(listed, id, ifAvailable).flat();
    yield translated(available, id, (snapshot) => ({
      name: required(snapshot.DBSnapshotIdentifier, 'DescribeDBSnapshots: DBSnapshotIdentifier', page),
      databaseName: required(snapshot.DBInstanceIdentifier, 'DescribeDBSnapshots: DBInstanceIdentifier', page),
      takenAt: required(
        toInstant(snapshot.OriginalSnapshotCreateTime ?? snapshot.SnapshotCreateTime),
        'DescribeDBSnapshots: SnapshotCreateTime',
        page,
      ),
      copyOf: snapshot.SourceDBSnapshotIdentifier,
    }));
  }
}

async function* clusterSnapshots({ pages, translated }: ReadingContext): AsyncIterable<readonly ManualSnapshot[]> {
  for await (const page of pages(DescribeDBClusterSnapshotsCommand, MANUAL)) {
    const listed = required(page.DBClusterSnapshots, 'DescribeDBClusterSnapshots: DBClusterSnapshots', page);
    const id = 'DescribeDBClusterSnapshots: DBClusterSnapshotIdentifier';
    const available = translated(listed, id, ifAvailable).flat();
    yield translated(available, id, (snapshot) => ({
      name: required(
        snapshot.DBClusterSnapshotIdentifier,
        'DescribeDBClusterSnapshots: DBClusterSnapshotIdentifier',
        page,
      ),
      databaseName: required(snapshot.DBClusterIdentifier, 'DescribeDBClusterSnapshots: DBClusterIdentifier', page),
      takenAt: required(toInstant(snapshot.SnapshotCreateTime), 'DescribeDBClusterSnapshots: SnapshotCreateTime', page),
      copyOf: snapshot.SourceDBClusterSnapshotArn,
    }));
  }
}

/** @source Amazon RDS User Guide, user-createsnapshot; API DBSnapshot.Status */
const AVAILABLE: Words = { yes: ['available'], no: ['copying', 'creating', 'deleting', 'failed', 'pending'] };

/** None of a snapshot that is not there yet, or no more. */
function ifAvailable<Snapshot extends DBSnapshot | DBClusterSnapshot>(snapshot: Snapshot): readonly Snapshot[] {
  const listing = 'DBClusterSnapshotIdentifier' in snapshot ? 'DescribeDBClusterSnapshots' : 'DescribeDBSnapshots';
  return says(`${listing}: Status`, snapshot.Status, AVAILABLE) ? [snapshot] : [];
}

function isOfForm(resource: Resource, form: Database['form']): resource is Database {
  return 'form' in resource && resource.type !== 'FSx' && resource.form === form;
}

/**
 * A name may have been another database's before, here or where a copy comes from. Clusters' snapshots by AWS Backup,
 * which are recovery points, are recognized only by their name.
 *
 * @source API DescribeDBClusterSnapshots: the type `awsbackup` does not apply to Aurora; Developer Guide, rds-backup
 */
function isBackupOf({ createdAt = 0 }: Database, { name, takenAt, copyOf }: ManualSnapshot, scope: Scope): boolean {
  const madeIn = copyOf === undefined ? scope : scopeOf(copyOf);
  if (madeIn === undefined || !sameScope(madeIn, scope)) return false;
  return takenAt >= createdAt && !name.startsWith('awsbackup:');
}
