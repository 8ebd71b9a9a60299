import type { Instant } from './instant.js';
import type { InventoryRecords, RecordKind } from './record-kind.js';
import type { RecoveryPointTable } from './recovery-point-table.js';
import type { Shard } from './shard.js';

/** The version of the inventory's form that this code writes, and the newest that it reads. Its changes: `inventory-versions.ts`. */
export const INVENTORY_SCHEMA_VERSION = 2;

/**
 * All that one scan saw, at one instant: resources, evidence, and how well each was read. Immutable, and in canonical
 * order: the order in which AWS answered does not show.
 */
export type Inventory = { readonly [K in RecordKind]: readonly InventoryRecords[K][] } & {
  /** By which schema it was taken. An older one lacks what it did not read, and is hashed in the form in which it was written. */
  readonly schemaVersion: number;
  readonly takenAt: Instant;
  /** The part of a scan that it is. Absent: it is the whole, or all parts together. */
  readonly shard?: Shard | undefined;
  readonly recoveryPoints: RecoveryPointTable;
};
