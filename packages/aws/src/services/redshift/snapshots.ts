import { DescribeClusterSnapshotsCommand, type Snapshot } from '@aws-sdk/client-redshift';
import { defined, type Instant, type NativeBackup, type Scope } from '@backproof/core';
import type { Page } from '../../page.js';
import type { ReadingContext } from '../../reading.js';
import { required, says } from '../../required.js';
import type { Words } from '../../required.js';
import { keepNewest, toNativeBackups } from '../newest-backups.js';
import { toInstant } from '../translate.js';
import { clusterArn, copiedSnapshotsArn } from './arns.js';

/** The newest snapshots of each kind: by the cluster's ARN, or by its Region and identifier where they are copies. */
interface Newest {
  readonly automated: Map<string, Instant>;
  readonly byHand: Map<string, Instant>;
  readonly copied: Map<string, { readonly region: string; readonly id: string; readonly takenAt: Instant }>;
}

/**
 * The snapshots in this Region, folded to the newest of each cluster as they come: those of its own clusters, and the
 * copies of snapshots of clusters elsewhere.
 *
 * @source API (Amazon Redshift) DescribeClusterSnapshots
 */
export async function* readSnapshots({ pages, scope, found, translated }: ReadingContext): AsyncIterable<Page> {
  const createdAt = new Map(
    found('resources').flatMap((each) => (each.type === 'Redshift' ? [[each.arn, each.createdAt ?? 0]] : [])),
  );
  const newest: Newest = { automated: new Map(), byHand: new Map(), copied: new Map() };
  for await (const page of pages(DescribeClusterSnapshotsCommand, {})) {
    const snapshots = required(page.Snapshots, 'DescribeClusterSnapshots: Snapshots', page);
    translated(snapshots, 'DescribeClusterSnapshots: SnapshotIdentifier', (snapshot) => {
      addNewest(newest, scope, createdAt, snapshot);
    });
  }
  yield {
    nativeBackups: [
      ...toNativeBackups(scope, 'redshift-automated-snapshots', newest.automated),
      ...toNativeBackups(scope, 'redshift-manual-snapshots', newest.byHand),
      ...[...newest.copied.values()].map((copy) => toCopies(scope, copy)),
    ],
  };
}

/** @source API (Amazon Redshift) Snapshot.Status */
const AVAILABLE: Words = {
  yes: ['available', 'final snapshot'],
  no: ['copying', 'creating', 'deleted', 'deleting', 'failed'],
};

/** @source API (Amazon Redshift) DescribeClusterSnapshots: SnapshotType */
const AUTOMATED: Words = { yes: ['automated'], no: ['manual'] };

/** A cluster's name may have been another one's before: then the snapshot is older than the cluster. */
function addNewest(
  { automated, byHand, copied }: Newest,
  scope: Scope,
  createdAt: ReadonlyMap<string, Instant>,
  snapshot: Snapshot,
): void {
  if (!says('DescribeClusterSnapshots: Status', snapshot.Status, AVAILABLE) || isOfAwsBackup(snapshot)) return;
  const id = required(snapshot.ClusterIdentifier, 'DescribeClusterSnapshots: ClusterIdentifier');
  const takenAt = required(toInstant(snapshot.SnapshotCreateTime), 'DescribeClusterSnapshots: SnapshotCreateTime');
  const { SourceRegion: region = scope.region } = snapshot;
  if (region !== scope.region) {
    const key = `${region} ${id}`;
    if (takenAt > (copied.get(key)?.takenAt ?? -Infinity)) copied.set(key, { region, id, takenAt });
    return;
  }
  const isAutomated = says('DescribeClusterSnapshots: SnapshotType', snapshot.SnapshotType, AUTOMATED);
  const arn = clusterArn(scope, id);
  const born = createdAt.get(arn);
  if (born !== undefined && takenAt >= born) keepNewest(isAutomated ? automated : byHand, arn, takenAt);
}

/** It is a recovery point. @source Developer Guide, access-control: ARNs of recovery points of Amazon Redshift */
function isOfAwsBackup({ SnapshotIdentifier = '' }: Snapshot): boolean {
  return SnapshotIdentifier.startsWith('awsbackup:');
}

function toCopies(scope: Scope, copy: { region: string; id: string; takenAt: Instant }): NativeBackup {
  return {
    scope,
    resourceArn: clusterArn({ ...scope, region: copy.region }, copy.id),
    mechanism: 'redshift-copied-snapshots',
    backupsArn: copiedSnapshotsArn(scope, copy.id),
    enabled: true,
    ...defined({ latestRestorableAt: copy.takenAt }),
  };
}
