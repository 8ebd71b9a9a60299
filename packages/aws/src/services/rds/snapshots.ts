import {
  type DBClusterSnapshot,
  type DBSnapshot,
  paginateDescribeDBClusterSnapshots,
  paginateDescribeDBSnapshots,
  type RDSClient,
} from '@aws-sdk/client-rds';
import { type Database, type Instant, type Resource, sameScope, type Scope, scopeOf } from '@backproof/core';
import { defineCollector, type Operation, type Page, type ReadingContext } from '../../collector.js';
import { required } from '../../required.js';
import { keepNewest, toNativeBackups } from '../newest-backups.js';
import { DATABASE_TYPES } from './databases.js';
import { toInstant } from '../translate.js';

const operations = {
  DescribeDBSnapshots: { iam: 'rds:DescribeDBSnapshots', pageSize: 100 },
  DescribeDBClusterSnapshots: { iam: 'rds:DescribeDBClusterSnapshots', pageSize: 100 },
} satisfies Record<string, Operation>;

/**
 * Snapshots that were taken by hand of the databases that were found. One listing has those of all instances, another
 * those of all clusters; of each database only the newest is kept.
 *
 * @source API DescribeDBSnapshots, DescribeDBClusterSnapshots: SnapshotType
 */
export const rdsSnapshots = defineCollector({
  service: 'rds',
  operations,
  readings: [
    {
      yields: [{ kind: 'nativeBackups', of: 'RDS' }],
      after: ['resources'],
      read: (context) => readSnapshots(context, 'instance', instanceSnapshots),
    },
    {
      yields: DATABASE_TYPES.map((of) => ({ kind: 'nativeBackups', of })),
      after: ['resources'],
      read: (context) => readSnapshots(context, 'cluster', clusterSnapshots),
    },
  ],
});

type Context = ReadingContext<RDSClient>;

/** A snapshot that is there to be restored, of a database of either form. */
interface ManualSnapshot {
  readonly name: string;
  readonly databaseName: string;
  readonly takenAt: Instant;
  /** The ARN of the snapshot that it is a copy of. */
  readonly copyOf: string | undefined;
}

/** A new input each time: paginators write their token into the one that they are given. */
function manual() {
  return { SnapshotType: 'manual' };
}

async function* readSnapshots(
  context: Context,
  form: Database['form'],
  snapshotPages: (context: Context) => AsyncIterable<readonly ManualSnapshot[]>,
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

async function* instanceSnapshots({ client, signal, translated }: Context): AsyncIterable<readonly ManualSnapshot[]> {
  const { pageSize } = operations.DescribeDBSnapshots;
  for await (const page of paginateDescribeDBSnapshots({ client, pageSize }, manual(), { abortSignal: signal })) {
    const listed = required(page.DBSnapshots, 'DescribeDBSnapshots: DBSnapshots', page);
    yield translated(listed.filter(isAvailable), 'DescribeDBSnapshots: DBSnapshotIdentifier', (snapshot) => ({
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

async function* clusterSnapshots({ client, signal, translated }: Context): AsyncIterable<readonly ManualSnapshot[]> {
  const { pageSize } = operations.DescribeDBClusterSnapshots;
  for await (const page of paginateDescribeDBClusterSnapshots({ client, pageSize }, manual(), {
    abortSignal: signal,
  })) {
    const listed = required(page.DBClusterSnapshots, 'DescribeDBClusterSnapshots: DBClusterSnapshots', page);
    const id = 'DescribeDBClusterSnapshots: DBClusterSnapshotIdentifier';
    yield translated(listed.filter(isAvailable), id, (snapshot) => ({
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

function isAvailable({ Status }: DBSnapshot | DBClusterSnapshot): boolean {
  return Status === 'available';
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
