import { POPULATION_KINDS } from '@backproof/core';
import type {
  InventoryRecords,
  PopulationKind,
  RecoveryPoint,
  Resource,
  RestoreEvent,
  RestoreJob,
  Tags,
  UnknownWord,
} from '@backproof/core';

/** The kinds of what CloudTrail shows: restores are made of it. */
type EventKind = 'restoreEvents' | 'nativeRestores';

/** The kinds of record that pages bring: all that is read, except what is not held as records. */
export type PageKind = Exclude<PopulationKind, 'recoveryPoints' | 'tags' | EventKind>;

/** The kinds of record that pages bring. */
export const PAGE_KINDS: readonly PageKind[] = POPULATION_KINDS.filter(
  (kind) => kind !== 'recoveryPoints' && kind !== 'tags' && kind !== 'restoreEvents' && kind !== 'nativeRestores',
);

export type PageRecords = { readonly [K in PageKind]?: readonly InventoryRecords[K][] };

/** A word of AWS about one item that this version does not know. */
export type OneWord = Omit<UnknownWord, 'items'>;

/** The records of one page. */
export type Page = PageRecords & {
  readonly recoveryPoints?: readonly RecoveryPoint[];
  /** Events of CloudTrail about restores. */
  readonly restoreEvents?: readonly RestoreEvent[];
  /** Restores without AWS Backup, which CloudTrail shows. */
  readonly nativeRestores?: readonly RestoreJob[];
  /** Tags by ARN, for resources whose own API does not give them. */
  readonly tags?: ReadonlyMap<string, Tags>;
  /**
   * Resources that count in no population of this reading: they are in Regions that are not scanned, or were listed before
   * and are known better now.
   */
  readonly uncounted?: readonly Resource[];
  /** Words of AWS in it that this version does not know, except states of resources. */
  readonly unknownWords?: readonly OneWord[];
};

/** A population without its scope: `{ kind: 'resources', of: 'EBS' }`. */
export interface PopulationName {
  readonly kind: PopulationKind;
  readonly of?: string;
}
