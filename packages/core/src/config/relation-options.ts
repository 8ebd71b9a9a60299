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
