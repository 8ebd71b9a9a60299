import { buildArn, buildResourceArn } from '@backproof/core';
import type {
  CloudFormationStack,
  Database,
  DsqlCluster,
  DynamoDbTable,
  EbsVolume,
  Ec2Instance,
  EfsFileSystem,
  EksCluster,
  FsxResource,
  PackResource,
  RedshiftCluster,
  RedshiftNamespace,
  Resource,
  ResourceType,
  S3Bucket,
  SapHanaDatabase,
  Scope,
  StorageGatewayVolume,
  TimestreamTable,
  VirtualMachine,
} from '@backproof/core';
import { daysAgo, home } from './place.js';

/** The fields that a story may give for a resource: all except the type. `region` and `accountId` show in its ARN too. */
export type ResourceFields<Kind extends Resource> = Partial<Omit<Kind, 'type'>>;

/** Those of a resource of a pack, whose type may be any. */
export type PackResourceFields = Partial<PackResource>;

export function ec2Instance(fields: ResourceFields<Ec2Instance> = {}): Ec2Instance {
  return { ...base('EC2', 'instance/i-', 'web', fields), type: 'EC2', rootDevice: 'ebs', spot: false, ...fields };
}

/** Attached to nothing. */
export function ebsVolume(fields: ResourceFields<EbsVolume> = {}): EbsVolume {
  return { ...base('EBS', 'volume/vol-', 'data', fields), type: 'EBS', attachments: [], ...fields };
}

export function rdsInstance(fields: ResourceFields<Database> = {}): Database {
  return { ...base('RDS', 'db:', 'orders', fields), type: 'RDS', form: 'instance', engine: 'postgres', ...fields };
}

/** A Multi-AZ cluster, which AWS Backup treats unlike an instance. */
export function rdsCluster(fields: ResourceFields<Database> = {}): Database {
  return { ...base('RDS', 'cluster:', 'orders', fields), type: 'RDS', form: 'cluster', engine: 'postgres', ...fields };
}

export function auroraCluster(fields: ResourceFields<Database> = {}): Database {
  const cluster = base('Aurora', 'cluster:', 'ledger', fields);
  return { ...cluster, type: 'Aurora', form: 'cluster', engine: 'aurora-postgresql', ...fields };
}

export function documentDbCluster(fields: ResourceFields<Database> = {}): Database {
  return {
    ...base('DocumentDB', 'cluster:', 'docs', fields),
    type: 'DocumentDB',
    form: 'cluster',
    engine: 'docdb',
    ...fields,
  };
}

export function neptuneCluster(fields: ResourceFields<Database> = {}): Database {
  return {
    ...base('Neptune', 'cluster:', 'graph', fields),
    type: 'Neptune',
    form: 'cluster',
    engine: 'neptune',
    ...fields,
  };
}

export function dynamoDbTable(fields: ResourceFields<DynamoDbTable> = {}): DynamoDbTable {
  return { ...base('DynamoDB', 'table/', 'sessions', fields), type: 'DynamoDB', ...fields };
}

export function efsFileSystem(fields: ResourceFields<EfsFileSystem> = {}): EfsFileSystem {
  return { ...base('EFS', 'file-system/fs-', 'share', fields), type: 'EFS', ...fields };
}

/** A file system for Windows. */
export function fsxFileSystem(fields: ResourceFields<FsxResource> = {}): FsxResource {
  const fileSystem = base('FSx', 'file-system/fs-', 'files', fields);
  return { ...fileSystem, type: 'FSx', form: 'fileSystem', engine: 'WINDOWS', deployment: 'SINGLE_AZ_2', ...fields };
}

/** A read-write volume of an ONTAP file system. */
export function ontapVolume(fields: ResourceFields<FsxResource> = {}): FsxResource {
  const volume = base('FSx', 'volume/fs-1/fsvol-', 'vol1', fields);
  return { ...volume, type: 'FSx', form: 'volume', engine: 'ONTAP', volumeType: 'RW', ...fields };
}

/** A volume of a Volume Gateway. */
export function storageGatewayVolume(fields: ResourceFields<StorageGatewayVolume> = {}): StorageGatewayVolume {
  return {
    ...base('Storage Gateway', 'gateway/sgw-1/volume/vol-', 'archive', fields),
    type: 'Storage Gateway',
    ...fields,
  };
}

/** A general purpose bucket that keeps earlier versions of its objects. Its ARN names neither its account nor its Region. */
export function s3Bucket(fields: ResourceFields<S3Bucket> = {}): S3Bucket {
  return { ...base('S3', '', 'uploads', fields), type: 'S3', versioning: 'enabled', ...fields };
}

/** A provisioned cluster. */
export function redshiftCluster(fields: ResourceFields<RedshiftCluster> = {}): RedshiftCluster {
  return { ...base('Redshift', 'cluster:', 'warehouse', fields), type: 'Redshift', ...fields };
}

export function redshiftNamespace(fields: ResourceFields<RedshiftNamespace> = {}): RedshiftNamespace {
  return { ...base('Redshift Serverless', 'namespace/', 'reports', fields), type: 'Redshift Serverless', ...fields };
}

export function eksCluster(fields: ResourceFields<EksCluster> = {}): EksCluster {
  return { ...base('EKS', 'cluster/', 'platform', fields), type: 'EKS', ...fields };
}

export function timestreamTable(fields: ResourceFields<TimestreamTable> = {}): TimestreamTable {
  return { ...base('Timestream', 'database/metrics/table/', 'readings', fields), type: 'Timestream', ...fields };
}

export function dsqlCluster(fields: ResourceFields<DsqlCluster> = {}): DsqlCluster {
  return { ...base('DSQL', 'cluster/', 'accounts', fields), type: 'DSQL', ...fields };
}

export function sapHanaDatabase(fields: ResourceFields<SapHanaDatabase> = {}): SapHanaDatabase {
  return {
    ...base('SAP HANA on Amazon EC2', 'HANA/erp/DB/', 'HDB', fields),
    type: 'SAP HANA on Amazon EC2',
    ...fields,
  };
}

export function virtualMachine(fields: ResourceFields<VirtualMachine> = {}): VirtualMachine {
  return { ...base('VirtualMachine', 'vm/', 'vm-1', fields), type: 'VirtualMachine', ...fields };
}

/** A stack of its own, in no other one. */
export function cloudFormationStack(fields: ResourceFields<CloudFormationStack> = {}): CloudFormationStack {
  return { ...base('CloudFormation', 'stack/id/', 'shop', fields), type: 'CloudFormation', ...fields };
}

/** A resource of a type that a pack declares, such as a cluster of ElastiCache. */
export function packResource(fields: PackResourceFields = {}): PackResource {
  const arnOf = (place: Scope, name: string) =>
    buildArn({ ...place, service: 'elasticache', resource: `cluster:${name}` });
  return { ...named('sessions', fields, arnOf), type: 'acme:elasticache-cluster', ...fields };
}

/** The defaults of a resource of AWS Backup's types: an ARN by its name and place, no tags, and a year of age. */
function base(type: ResourceType, idPrefix: string, defaultName: string, fields: Partial<Resource>) {
  return named(defaultName, fields, (place, name) => buildResourceArn(type, place, idPrefix + name));
}

function named(defaultName: string, fields: Partial<Resource>, arnOf: (place: Scope, name: string) => string) {
  const { name = defaultName, accountId = home.accountId, region = home.region } = fields;
  const { arn = arnOf({ partition: home.partition, region, accountId }, name) } = fields;
  return { arn, accountId, region, name, tags: {}, createdAt: daysAgo(365) };
}
