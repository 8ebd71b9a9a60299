import type { RelationChoice } from '../config/relation-options.js';
import type { RelationKind } from '../model/relation.js';

/** The relations through which a rule lets a resource pass. It ignores those that are not named. */
export type Relations = Readonly<Partial<Record<RelationKind, 'inherit'>>>;

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
