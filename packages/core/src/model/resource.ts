import type { Instant } from './instant.js';

/** Tag keys and values. Both are case sensitive, and both are a stranger's text. */
export type Tags = Readonly<Record<string, string>>;

/**
 * The states of a resource that affect its backups. `transient`: it exists, and is on its way from one state to
 * another. `unknown`: AWS reported a word that this version does not know.
 */
export const STATE_NAMES = ['available', 'stopped', 'failed', 'creating', 'deleting', 'transient', 'unknown'] as const;

export type StateName = (typeof STATE_NAMES)[number];

/** The state of a resource when it was listed. Each service's word is translated once, where the service is read. */
export interface ResourceState {
  readonly is: StateName;
  /** AWS's own word: `backing-up`, `shutting-down`. */
  readonly word: string;
  /** Absent: AWS does not report since when. */
  readonly since?: Instant;
}

interface ResourceBase {
  readonly arn: string;
  readonly accountId: string;
  readonly region: string;
  /** The name that people use: the Name tag or the identifier. */
  readonly name: string;
  /** Absent: the tags could not be read, which is not the same as having none. */
  readonly tags?: Tags;
  /** Absent where the service's API does not report it. */
  readonly createdAt?: Instant;
  /** Absent: not read, or its service reports none. */
  readonly state?: ResourceState;
  /** The KMS key behind its data. Absent: it is not encrypted, or its API does not report the key. */
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
  readonly attachments: readonly Attachment[];
}

/** An attachment of a volume to an instance. @source API VolumeAttachment */
export interface Attachment {
  readonly instanceArn: string;
  /** Absent: not read. An image that was made before does not hold the volume. */
  readonly since?: Instant;
  /** True if the volume is deleted with the instance. Absent: not read. */
  readonly deleteOnTermination?: boolean;
}

/** A resource of the RDS API. AWS Backup backs up clusters as a whole, never their members. */
export interface Database extends ResourceBase {
  readonly type: 'RDS' | 'Aurora' | 'DocumentDB' | 'Neptune';
  readonly form: 'instance' | 'cluster' | 'clusterMember';
  readonly engine: string;
  /** It stands on an Outpost, where AWS Backup does not reach (Developer Guide, rds-backup). */
  readonly onOutpost?: true;
  /** The cluster of a cluster member. */
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
  /** The deployment type of a file system: `SCRATCH_2`, `MULTI_AZ_1`, ... */
  readonly deployment?: string;
  /** The type of an ONTAP volume. DP (data protection) and LS (load sharing) volumes cannot be backed up. */
  readonly volumeType?: 'RW' | 'DP' | 'LS';
}

/** A volume of a Volume Gateway. */
export interface StorageGatewayVolume extends ResourceBase {
  readonly type: 'Storage Gateway';
}

/**
 * A general purpose bucket of Amazon S3. Its ARN names neither its account nor its Region. Directory buckets are in no
 * list of buckets, and AWS Backup does not support them.
 * @source API (Amazon S3) ListBuckets; Developer Guide, s3-backups
 */
export interface S3Bucket extends ResourceBase {
  readonly type: 'S3';
  /** `enabled`: it keeps earlier versions of its objects, without which AWS Backup cannot back it up. Absent: not read. */
  readonly versioning?: Versioning;
}

/** The versioning of a bucket. `off`: never enabled. @source API (Amazon S3) GetBucketVersioning */
export type Versioning = 'enabled' | 'suspended' | 'off';

/** One thing that AWS Backup can protect. `type` is AWS Backup's own name for it. */
export type Resource =
  Ec2Instance | EbsVolume | Database | DynamoDbTable | EfsFileSystem | FsxResource | StorageGatewayVolume | S3Bucket;

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
  'S3',
] as const satisfies readonly ResourceType[];
