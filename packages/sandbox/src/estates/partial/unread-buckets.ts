import { denied } from '../builders/denied.js';
import type { EstatePart } from '../builders/estate-of.js';
import { s3Bucket } from '../builders/s3.js';
import { backup } from '../company.js';

const { frankfurt } = backup;

/** The policy of a bucket may keep out the role that scans. */
function deniedOf(name: string, operation: string, iamAction: string) {
  return denied(frankfurt, { operation, iamAction, about: name, code: 'AccessDenied', status: 403 });
}

/** The backup account in Frankfurt: the configurations of some buckets may not be read. */
export const unreadBuckets: EstatePart = {
  world: [
    deniedOf('sealed-archive', 's3:GetBucketVersioning', 's3:GetBucketVersioning'),
    deniedOf('mirrored-archive', 's3:GetBucketLifecycleConfiguration', 's3:GetLifecycleConfiguration'),
  ],
  entries: [
    {
      resource: s3Bucket(frankfurt, { name: 'sealed-archive', versioning: 'Enabled' }),
      expect: 'evidence-incomplete',
      why: 'no plan selects it, and whether it keeps earlier versions could not be read',
      and: { 'replication-only': { expect: 'evidence-incomplete', why: 'whether it is replicated was not asked' } },
    },
    {
      resource: s3Bucket(frankfurt, { name: 'mirrored-archive', versioning: 'Enabled', replicatedTo: 'far-away' }),
      expect: 'evidence-incomplete',
      why: 'no plan selects it, and how long it keeps earlier versions could not be read',
      and: { 'replication-only': { expect: 'evidence-incomplete', why: 'its only way back could not be read' } },
    },
  ],
};
