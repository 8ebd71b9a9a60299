import { rds } from './service.js';
import { queryOnce } from '../query.fixture.js';
import { pagesOf } from '../reading.fixture.js';

export const arn = (resource: string, region = 'eu-west-1') => `arn:aws:rds:${region}:111111111111:${resource}`;

/** What a call says besides its page. */
const ALSO: Readonly<Record<string, object>> = {
  DescribeDBSnapshots: { SnapshotType: 'manual' },
  DescribeDBClusterSnapshots: { SnapshotType: 'manual' },
};

/** Lets RDS answer one call of an operation, for the page of this marker. */
export function answer(operation: string, marker: string | undefined, result: object, isOptional = false): void {
  const input = { MaxRecords: '100', ...ALSO[operation], ...(marker !== undefined && { Marker: marker }) };
  queryOnce('rds', '2014-10-31', { operation, input, result, isOptional });
}

/** What each listing answers, in one page; what is left out is empty. */
interface Listed {
  readonly instances?: readonly object[];
  readonly clusters?: readonly object[];
  readonly globalClusters?: readonly object[];
  readonly automatedBackups?: readonly object[];
  readonly snapshots?: readonly object[];
  readonly clusterSnapshots?: readonly object[];
}

/** Lets the databases be listed. */
export function answerDatabases({ instances = [], clusters = [], automatedBackups = [] }: Listed): void {
  answer('DescribeDBInstances', undefined, { DBInstances: instances.map((DBInstance) => ({ DBInstance })) });
  answer('DescribeDBClusters', undefined, { DBClusters: clusters.map((DBCluster) => ({ DBCluster })) });
  const listed = automatedBackups.map((DBInstanceAutomatedBackup) => ({ DBInstanceAutomatedBackup }));
  answer('DescribeDBInstanceAutomatedBackups', undefined, { DBInstanceAutomatedBackups: listed });
}

/** Lets the databases be listed, and whatever is asked for because of them. */
export function answers({ globalClusters = [], snapshots = [], clusterSnapshots = [], ...databases }: Listed): void {
  answerDatabases(databases);
  const ofGlobal = globalClusters.map((GlobalClusterMember) => ({ GlobalClusterMember }));
  answer('DescribeGlobalClusters', undefined, { GlobalClusters: ofGlobal }, true);
  const ofInstances = snapshots.map((DBSnapshot) => ({ DBSnapshot }));
  answer('DescribeDBSnapshots', undefined, { DBSnapshots: ofInstances }, true);
  const ofClusters = clusterSnapshots.map((DBClusterSnapshot) => ({ DBClusterSnapshot }));
  answer('DescribeDBClusterSnapshots', undefined, { DBClusterSnapshots: ofClusters }, true);
}

export const instance = (name: string, more: object = {}) => ({
  DBInstanceIdentifier: name,
  DBInstanceArn: arn(`db:${name}`),
  Engine: 'postgres',
  DBInstanceStatus: 'available',
  BackupRetentionPeriod: 7,
  MultiAZ: false,
  ...more,
});

export const cluster = (name: string, more: object = {}) => ({
  DBClusterIdentifier: name,
  DBClusterArn: arn(`cluster:${name}`),
  Engine: 'aurora-postgresql',
  Status: 'available',
  BackupRetentionPeriod: 1,
  DBClusterMembers: [],
  ...more,
});

/** All that is read of RDS. */
export async function read() {
  const pages = await pagesOf(rds);
  return {
    resources: pages.flatMap((page) => page.resources ?? []),
    nativeBackups: pages.flatMap((page) => page.nativeBackups ?? []),
    replicas: pages.flatMap((page) => page.replicas ?? []),
  };
}
