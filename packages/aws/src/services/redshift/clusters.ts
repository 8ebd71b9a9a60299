import { type Cluster, DescribeClustersCommand } from '@aws-sdk/client-redshift';
import { defined, type NativeBackup, type RedshiftCluster, type Replica, type Scope } from '@backproof/core';
import type { Page } from '../../page.js';
import type { ReadingContext } from '../../reading.js';
import { required, says } from '../../required.js';
import type { Words } from '../../required.js';
import { toInstant, toKeyArn, toState, toTags, type StateWords } from '../translate.js';
import { clusterArn, copiedSnapshotsArn } from './arns.js';

/**
 * The provisioned clusters, with the settings of their snapshots and their second Availability Zone.
 *
 * @source API DescribeClusters
 */
export async function* readClusters({ pages, scope, translated }: ReadingContext): AsyncIterable<Page> {
  for await (const page of pages(DescribeClustersCommand, {})) {
    const clusters = required(page.Clusters, 'DescribeClusters: Clusters', page);
    // A cluster whose backups are not understood is not understood itself: it would be judged as if it had none.
    const read = translated(clusters, 'DescribeClusters: ClusterIdentifier', (cluster) => ({
      resource: toCluster(scope, cluster),
      nativeBackups: snapshotSettings(scope, cluster),
      replicas: toReplicas(scope, cluster),
    }));
    yield {
      resources: read.map(({ resource }) => resource),
      nativeBackups: read.flatMap(({ nativeBackups }) => nativeBackups),
      replicas: read.flatMap(({ replicas }) => replicas),
    };
  }
}

/**
 * Redshift makes no snapshots of a paused cluster, whose data cannot change. Failed is what needs somebody before its
 * data can be used again.
 *
 * @source API (Amazon Redshift) Cluster.ClusterStatus; Amazon Redshift Management Guide, rs-mgmt-pause-resume-cluster
 */
const CLUSTER_STATES: StateWords = {
  available: ['available', 'available, prep-for-resize', 'available, resize-cleanup'],
  stopped: ['paused'],
  failed: [
    'hardware-failure',
    'incompatible-hsm',
    'incompatible-network',
    'incompatible-parameters',
    'incompatible-restore',
    'storage-full',
  ],
  creating: ['creating'],
  deleting: ['deleting', 'final-snapshot'],
  transient: [
    'cancelling-resize',
    'modifying',
    'pausing',
    'rebooting',
    'renaming',
    'resizing',
    'resuming',
    'rotating-keys',
    'updating-hsm',
  ],
};

/** @source API (Amazon Redshift) Cluster */
function toCluster(scope: Scope, cluster: Cluster): RedshiftCluster {
  const id = required(cluster.ClusterIdentifier, 'DescribeClusters: ClusterIdentifier');
  return {
    type: 'Redshift',
    arn: clusterArn(scope, id),
    accountId: scope.accountId,
    region: scope.region,
    name: id,
    tags: toTags(cluster.Tags, 'DescribeClusters'),
    ...defined({
      createdAt: toInstant(cluster.ClusterCreateTime),
      state: toState(CLUSTER_STATES, cluster.ClusterStatus),
      encryptionKeyArn: toKeyArn(scope, cluster.KmsKeyId),
    }),
  };
}

/**
 * Automated snapshots are off if they are kept 0 days. Where snapshots are copied to another Region, that is reported
 * here; the copies are listed there.
 *
 * @source API (Amazon Redshift) CreateCluster: AutomatedSnapshotRetentionPeriod; ClusterSnapshotCopyStatus
 */
function snapshotSettings(scope: Scope, cluster: Cluster): readonly NativeBackup[] {
  const id = required(cluster.ClusterIdentifier, 'DescribeClusters: ClusterIdentifier');
  const days = required(cluster.AutomatedSnapshotRetentionPeriod, 'DescribeClusters: AutomatedSnapshotRetentionPeriod');
  const { ClusterSnapshotCopyStatus: copies } = cluster;
  const common = { scope, resourceArn: clusterArn(scope, id) };
  const automated = {
    ...common,
    mechanism: 'redshift-automated-snapshots',
    enabled: days > 0,
    retentionDays: days,
  } as const;
  if (copies === undefined) return [automated];
  const region = required(copies.DestinationRegion, 'DescribeClusters: ClusterSnapshotCopyStatus.DestinationRegion');
  return [
    automated,
    {
      ...common,
      mechanism: 'redshift-copied-snapshots',
      backupsArn: copiedSnapshotsArn({ ...scope, region }, id),
      enabled: true,
      ...defined({ retentionDays: copies.RetentionPeriod }),
    },
  ];
}

/** In the API, it is a text, although its description calls it a boolean. @source API (Amazon Redshift) Cluster.MultiAZ */
const IN_TWO_ZONES: Words = { yes: ['enabled', 'true'], no: ['disabled', 'false'] };

function toReplicas(scope: Scope, { ClusterIdentifier, MultiAZ }: Cluster): readonly Replica[] {
  const id = required(ClusterIdentifier, 'DescribeClusters: ClusterIdentifier');
  if (MultiAZ === undefined || !says('DescribeClusters: MultiAZ', MultiAZ.toLowerCase(), IN_TWO_ZONES)) return [];
  return [{ scope, mechanism: 'redshift-multi-az', sourceArn: clusterArn(scope, id) }];
}
