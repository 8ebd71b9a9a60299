import type {
  InventoryRecords,
  JobHistory,
  PopulationKind,
  RecordKind,
  RecoveryPoint,
  Resource,
  Scope,
} from '@backproof/core';

/** The kinds of record that a scan reads. */
export type ReadKind = RecordKind & PopulationKind;

/** Records by kind. */
export type Records = { readonly [K in ReadKind]?: readonly InventoryRecords[K][] };

/** What could not be read: all of a kind, or of it what lies in one scope or is one part, as populations have it. */
export type Unread = PopulationKind | { readonly kind: PopulationKind; readonly scope?: Scope; readonly of?: string };

/**
 * What a scan finds. What is not named is not there, and was looked for: every population is complete unless it is
 * `unread`. What goes without saying is there: settings that opt every type in, and the vaults that points, plans and
 * copies lie in or go to, as far as their accounts and Regions were scanned.
 */
export type Given = Omit<Records, 'resources' | 'backupPlans' | 'backupSelections'> & {
  /** The resource that the story is about. */
  readonly resource: Resource;
  /** Other resources: hosts, sources of replicas, ... */
  readonly others?: readonly Resource[];
  readonly plans?: Records['backupPlans'];
  readonly selections?: Records['backupSelections'];
  readonly recoveryPoints?: readonly RecoveryPoint[];
  /** Of which times earlier inventories knew all jobs; those of the last 30 days are known without it. */
  readonly jobHistories?: readonly JobHistory[];
  /** Scopes that were scanned, beside those in which something lies. */
  readonly scopes?: readonly Scope[];
  /** What could not be read: its populations are unavailable and its records are not there. */
  readonly unread?: readonly Unread[];
};
