import { NATIVE_RESTORES, RESTORE_EVENT_NAMES } from '@backproof/core';
import type { World, WorldScope } from '@backproof/sandbox';

/** The calls that it takes to read one scope: the pages of each listing, and what AWS tells for one item at a time only. */
const CALLS: Readonly<Record<string, (scope: WorldScope) => number>> = {
  'backup:DescribeRegionSettings': () => 1,
  'backup:GetBackupPlan': ({ plans = [] }) => plans.length,
  'backup:GetBackupSelection': ({ plans = [] }) => plans.flatMap(({ selections }) => selections).length,
  'backup:ListBackupJobs': ({ backupJobs }) => pages(backupJobs, 1000),
  'backup:ListBackupPlans': ({ plans }) => pages(plans, 1000),
  'backup:ListBackupSelections': ({ plans = [] }) => sum(plans.map(({ selections }) => pages(selections, 1000))),
  'backup:ListBackupVaults': ({ vaults }) => pages(vaults, 1000),
  'backup:ListRecoveryPointsByBackupVault': ({ recoveryPoints = {} }) =>
    sum(Object.values(recoveryPoints).map((points) => pages(points, 1000))),
  'cloudtrail:LookupEvents': (scope) => RESTORE_EVENT_NAMES.length + nativeNames(scope),
  'dynamodb:DescribeContinuousBackups': ({ tables = [] }) => tables.length,
  'dynamodb:DescribeTable': ({ tables = [] }) => tables.length,
  'dynamodb:ListTables': ({ tables }) => pages(tables, 100),
  'ec2:DescribeInstances': ({ instances }) => pages(instances, 1000),
  'ec2:DescribeVolumes': ({ volumes }) => pages(volumes, 1000),
  'elasticfilesystem:DescribeFileSystems': ({ fileSystems }) => pages(fileSystems, 100),
  'fsx:DescribeBackups': ({ fsxBackups }) => pages(fsxBackups, 100),
  'fsx:DescribeFileSystems': ({ fsxFileSystems }) => pages(fsxFileSystems, 100),
  'fsx:DescribeVolumes': ({ fsxVolumes }) => pages(fsxVolumes, 100),
  'rds:DescribeDBClusters': ({ dbClusters }) => pages(dbClusters, 100),
  'rds:DescribeDBInstanceAutomatedBackups': ({ dbInstanceAutomatedBackups }) => pages(dbInstanceAutomatedBackups, 100),
  'rds:DescribeDBInstances': ({ dbInstances }) => pages(dbInstances, 100),
  's3:GetBucketReplication': ({ buckets = [] }) =>
    buckets.filter(({ versioning }) => versioning?.Status === 'Enabled').length,
  's3:GetBucketVersioning': ({ buckets = [] }) => buckets.length,
  'storagegateway:DescribeSnapshotSchedule': ({ gatewayVolumes = [] }) => gatewayVolumes.length,
  'storagegateway:ListGateways': ({ gateways }) => pages(gateways, 100),
  'storagegateway:ListVolumes': ({ gateways = [], gatewayVolumes = [] }) =>
    sum(
      gateways.map(({ GatewayId }) =>
        pages(
          gatewayVolumes.filter((volume) => volume.GatewayId === GatewayId),
          100,
        ),
      ),
    ),
  'tagging:GetResources': ({ tags = {} }) => pages(Object.keys(tags), 100),
};

/** The names of events that show restores of what a scope has, without AWS Backup: one can be asked for in a call. */
function nativeNames(scope: WorldScope): number {
  const held = {
    EC2: scope.instances,
    EBS: scope.volumes,
    RDS: scope.dbInstances,
    Aurora: scope.dbClusters,
    DynamoDB: scope.tables,
    FSx: scope.fsxFileSystems,
    'Storage Gateway': scope.gatewayVolumes,
  };
  const types = Object.entries(held).flatMap(([type, items = []]) => (items.length === 0 ? [] : type));
  return Object.values(NATIVE_RESTORES).filter((call) => call.types.some((type) => types.includes(type))).length;
}

/** What the estate has nothing of, so that one page says so. */
const EMPTY = [
  'backup:DescribeGlobalSettings',
  'backup:ListCopyJobs',
  'backup:ListLegalHolds',
  'backup:ListRestoreJobs',
  'backup:ListRestoreTestingPlans',
  'backup-gateway:ListVirtualMachines',
  'cloudformation:DescribeStacks',
  'dlm:GetLifecyclePolicies',
  'dsql:ListClusters',
  'dynamodb:ListBackups',
  'ec2:DescribeImages',
  'ec2:DescribeSnapshots',
  'eks:ListClusters',
  'elasticfilesystem:DescribeReplicationConfigurations',
  'rds:DescribeDBClusterSnapshots',
  'rds:DescribeDBSnapshots',
  'rds:DescribeGlobalClusters',
  'redshift-serverless:ListNamespaces',
  'redshift:DescribeClusterSnapshots',
  'redshift:DescribeClusters',
  'ssm-sap:ListDatabases',
  'timestream:ListTables',
];

/** Before all else: the caller's identity, and the Regions. */
export const CALLS_TO_BEGIN = 2;

/** For each account: a role is assumed, its identity asked for, and its buckets of all Regions listed. */
const CALLS_PER_ACCOUNT = 3;

/** The fewest calls by which the scopes of one account can be read. */
export function fewestCalls({ scopes }: Pick<World, 'scopes'>): number {
  const ofScope = (scope: WorldScope): number => EMPTY.length + sum(Object.values(CALLS).map((calls) => calls(scope)));
  return CALLS_PER_ACCOUNT + sum(scopes.map(ofScope));
}

/** Whoever asks gets a page, be it empty. */
function pages(items: readonly unknown[] = [], size: number): number {
  return Math.max(1, Math.ceil(items.length / size));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
