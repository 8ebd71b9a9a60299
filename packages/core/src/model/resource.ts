import { aurora } from './types/aurora.js';
import type { Database } from './types/database.js';
import { cloudFormation } from './types/cloudformation.js';
import type { CloudFormationStack } from './types/cloudformation.js';
import { documentDb } from './types/documentdb.js';
import { dsql } from './types/dsql.js';
import type { DsqlCluster } from './types/dsql.js';
import { dynamoDb } from './types/dynamodb.js';
import type { DynamoDbTable } from './types/dynamodb.js';
import { ebs } from './types/ebs.js';
import type { EbsVolume } from './types/ebs.js';
import { ec2 } from './types/ec2.js';
import type { Ec2Instance } from './types/ec2.js';
import { efs } from './types/efs.js';
import type { EfsFileSystem } from './types/efs.js';
import { eks } from './types/eks.js';
import type { EksCluster } from './types/eks.js';
import { fsx } from './types/fsx.js';
import type { FsxResource } from './types/fsx.js';
import { neptune } from './types/neptune.js';
import { rds } from './types/rds.js';
import { redshift } from './types/redshift.js';
import type { RedshiftCluster } from './types/redshift.js';
import { redshiftServerless } from './types/redshift-serverless.js';
import type { RedshiftNamespace } from './types/redshift-serverless.js';
import { s3 } from './types/s3.js';
import type { S3Bucket } from './types/s3.js';
import { sapHana } from './types/sap-hana.js';
import type { SapHanaDatabase } from './types/sap-hana.js';
import { storageGateway } from './types/storage-gateway.js';
import type { StorageGatewayVolume } from './types/storage-gateway.js';
import { timestream } from './types/timestream.js';
import type { TimestreamTable } from './types/timestream.js';
import { virtualMachine } from './types/virtual-machine.js';
import type { VirtualMachine } from './types/virtual-machine.js';
import { isPackTypeName, packType } from './pack-type.js';
import type { PackResource } from './pack-type.js';
import type { RelationKind } from './relation.js';
import type {
  NativeBackupFacts,
  ReplicationFacts,
  TypeDescriptor,
  TypeVariant,
  UnsupportedCase,
} from './types/type-descriptor.js';

export * from './resource-base.js';
export type { CloudFormationStack } from './types/cloudformation.js';
export type { Database } from './types/database.js';
export type { DsqlCluster } from './types/dsql.js';
export type { DynamoDbTable } from './types/dynamodb.js';
export type { Attachment, EbsVolume } from './types/ebs.js';
export type { Ec2Instance } from './types/ec2.js';
export type { EfsFileSystem } from './types/efs.js';
export type { EksCluster } from './types/eks.js';
export type { FsxResource } from './types/fsx.js';
export type { RedshiftCluster } from './types/redshift.js';
export type { RedshiftNamespace } from './types/redshift-serverless.js';
export type { S3Bucket, Versioning } from './types/s3.js';
export type { SapHanaDatabase } from './types/sap-hana.js';
export type { StorageGatewayVolume } from './types/storage-gateway.js';
export type { TimestreamTable } from './types/timestream.js';
export type { VirtualMachine } from './types/virtual-machine.js';

/** One thing that AWS Backup can protect. `type` is AWS Backup's own name for it. */
export type OwnResource =
  | Ec2Instance
  | EbsVolume
  | Database
  | DynamoDbTable
  | EfsFileSystem
  | FsxResource
  | StorageGatewayVolume
  | S3Bucket
  | RedshiftCluster
  | RedshiftNamespace
  | EksCluster
  | TimestreamTable
  | DsqlCluster
  | SapHanaDatabase
  | VirtualMachine
  | CloudFormationStack;

/** One thing that a scan lists: AWS Backup can protect it, or a pack declares its type. */
export type Resource = OwnResource | PackResource;

/** The resource types that AWS Backup can protect, by its own names. */
export type OwnType = OwnResource['type'];

/** The resource types that an inventory may hold: those of packs have a namespace. */
export type ResourceType = Resource['type'];

/** The resources of a type. */
export type ResourceOf<Type extends OwnType, Each = OwnResource> = Each extends { readonly type: infer Types }
  ? Type extends Types
    ? Each
    : never
  : never;

/** A descriptor that fits the form of the resources of its type, and whose relations lead to types that there are. */
type Described<Type extends OwnType> = TypeDescriptor<ResourceOf<Type>> & {
  readonly type: Type;
  readonly relations: Readonly<Record<string, readonly OwnType[]>>;
};

/** Everything that distinguishes the types, by AWS Backup's name. All lists of types and of what they have derive from it. */
export const TYPES = {
  EC2: ec2,
  EBS: ebs,
  RDS: rds,
  Aurora: aurora,
  DocumentDB: documentDb,
  Neptune: neptune,
  DynamoDB: dynamoDb,
  EFS: efs,
  FSx: fsx,
  'Storage Gateway': storageGateway,
  S3: s3,
  Redshift: redshift,
  'Redshift Serverless': redshiftServerless,
  EKS: eks,
  Timestream: timestream,
  DSQL: dsql,
  'SAP HANA on Amazon EC2': sapHana,
  VirtualMachine: virtualMachine,
  CloudFormation: cloudFormation,
} as const satisfies { readonly [Type in OwnType]: Described<Type> };

/** The types that AWS Backup can protect, in the order in which people read them. */
export const RESOURCE_TYPES = Object.keys(TYPES) as readonly OwnType[];

/** Returns true for the name of a resource type, be it one of AWS Backup's or of a pack. */
export function isResourceType(name: string): name is ResourceType {
  return Object.hasOwn(TYPES, name) || isPackTypeName(name);
}

/** The descriptors of all types; those of packs share one. */
const DESCRIPTORS = [...Object.values(TYPES), packType] as const;

type Descriptor = (typeof DESCRIPTORS)[number];

/** The parts of a descriptor that have keys of their own, and their values. */
interface KeyedParts {
  readonly nativeBackups: NativeBackupFacts;
  readonly replications: ReplicationFacts;
  readonly unsupported: UnsupportedCase<Resource>;
}

type KeyedPart = keyof KeyedParts;

/** The keys of a part of the descriptors of all types. */
type KeyOf<Part extends KeyedPart, Each = Descriptor> = Each extends Descriptor ? keyof Each[Part] & string : never;

/** The mechanisms by which services back up their resources themselves, without AWS Backup. */
export type NativeMechanism = KeyOf<'nativeBackups'>;

/** The mechanisms by which services keep a second copy of the data that follows the first. */
export type ReplicationMechanism = KeyOf<'replications'>;

/** A reason for which AWS Backup cannot back up a resource although it supports the resource's type. */
export type UnsupportedReason = KeyOf<'unsupported'>;

/** The kinds of resource that differ in what AWS Backup can do for them. */
export type CapabilityVariant = Descriptor['variants'][number]['name'];

/** The types of resource that AWS Config records, by its names. */
export type ConfigType = Extract<Descriptor['arns'][number], { readonly configType: string }>['configType'];

/** A descriptor of any type, with the names that all types together have. */
export interface AnyDescriptor extends TypeDescriptor<Resource> {
  readonly type: ResourceType;
  readonly variants: readonly (TypeVariant<Resource> & { readonly name: CapabilityVariant })[];
  readonly unsupported: Readonly<Partial<Record<UnsupportedReason, UnsupportedCase<Resource>>>>;
  readonly relations: Readonly<Partial<Record<RelationKind, readonly ResourceType[]>>>;
  readonly nativeBackups: Readonly<Partial<Record<NativeMechanism, NativeBackupFacts>>>;
  readonly replications: Readonly<Partial<Record<ReplicationMechanism, ReplicationFacts>>>;
}

/** The descriptor of a resource's type. */
export function descriptorOf({ type }: Pick<Resource, 'type'>): AnyDescriptor {
  return isPackTypeName(type) ? packType : TYPES[type];
}

/** The parts of all descriptors in one table. Types that share a key have the same value of it. */
export function tableOf<Part extends KeyedPart>(part: Part): Readonly<Record<KeyOf<Part>, KeyedParts[Part]>>;
export function tableOf(part: KeyedPart): object {
  return Object.fromEntries(DESCRIPTORS.flatMap((descriptor) => Object.entries(descriptor[part])));
}
