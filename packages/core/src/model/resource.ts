import type { Instant } from './instant.js';

/** Tag keys and values. Both are case sensitive, and both are a stranger's text. */
export type Tags = Readonly<Record<string, string>>;

interface ResourceBase {
  readonly arn: string;
  readonly accountId: string;
  readonly region: string;
  /** What its people call it: the Name tag or the identifier. */
  readonly name: string;
  /** Absent: the tags could not be read, which is not the same as having none. */
  readonly tags?: Tags;
  /** Absent where the service's API does not tell. */
  readonly createdAt?: Instant;
  /** The KMS key behind its data. Absent: it is not encrypted, or its API does not tell. */
  readonly encryptionKeyArn?: string;
}

/** An Amazon EC2 instance. Its AWS Backup points hold all its attached EBS volumes (Developer Guide, multi-volume-crash-consistent). */
export interface Ec2Instance extends ResourceBase {
  readonly type: 'EC2';
  readonly rootDevice: 'ebs' | 'instance-store';
  readonly spot: boolean;
  readonly autoScalingGroup?: string;
  /** The AWS service that operates it, such as an EKS Auto Mode node's `eks.amazonaws.com`. */
  readonly managedBy?: string;
}

export interface EbsVolume extends ResourceBase {
  readonly type: 'EBS';
  /** ARNs of the instances that the volume is attached to. */
  readonly attachedTo: readonly string[];
}

/** What a resource of the RDS API is to AWS Backup: clusters are backed up as a whole, never their members. */
export interface Database extends ResourceBase {
  readonly type: 'RDS' | 'Aurora' | 'DocumentDB' | 'Neptune';
  readonly form: 'instance' | 'cluster' | 'clusterMember';
  readonly engine: string;
  /** It stands on an Outpost, where AWS Backup does not reach (Developer Guide, rds-backup). */
  readonly onOutpost?: true;
  /** Of a cluster member. */
  readonly clusterArn?: string;
}

export interface DynamoDbTable extends ResourceBase {
  readonly type: 'DynamoDB';
}

export interface EfsFileSystem extends ResourceBase {
  readonly type: 'EFS';
}

/** A file system, or a volume of an ONTAP file system: ONTAP is backed up by volume. */
export interface FsxResource extends ResourceBase {
  readonly type: 'FSx';
  readonly form: 'fileSystem' | 'volume';
  readonly engine: 'LUSTRE' | 'WINDOWS' | 'ONTAP' | 'OPENZFS';
  /** Of a file system: `SCRATCH_2`, `MULTI_AZ_1`, ... */
  readonly deployment?: string;
  /** Of an ONTAP volume. DP (data protection) and LS (load sharing) volumes cannot be backed up. */
  readonly volumeType?: 'RW' | 'DP' | 'LS';
}

/** A volume of a Volume Gateway. */
export interface StorageGatewayVolume extends ResourceBase {
  readonly type: 'Storage Gateway';
}

/** One thing that AWS Backup can protect. `type` is AWS Backup's own name for it. */
export type Resource =
  Ec2Instance | EbsVolume | Database | DynamoDbTable | EfsFileSystem | FsxResource | StorageGatewayVolume;

/** The resource types that the inventory knows. */
export type ResourceType = Resource['type'];

export const RESOURCE_TYPES = [
  'EC2',
  'EBS',
  'RDS',
  'Aurora',
  'DocumentDB',
  'Neptune',
  'DynamoDB',
  'EFS',
  'FSx',
  'Storage Gateway',
] as const satisfies readonly ResourceType[];
