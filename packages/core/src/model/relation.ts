/**
 * The relations by which one resource protects another.
 *
 * - `host`: a volume and the instance that it is attached to. A backup of the instance holds the volume from its
 *   attachment on (Developer Guide, multi-volume-crash-consistent).
 * - `parts`: an instance and its volumes. Where all of them are backed up, its data can come back, its configuration
 *   cannot.
 * - `cluster`: a member of a database cluster and the cluster.
 * - `source`: a replica and what it replicates.
 * - `peer`: a replica of a global table and its other replicas, all of which take writes.
 */
export const RELATION_KINDS = ['host', 'parts', 'cluster', 'source', 'peer'] as const;

export type RelationKind = (typeof RELATION_KINDS)[number];
