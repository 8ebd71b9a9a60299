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

/** The facts about a resource of any type. */
export interface ResourceBase {
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
