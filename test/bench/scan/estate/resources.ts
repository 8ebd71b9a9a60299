import type { OwnType, Scope } from '@backproof/core';
import type { WorldScope } from '@backproof/sandbox';
import { longId, uuid } from './ids.js';
import { runOf } from './moments.js';
import { arnIn } from './scopes.js';

/** One resource: of its type the `index`-th of its scope. */
export interface BenchResource {
  readonly scope: Scope;
  readonly type: OwnType;
  readonly arn: string;
  readonly name: string;
  readonly index: number;
}

/** What a scope holds besides its names. */
export type Contents = Omit<WorldScope, 'accountId' | 'region'>;

/** A type of resource: how many of a hundred resources are of it, and how its service's API shows them. */
interface Kind {
  readonly type: OwnType;
  readonly percent: number;
  readonly arn: (scope: Scope, name: string) => string;
  readonly contents: (resources: readonly BenchResource[], scope: Scope) => Contents;
}

const CREATED_AT = runOf(500);
const VOLUMES_PER_INSTANCE = 2.5;

/** Which plan backs up what carries the tag `backup`. */
export type PlanName = 'compute' | 'data';

export function planNameOf({ type }: Pick<BenchResource, 'type'>): PlanName {
  return type === 'EC2' || type === 'EBS' ? 'compute' : 'data';
}

const KINDS: readonly Kind[] = [
  {
    type: 'EC2',
    percent: 20,
    arn: (scope, name) => arnIn(scope, 'ec2', `instance/${longId('i', name)}`),
    contents: (resources) => ({ instances: resources.map(toInstance) }),
  },
  {
    type: 'EBS',
    percent: 46,
    arn: (scope, name) => arnIn(scope, 'ec2', `volume/${longId('vol', name)}`),
    contents: (resources) => ({ volumes: resources.map(toVolume) }),
  },
  {
    type: 'S3',
    percent: 4,
    arn: ({ partition }, name) => `arn:${partition}:s3:::${name}`,
    contents: (resources) => ({
      buckets: resources.map(toBucket),
      tags: Object.fromEntries(resources.map((resource) => [resource.arn, tagsOf(resource)])),
    }),
  },
  {
    type: 'RDS',
    percent: 12,
    arn: (scope, name) => arnIn(scope, 'rds', `db:${name}`),
    contents: (resources) => ({ dbInstances: resources.map(toDbInstance) }),
  },
  {
    type: 'Aurora',
    percent: 3,
    arn: (scope, name) => arnIn(scope, 'rds', `cluster:${name}`),
    contents: (resources) => ({ dbClusters: resources.map(toDbCluster) }),
  },
  {
    type: 'DynamoDB',
    percent: 5,
    arn: (scope, name) => arnIn(scope, 'dynamodb', `table/${name}`),
    contents: (resources) => ({
      tables: resources.map(toTable),
      continuousBackups: Object.fromEntries(resources.map(({ name }) => [name, NO_RECOVERY])),
      tags: Object.fromEntries(resources.map((resource) => [resource.arn, tagsOf(resource)])),
    }),
  },
  {
    type: 'EFS',
    percent: 6,
    arn: (scope, name) => arnIn(scope, 'elasticfilesystem', `file-system/${longId('fs', name)}`),
    contents: (resources) => ({ fileSystems: resources.map(toFileSystem) }),
  },
  {
    type: 'FSx',
    percent: 3,
    arn: (scope, name) => arnIn(scope, 'fsx', `file-system/${longId('fs', name)}`),
    contents: (resources) => ({ fsxFileSystems: resources.map(toFsxFileSystem) }),
  },
  {
    type: 'Storage Gateway',
    percent: 1,
    arn: (scope, name) => `${gatewayArn(scope)}/volume/${longId('vol', name).toUpperCase()}`,
    contents: (resources, scope) => ({
      gateways: [{ GatewayId: GATEWAY_ID, GatewayARN: gatewayArn(scope), GatewayType: 'CACHED' }],
      gatewayVolumes: resources.map(toGatewayVolume),
      tags: Object.fromEntries(resources.map((resource) => [resource.arn, tagsOf(resource)])),
    }),
  },
];

/** The resources of a scope, in AWS's usual proportions. */
export function resourcesOf(scope: Scope, count: number): readonly BenchResource[] {
  return KINDS.flatMap(({ type, percent, arn }) =>
    Array.from({ length: Math.round((count * percent) / 100) }, (_, index) => {
      const name = nameOf(scope, type, index);
      return { scope, type, arn: arn(scope, name), name, index };
    }),
  );
}

/** The resources as the listings of their services tell of them. */
export function contentsOf(scope: Scope, resources: readonly BenchResource[]): Contents {
  const contents = KINDS.map((kind) =>
    kind.contents(
      resources.filter(({ type }) => type === kind.type),
      scope,
    ),
  );
  return contents.reduce((all, part) => ({ ...all, ...part, tags: { ...all.tags, ...part.tags } }), {});
}

function nameOf(scope: Scope, type: OwnType, index: number): string {
  return `${type.toLowerCase().replace(' ', '-')}-${scope.accountId.slice(-3)}-${scope.region}-${index}`;
}

function tagsOf(resource: BenchResource): Record<string, string> {
  return { Name: resource.name, Environment: 'production', Owner: 'team-7', backup: planNameOf(resource) };
}

function tagList(resource: BenchResource) {
  return Object.entries(tagsOf(resource)).map(([Key, Value]) => ({ Key, Value }));
}

function idOf({ arn }: BenchResource): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}

function toInstance(resource: BenchResource) {
  return {
    InstanceId: idOf(resource),
    InstanceType: 'm6i.large' as const,
    State: { Code: 16, Name: 'running' as const },
    LaunchTime: CREATED_AT,
    RootDeviceType: 'ebs' as const,
    BlockDeviceMappings: [{ DeviceName: '/dev/xvda', Ebs: { AttachTime: CREATED_AT } }],
    Tags: tagList(resource),
  };
}

function toVolume(resource: BenchResource) {
  const VolumeId = idOf(resource);
  const host = nameOf(resource.scope, 'EC2', Math.floor(resource.index / VOLUMES_PER_INSTANCE));
  return {
    VolumeId,
    VolumeType: 'gp3' as const,
    Size: 40,
    CreateTime: CREATED_AT,
    State: 'in-use' as const,
    Attachments: [{ VolumeId, InstanceId: longId('i', host), State: 'attached' as const, AttachTime: CREATED_AT }],
    Tags: tagList(resource),
  };
}

function toBucket({ name }: BenchResource) {
  return { bucket: { Name: name, CreationDate: CREATED_AT }, versioning: { Status: 'Enabled' as const } };
}

function toDbInstance(resource: BenchResource) {
  return {
    DBInstanceIdentifier: resource.name,
    DBInstanceArn: resource.arn,
    DBInstanceClass: 'db.m6g.large',
    DBInstanceStatus: 'available',
    Engine: 'postgres',
    MultiAZ: false,
    InstanceCreateTime: CREATED_AT,
    BackupRetentionPeriod: 0,
    TagList: tagList(resource),
  };
}

function toDbCluster(resource: BenchResource) {
  return {
    DBClusterIdentifier: resource.name,
    DBClusterArn: resource.arn,
    Engine: 'aurora-postgresql',
    Status: 'available',
    ClusterCreateTime: CREATED_AT,
    DBClusterMembers: [],
    BackupRetentionPeriod: 1,
    LatestRestorableTime: runOf(0),
    TagList: tagList(resource),
  };
}

function toTable({ name, arn }: BenchResource) {
  return {
    TableName: name,
    TableArn: arn,
    TableId: uuid(name),
    TableStatus: 'ACTIVE' as const,
    CreationDateTime: CREATED_AT,
    AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' as const }],
    KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' as const }],
  };
}

const NO_RECOVERY = {
  ContinuousBackupsStatus: 'ENABLED',
  PointInTimeRecoveryDescription: { PointInTimeRecoveryStatus: 'DISABLED' },
} as const;

function toFileSystem(resource: BenchResource) {
  return {
    OwnerId: resource.scope.accountId,
    CreationToken: resource.name,
    FileSystemId: idOf(resource),
    FileSystemArn: resource.arn,
    CreationTime: CREATED_AT,
    LifeCycleState: 'available' as const,
    Name: resource.name,
    NumberOfMountTargets: 2,
    SizeInBytes: { Value: 6_000_000_000 },
    PerformanceMode: 'generalPurpose' as const,
    Tags: tagList(resource),
  };
}

function toFsxFileSystem(resource: BenchResource) {
  return {
    FileSystemId: idOf(resource),
    ResourceARN: resource.arn,
    FileSystemType: 'WINDOWS' as const,
    Lifecycle: 'AVAILABLE' as const,
    CreationTime: CREATED_AT,
    WindowsConfiguration: { DeploymentType: 'MULTI_AZ_1' as const, AutomaticBackupRetentionDays: 0 },
    Tags: tagList(resource),
  };
}

const GATEWAY_ID = 'sgw-12A3456B';

function gatewayArn(scope: Scope): string {
  return arnIn(scope, 'storagegateway', `gateway/${GATEWAY_ID}`);
}

function toGatewayVolume(resource: BenchResource) {
  return {
    VolumeId: idOf(resource),
    VolumeARN: resource.arn,
    GatewayId: GATEWAY_ID,
    GatewayARN: gatewayArn(resource.scope),
    VolumeType: 'CACHED iSCSI',
  };
}
