import type { Scope } from '@backproof/core';
import { hexId } from './ids.js';
import { daysAgo } from './moment.js';
import { automatedBackups, clusterType, instanceOf, restartOf, settingsOf, statusOf } from './rds.js';
import { arnIn, inScope, LONG_AGO, tagList, type EstateResource, type Named } from './resource.js';

interface ClusterOptions extends Named {
  readonly engine: string;
  /** The names of its instances, the writer first. */
  readonly members: readonly [string, ...string[]];
  readonly retentionDays?: number;
  /** In RDS's words; `available`, or `stopped` where it says since when, unless said otherwise. */
  readonly status?: string;
  /** It is stopped, since then. DocumentDB and Neptune do not say when they start it again, and so not since when. */
  readonly stoppedAt?: Date;
}

/** A database cluster with the instances in it. AWS Backup calls it by its engine. */
export interface EstateCluster extends EstateResource {
  readonly members: readonly EstateResource[];
}

/** A cluster of Aurora, DocumentDB, Neptune, or of RDS over three zones. Its automated backups cannot be switched off. */
export function dbCluster(scope: Scope, options: ClusterOptions): EstateCluster {
  const { name, engine, createdAt = LONG_AGO, retentionDays = 1 } = options;
  const arn = arnIn(scope, 'rds', `cluster:${name}`);
  const cluster = {
    DBClusterIdentifier: name,
    DBClusterArn: arn,
    DbClusterResourceId: `cluster-${hexId(26, arn).toUpperCase()}`,
    Engine: engine,
    ...settingsOf(engine),
    DBClusterParameterGroup: 'default',
    EngineMode: 'provisioned',
    Status: statusOf(options),
    ...(tellsRestart(engine) && restartOf(options)),
    ClusterCreateTime: createdAt,
    MultiAZ: options.members.length > 1,
    StorageEncrypted: true,
    DBClusterMembers: options.members.map((member, index) => ({
      DBInstanceIdentifier: member,
      IsClusterWriter: index === 0,
      PromotionTier: 1,
    })),
    ...automatedBackups(retentionDays, options),
    EarliestRestorableTime: daysAgo(retentionDays),
    TagList: tagList(options.tags ?? {}),
  };
  return {
    scope,
    arn,
    type: clusterType(engine),
    name,
    createdAt,
    world: inScope(scope, { dbClusters: [cluster] }),
    members: options.members.map((member) => instanceOf(scope, { ...options, name: member, retentionDays }, name)),
  };
}

/** A global database: the first cluster writes, the others follow it in their Regions. */
export function globalDatabase(name: string, writer: EstateCluster, readers: readonly EstateCluster[]) {
  const { partition, accountId } = writer.scope;
  const globalCluster = {
    GlobalClusterIdentifier: name,
    GlobalClusterResourceId: `cluster-${hexId(16, name)}`,
    GlobalClusterArn: `arn:${partition}:rds::${accountId}:global-cluster:${name}`,
    Status: 'available',
    Engine: 'aurora-postgresql',
    GlobalClusterMembers: [
      { DBClusterArn: writer.arn, Readers: readers.map((reader) => reader.arn), IsWriter: true },
      ...readers.map((reader) => ({ DBClusterArn: reader.arn, Readers: [], IsWriter: false })),
    ],
  };
  return inScope(writer.scope, { globalClusters: [globalCluster] });
}

/** @source API DBCluster of Amazon RDS, DocumentDB and Neptune: AutomaticRestartTime */
function tellsRestart(engine: string): boolean {
  return engine !== 'docdb' && engine !== 'neptune';
}
