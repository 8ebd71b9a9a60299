import type { Cluster } from '@aws-sdk/client-redshift';
import type { Scope } from '@backproof/core';
import { daysAgo, hoursAgo } from './moment.js';
import { arnIn, inScope, LONG_AGO, tagList, type EstateResource, type Named } from './resource.js';

interface ClusterOptions extends Named {
  /** In Redshift's words. Absent: `available`. */
  readonly status?: string;
  /** The days for which automated snapshots are kept; 0 turns them off. Absent: 1, as Redshift does. */
  readonly retentionDays?: number;
  /** The age of its newest automated snapshot in hours. Absent: 3, unless automated snapshots are off. */
  readonly newestHours?: number;
  /** It was snapshotted by hand on each of these days, counted back from now. */
  readonly snapshots?: readonly number[];
  readonly multiAz?: true;
  /** Its automated snapshots are copied there and kept 7 days. */
  readonly copiedTo?: Scope;
}

/** A provisioned cluster of Redshift, with its snapshots. */
export function redshiftCluster(scope: Scope, options: ClusterOptions): EstateResource {
  const { name, status = 'available', createdAt = LONG_AGO, retentionDays = 1, copiedTo } = options;
  const arn = arnIn(scope, 'redshift', `cluster:${name}`);
  const cluster: Cluster = {
    ClusterIdentifier: name,
    NodeType: 'ra3.xlplus',
    NumberOfNodes: 2,
    ClusterStatus: status,
    ClusterCreateTime: createdAt,
    AutomatedSnapshotRetentionPeriod: retentionDays,
    ManualSnapshotRetentionPeriod: -1,
    Encrypted: true,
    MultiAZ: options.multiAz ? 'Enabled' : 'Disabled',
    ...(copiedTo && { ClusterSnapshotCopyStatus: { DestinationRegion: copiedTo.region, RetentionPeriod: 7 } }),
    Tags: tagList(options.tags ?? {}),
  };
  const { newestHours = retentionDays > 0 ? 3 : undefined, snapshots = [] } = options;
  const newest = newestHours === undefined ? [] : [snapshotOf(scope, cluster, 'automated', hoursAgo(newestHours))];
  const manual = snapshots.map((day) => snapshotOf(scope, cluster, 'manual', daysAgo(day)));
  const world = inScope(scope, { redshiftClusters: [cluster], redshiftSnapshots: [...newest, ...manual] });
  return { scope, arn, type: 'Redshift', name, createdAt, world };
}

/** The copy of the newest automated snapshot of a cluster, as Redshift lists it in the Region that it was copied to. */
export function redshiftSnapshotCopy(of: EstateResource, to: Scope) {
  const snapshots = (of.world.redshiftSnapshots ?? []).slice(0, 1);
  return inScope(to, {
    redshiftSnapshots: snapshots.map((each) => ({ ...each, SourceRegion: of.scope.region })),
  });
}

function snapshotOf(
  scope: Scope,
  { ClusterIdentifier = '', ClusterCreateTime, NodeType, NumberOfNodes }: Cluster,
  SnapshotType: 'automated' | 'manual',
  at: Date,
) {
  const stamp = at.toISOString().slice(0, 19).replace(/[T:]/g, '-');
  const SnapshotIdentifier = SnapshotType === 'automated' ? `rs:${ClusterIdentifier}-${stamp}` : `by-hand-${stamp}`;
  return {
    SnapshotIdentifier,
    SnapshotArn: arnIn(scope, 'redshift', `snapshot:${ClusterIdentifier}/${SnapshotIdentifier}`),
    ClusterIdentifier,
    SnapshotCreateTime: at,
    Status: 'available',
    SnapshotType,
    ClusterCreateTime,
    NodeType,
    NumberOfNodes,
    OwnerAccount: scope.accountId,
    Tags: [],
  };
}
