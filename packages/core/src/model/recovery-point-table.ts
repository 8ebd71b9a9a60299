import type { Instant } from './instant.js';
import { CONTINUOUS, DELETE_AFTER_COPY, PARENT, RecoveryPointColumns } from './recovery-point-columns.js';
import { indexByResource } from './recovery-point-index.js';
import type { ResourceIndex } from './recovery-point-index.js';
import type { RecoveryPoint, RecoveryPoints, RecoveryPointStatus } from './recovery-point.js';

/** Takes recovery points as they come off the wire; `build` ends it. */
export class RecoveryPointTableBuilder {
  readonly #columns = new RecoveryPointColumns();

  append(point: RecoveryPoint): void {
    this.#columns.append(point);
  }

  build(): RecoveryPointTable {
    return new RecoveryPointTable(this.#columns);
  }
}

/**
 * All recovery points of an inventory, in columns, with an index by resource. About 80 bytes a point. Read it by
 * resource (`of`) or as a whole, in canonical order (by iterating).
 */
export class RecoveryPointTable implements Iterable<RecoveryPoint> {
  readonly #columns: RecoveryPointColumns;
  readonly #index: ResourceIndex;

  /** @internal Use `RecoveryPointTableBuilder` or `recoveryPointTable`. */
  constructor(columns: RecoveryPointColumns) {
    this.#columns = columns;
    this.#index = indexByResource(columns);
  }

  get count(): number {
    return this.#index.order.length;
  }

  /** The points of one resource, wherever their vaults are. */
  of(resourceArn: string): RecoveryPoints {
    return this.#view(this.#columns.resources.find(resourceArn));
  }

  /** The ARNs of all resources that have points, sorted. */
  resourceArns(): readonly string[] {
    const arns: string[] = [];
    for (let number = 1; number < this.#columns.resources.size; number++) {
      arns.push(this.#columns.resources.get(number) ?? '');
    }
    return arns.sort();
  }

  *[Symbol.iterator](): Iterator<RecoveryPoint> {
    for (const arn of this.resourceArns()) yield* this.of(arn);
  }

  #view(resource: number): RecoveryPoints {
    const { order, starts } = this.#index;
    const rows = resource === 0 ? NO_ROWS : order.subarray(starts[resource], starts[resource + 1]);
    return new RecoveryPointView(this.#columns, rows);
  }
}

/** A table of points given as values: for tests and for what was made by hand. */
export function recoveryPointTable(points: Iterable<RecoveryPoint>): RecoveryPointTable {
  const builder = new RecoveryPointTableBuilder();
  for (const point of points) builder.append(point);
  return builder.build();
}

const NO_ROWS = new Uint32Array(0);

class RecoveryPointView implements RecoveryPoints {
  readonly #columns: RecoveryPointColumns;
  readonly #rows: Uint32Array;

  constructor(columns: RecoveryPointColumns, rows: Uint32Array) {
    this.#columns = columns;
    this.#rows = rows;
  }

  get count(): number {
    return this.#rows.length;
  }
  at(row: number): RecoveryPoint {
    return this.#columns.point(this.#row(row));
  }
  arn(row: number): string {
    return this.#columns.arn.get(this.#row(row));
  }
  status(row: number): RecoveryPointStatus {
    return this.#columns.status(this.#row(row));
  }
  createdAt(row: number): Instant {
    return this.#columns.createdAt.get(this.#row(row));
  }
  deleteAt(row: number): Instant {
    return this.#columns.deleteAt.get(this.#row(row)) || NaN;
  }
  continuous(row: number): boolean {
    return this.#columns.flag(this.#row(row), CONTINUOUS);
  }
  deleteAfterCopy(row: number): boolean {
    return this.#columns.flag(this.#row(row), DELETE_AFTER_COPY);
  }
  isParent(row: number): boolean {
    return this.#columns.flag(this.#row(row), PARENT);
  }
  vaultArn(row: number): string {
    return this.#columns.vaultArn(this.#row(row));
  }
  lastRestoredAt(row: number): Instant {
    return this.#columns.lastRestoredAt.get(this.#row(row)) || NaN;
  }
  *[Symbol.iterator](): Iterator<RecoveryPoint> {
    for (const row of this.#rows) yield this.#columns.point(row);
  }

  #row(row: number): number {
    const number = this.#rows[row];
    if (number === undefined) throw new RangeError(`row ${String(row)} of ${String(this.count)} recovery points`);
    return number;
  }
}
