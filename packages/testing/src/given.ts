import type {
  InventoryRecords,
  JobHistory,
  OrganizationAccount,
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

/** A list that could not be read: all of a kind, or one scope or part of it, as in populations. */
export type Unread = PopulationKind | { readonly kind: PopulationKind; readonly scope?: Scope; readonly of?: string };

/**
 * The evidence that a scan finds. Everything else is absent, and was searched for: every population is complete unless it
 * is `unread`. Defaults: settings that opt every type in, and the vaults that points, plans and
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
  /** The times for which earlier inventories had all jobs; those of the last 30 days are known without it. */
  readonly jobHistories?: readonly JobHistory[];
  /** The accounts of the organization. Absent: they were not listed. */
  readonly accounts?: readonly OrganizationAccount[];
  /** The ARNs of vaults that plans name and that do not exist. */
  readonly missingVaults?: readonly string[];
  /** Scopes that were scanned, beside those in which something lies. */
  readonly scopes?: readonly Scope[];
  /** The lists that could not be read: their populations are unavailable and their records are absent. */
  readonly unread?: readonly Unread[];
};
