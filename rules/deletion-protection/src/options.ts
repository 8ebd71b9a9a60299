import { DURATION_SCHEMA, FOLLOWERS_SCHEMA, PARTS_SCHEMA } from '@backproof/core';
import type { RelationOptions } from '@backproof/core';

/** The options: which recovery points must be protected, and what protects them. */
export interface Options extends RelationOptions {
  /** The weakest mode of AWS Backup Vault Lock that protects. */
  readonly mode: 'compliance' | 'governance';
  /** `policy`: a vault access policy that denies every way to delete protects, too. `lock`: only a lock does. */
  readonly proof: 'lock' | 'policy';
  /** The ARNs of the principals that such a policy may let delete all the same. */
  readonly exceptPrincipals: readonly string[];
  /** `newest`: one recent recovery point is protected. `all`: everything that can be restored is. */
  readonly points: 'newest' | 'all';
  /** The greatest age of the data of the newest protected recovery point. */
  readonly maxAge: string;
  /** The lock of its vault must ask for at least this retention. */
  readonly minRetention: string;
  /** The recovery points that count: all, those in the resource's own account and Region, or those outside of it. */
  readonly where: 'any' | 'primary' | 'copy';
  /** The verdict where AWS does not document whether the service that keeps a recovery point deletes it despite a lock. */
  readonly undocumented: 'unknown' | 'pass';
}

export const defaults: Options = {
  mode: 'compliance',
  proof: 'policy',
  exceptPrincipals: [],
  points: 'newest',
  maxAge: '7d',
  minRetention: '0d',
  where: 'any',
  undocumented: 'unknown',
  followers: 'inherit',
  parts: 'judge',
};

/** A policy binds by what AWS documents of it, a lock by what AWS had audited; and the newest point may be the encrypted one. */
export const strict: Partial<Options> = { proof: 'lock', points: 'all', maxAge: '48h' };

export const schema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    mode: {
      enum: ['compliance', 'governance'],
      description:
        'The weakest mode of AWS Backup Vault Lock that protects. `governance`: a lock that privileged users can lift is enough.',
    },
    proof: {
      enum: ['lock', 'policy'],
      description:
        '`policy`: a vault access policy that denies everybody every way to delete protects, too. `lock`: only a vault lock or a logically air-gapped vault does.',
    },
    exceptPrincipals: {
      type: 'array',
      items: { title: 'ARNs', type: 'string', pattern: '^arn:' },
      description: 'The ARNs of the principals that such a policy may let delete all the same.',
    },
    points: {
      enum: ['newest', 'all'],
      description:
        '`newest`: one recent recovery point is protected. `all`: every moment that can be restored has a protected recovery point.',
    },
    maxAge: { ...DURATION_SCHEMA, description: 'How old the data of the newest protected recovery point may be.' },
    minRetention: {
      ...DURATION_SCHEMA,
      description: 'The minimum retention that the lock of its vault must require. `0d`: none.',
    },
    where: {
      enum: ['any', 'primary', 'copy'],
      description:
        "Which recovery points count: `any`, `primary` (in the resource's own account and Region) or `copy` (outside of it).",
    },
    undocumented: {
      enum: ['unknown', 'pass'],
      description:
        'The verdict where AWS does not document whether the service that keeps a recovery point deletes it despite a lock: continuous recovery points of databases, and those of DocumentDB, basic DynamoDB, FSx, Neptune and Redshift.',
    },
    followers: FOLLOWERS_SCHEMA,
    parts: PARTS_SCHEMA,
  },
};
