import { compare } from './order.js';
import { groupBy } from './group-by.js';
import { RecoveryPointColumns } from './recovery-point-columns.js';
import type { RecoveryPointData } from './recovery-point-columns.js';
import { pointHasher } from './recovery-point-hash.js';
import { pointJsonWriter } from './recovery-point-json.js';
import { NO_POINTS, RecoveryPointView } from './recovery-point-view.js';
import type { RecoveryPoint, RecoveryPoints } from './recovery-point.js';

/** Where the points of one resource are: rows of columns, which `open` gives, from memory or from a spool. */
export interface PointRows {
  readonly open: () => RecoveryPointColumns;
  /** They lie in a spool: to open them is to read them. */
  readonly isAway: boolean;
  readonly start: number;
  readonly end: number;
}

/** A table as plain data, which structured cloning can copy. */
export interface RecoveryPointTableData {
  readonly hasInfected: boolean;
  /** Columns, and the rows of each resource in them: from the first up to the one after the last. */
  readonly groups: readonly {
    readonly columns: RecoveryPointData;
    readonly rows: readonly (readonly [resourceArn: string, start: number, end: number])[];
  }[];
}

/**
 * All recovery points of an inventory, in columns, by resource. About 80 bytes a point, as far as they are in memory. Read
 * it by resource (`of`) or as a whole, in canonical order (by iterating).
 */
export class RecoveryPointTable implements Iterable<RecoveryPoint> {
  readonly count: number;
  /** A malware scan found something in a point of some resource. */
  readonly hasInfected: boolean;
  readonly #rows: ReadonlyMap<string, PointRows>;
  readonly #opened = new Map<PointRows['open'], RecoveryPointColumns>();
  readonly #keepsAll: boolean;

  /**
   * @internal Use `RecoveryPointTableBuilder` or `recoveryPointTable`.
   * @param rows - by resource, in the order of the ARNs
   * @param keepsAll - it holds all columns that it opened, and not the last ones alone
   */
  constructor(rows: ReadonlyMap<string, PointRows>, hasInfected: boolean, keepsAll = false) {
    this.hasInfected = hasInfected;
    this.#rows = rows;
    this.#keepsAll = keepsAll;
    this.count = 0;
    for (const { start, end } of rows.values()) this.count += end - start;
  }

  /** The points of one resource, wherever their vaults are. */
  of(resourceArn: string): RecoveryPoints {
    const rows = this.#rows.get(resourceArn);
    return rows === undefined ? NO_POINTS : new RecoveryPointView(this.#columnsOf(rows), rows.start, rows.end);
  }

  /**
   * The points of these resources alone. Of what lies in a spool it has its own copy of these, once it is read, so that it
   * keeps no others in memory.
   */
  part(resourceArns: Iterable<string>): RecoveryPointTable {
    const rows = new Map<string, PointRows>();
    const copies = new Map<PointRows['open'], CopiedRows>();
    for (const arn of [...resourceArns].toSorted(compare)) {
      const ofResource = this.#rows.get(arn);
      if (ofResource === undefined) continue;
      const copy = copies.get(ofResource.open) ?? copiedRows(() => this.#columnsOf(ofResource));
      copies.set(ofResource.open, copy);
      rows.set(arn, ofResource.isAway ? copy.add(ofResource) : ofResource);
    }
    return new RecoveryPointTable(rows, this.hasInfected, true);
  }

  /** All that it has, as plain data: for another thread. */
  data(): RecoveryPointTableData {
    const groups = groupBy(this.#rows, ([, { open }]) => open);
    return {
      hasInfected: this.hasInfected,
      groups: [...groups].map(([open, rows]) => ({
        columns: this.#columnsOf({ open }).data,
        rows: rows.map(([arn, { start, end }]) => [arn, start, end]),
      })),
    };
  }

  /** The table of which this is the data. */
  static of({ hasInfected, groups }: RecoveryPointTableData): RecoveryPointTable {
    const rows = new Map<string, PointRows>();
    for (const { columns, rows: ofGroup } of groups) {
      const held = new RecoveryPointColumns(columns);
      const open = (): RecoveryPointColumns => held;
      for (const [arn, start, end] of ofGroup) rows.set(arn, { open, isAway: false, start, end });
    }
    return new RecoveryPointTable(rows, hasInfected, true);
  }

  /** The ARNs of all resources that have points, sorted. */
  resourceArns(): readonly string[] {
    return [...this.#rows.keys()];
  }

  /** A hash of the points of each resource that has some, in the order of the resources: quicker than over their JSON. */
  *hashes(): Generator<HashedPoints> {
    const [columnsOf, hasherOf] = [lastOf(openedBy), lastOf(pointHasher)];
    for (const [resourceArn, rows] of this.#rows) {
      const sha256 = hasherOf(columnsOf(rows.open))(rows.start, rows.end);
      yield { count: rows.end - rows.start, resourceArn, sha256 };
    }
  }

  *[Symbol.iterator](): Iterator<RecoveryPoint> {
    for (const [columns, row] of this.#eachRow()) yield columns.point(row);
  }

  /** Each point in canonical JSON, in canonical order: what iterating gives, several times as fast. */
  *canonicalJson(): Generator<string> {
    const writerOf = lastOf(pointJsonWriter);
    for (const [columns, row] of this.#eachRow()) yield writerOf(columns)(row);
  }

  *#eachRow(): Generator<readonly [RecoveryPointColumns, number]> {
    // Who walks through all of them may stop on the way, and meanwhile another opens others.
    const columnsOf = lastOf(openedBy);
    for (const rows of this.#rows.values()) {
      const columns = columnsOf(rows.open);
      for (let row = rows.start; row < rows.end; row++) yield [columns, row];
    }
  }

  #columnsOf({ open }: Pick<PointRows, 'open'>): RecoveryPointColumns {
    const opened = this.#opened.get(open);
    if (opened !== undefined) return opened;
    if (!this.#keepsAll) this.#opened.clear();
    const columns = open();
    this.#opened.set(open, columns);
    return columns;
  }
}

/** Rows of columns that are copied together, when one of them is first opened. */
interface CopiedRows {
  /** Adds rows, and gives their place in the copy. */
  readonly add: (rows: PointRows) => PointRows;
}

function copiedRows(columnsOf: () => RecoveryPointColumns): CopiedRows {
  const ranges: PointRows[] = [];
  let count = 0;
  let copy: RecoveryPointColumns | undefined;
  const made = (): RecoveryPointColumns => {
    const [from, columns] = [columnsOf(), new RecoveryPointColumns()];
    for (const { start, end } of ranges) columns.appendRows(from, start, end);
    return columns;
  };
  const open = (): RecoveryPointColumns => (copy ??= made());
  return {
    add: (rows) => {
      ranges.push(rows);
      const start = count;
      count += rows.end - rows.start;
      return { open, isAway: false, start, end: count };
    },
  };
}

function openedBy(open: PointRows['open']): RecoveryPointColumns {
  return open();
}

/** Makes something of another thing, and gives it again as long as it is asked for the same one. */
function lastOf<From, Made>(make: (from: From) => Made): (from: From) => Made {
  let last: { readonly from: From; readonly made: Made } | undefined;
  return (from) => {
    if (last?.from !== from) last = { from, made: make(from) };
    return last.made;
  };
}

/** The points of one resource, by what is hashed of them. */
export interface HashedPoints {
  readonly resourceArn: string;
  readonly count: number;
  readonly sha256: string;
}
