import type { ResourceBase } from '../resource-base.js';
import { COPIES } from './capability.js';
import type { TypeDescriptor } from './type-descriptor.js';

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

/**
 * Amazon S3 buckets. The versions of their objects are a way back, and no backup: a rule of their lifecycle, a bucket
 * policy or an owner can remove them.
 * @source Developer Guide, s3-backups: backups and versioning
 * @source Amazon S3 User Guide, Versioning, replication
 */
export const s3 = {
  type: 'S3',
  label: { one: 'S3 bucket', many: 'S3 buckets' },
  arns: [{ service: 's3', resource: '{name}', scopeless: true, configType: 'AWS::S3::Bucket' }],
  optIn: { always: false },
  variants: [
    {
      name: 'S3',
      can: { ...COPIES, continuous: true, fullManagement: true, restoreTesting: true, airGapped: true, oneVault: true },
    },
  ],
  unsupported: {},
  requirements: [
    {
      setting: 'versioning',
      isMet: ({ versioning }) => (versioning === undefined ? undefined : versioning === 'enabled'),
    },
  ],
  relations: { source: ['S3'] },
  nativeBackups: {
    's3-versioning': {
      name: 'earlier versions of its objects',
      made: 'versions',
      continuous: true,
      afterDeletion: 'goes',
    },
  },
  replications: { 's3-replication': { name: 'S3 replication', relation: 'source' } },
  lifecyclePolicies: false,
  keptByEc2: false,
  restsWhenStopped: false,
  onlyIfSelected: false,
} as const satisfies TypeDescriptor<S3Bucket>;
