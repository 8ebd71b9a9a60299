import type { Instant } from './instant.js';
import { CONTINUOUS, DELETE_AFTER_COPY, INFECTED, PARENT, RecoveryPointColumns } from './recovery-point-columns.js';
import type { RecoveryPoint, RecoveryPoints, RecoveryPointStatus } from './recovery-point.js';

/** The points of one resource: rows of columns. */
export class RecoveryPointView implements RecoveryPoints {
  readonly count: number;
  readonly #columns: RecoveryPointColumns;
  readonly #start: number;
  /** Rows of the columns that count as infected besides those that were found to be. */
  readonly #infected: ReadonlySet<number> | undefined;

  constructor(columns: RecoveryPointColumns, start: number, end: number, infected?: ReadonlySet<number>) {
    this.count = end - start;
    this.#columns = columns;
    this.#start = start;
    this.#infected = infected;
  }

  since(from: Instant): RecoveryPoints {
    let first = this.#start;
    const end = this.#start + this.count;
    while (first < end && this.#columns.numbers.createdAt.get(first) < from) first++;
    return new RecoveryPointView(this.#columns, first, end, this.#infected);
  }
  withInfected(rows: readonly number[]): RecoveryPoints {
    const infected = new Set([...(this.#infected ?? []), ...rows.map((row) => this.#row(row))]);
    return new RecoveryPointView(this.#columns, this.#start, this.#start + this.count, infected);
  }
  at(row: number): RecoveryPoint {
    return this.#columns.point(this.#row(row));
  }
  areAlike(row: number, other: number): boolean {
    return this.#columns.areAlike(this.#row(row), this.#row(other));
  }
  arn(row: number): string {
    return this.#columns.arn.get(this.#row(row));
  }
  status(row: number): RecoveryPointStatus {
    return this.#columns.status(this.#row(row));
  }
  createdAt(row: number): Instant {
    return this.#columns.numbers.createdAt.get(this.#row(row));
  }
  deleteAt(row: number): Instant {
    return this.#columns.numbers.deleteAt.get(this.#row(row)) || NaN;
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
  encrypted(row: number): boolean | undefined {
    const named = this.encryptionKeyArn(row) === undefined ? undefined : true;
    return this.#columns.encrypted(this.#row(row)) ?? named;
  }
  encryptionKeyArn(row: number): string | undefined {
    return this.#columns.originOf(this.#row(row)).encryptionKeyArn;
  }
  infected(row: number): boolean {
    return this.#columns.flag(this.#row(row), INFECTED) || this.#infected?.has(this.#row(row)) === true;
  }
  sizeBytes(row: number): number {
    return this.#columns.sizeBytes(this.#row(row)) ?? NaN;
  }
  vaultArn(row: number): string {
    return this.#columns.vaultArn(this.#row(row));
  }
  lastRestoredAt(row: number): Instant {
    return this.#columns.numbers.lastRestoredAt.get(this.#row(row)) || NaN;
  }
  *[Symbol.iterator](): Iterator<RecoveryPoint> {
    for (let row = 0; row < this.count; row++) yield this.at(row);
  }

  #row(row: number): number {
    if (!(row >= 0 && row < this.count)) {
      throw new RangeError(`row ${String(row)} of ${String(this.count)} recovery points`);
    }
    return this.#start + row;
  }
}

export const NO_POINTS: RecoveryPoints = new RecoveryPointView(new RecoveryPointColumns(), 0, 0);
