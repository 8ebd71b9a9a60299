import type { Relations } from '../rule/relation.js';

/** The choice whether a resource may pass through another one, or is judged by its own evidence alone. */
export type RelationChoice = 'inherit' | 'judge';

/** An option that says whether replicas pass through what they follow. */
export const FOLLOWERS_SCHEMA = {
  enum: ['inherit', 'judge'],
  description:
    '`inherit`: a read replica, a replication destination or a replica of a global table may pass through its source. `judge`: it is judged by its own backups only.',
} as const;

/** An option that says whether an instance passes through its volumes. */
export const PARTS_SCHEMA = {
  enum: ['inherit', 'judge'],
  description:
    '`inherit`: an instance passes if each of its volumes does. `judge`: it is judged by its own backups only.',
} as const;

/** The options of a rule that lets a resource pass through what it follows, and an instance through its volumes. */
export interface RelationOptions {
  /** With `inherit`, a replica passes through its source. */
  readonly followers: RelationChoice;
  /** With `inherit`, an instance passes if all of its volumes do. */
  readonly parts: RelationChoice;
}

/**
 * The relations of a rule with these options. A volume always passes through its instance, whose image contains it, and
 * a member through its cluster.
 */
export function relationsBy({ followers, parts }: RelationOptions): Relations {
  return {
    host: 'inherit',
    cluster: 'inherit',
    ...(followers === 'inherit' && { source: followers, peer: followers }),
    ...(parts === 'inherit' && { parts }),
  };
}
