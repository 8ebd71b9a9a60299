import type { Instant } from './instant.js';
import { compare } from './order.js';
import { CONTINUOUS, DELETE_AFTER_COPY, INFECTED, PARENT, RecoveryPointColumns } from './recovery-point-columns.js';
import { sortByResource } from './recovery-point-index.js';
import type { ResourceIndex } from './recovery-point-index.js';
import { pointHasher } from './recovery-point-hash.js';
import { pointJsonWriter } from './recovery-point-json.js';
import type { RecoveryPoint, RecoveryPoints, RecoveryPointStatus } from './recovery-point.js';

/** Takes recovery points as they come off the wire; `build` ends it. */
export class RecoveryPointTableBuilder {
  readonly #columns = new RecoveryPointColumns();

  append(point: RecoveryPoint): void {
    this.#columns.append(point);
  }

  build(): RecoveryPointTable {
    const index = sortByResource(this.#columns);
    return new RecoveryPointTable(this.#columns, index, this.#columns.resources.sorted());
  }
}

/**
 * All recovery points of an inventory, in columns, sorted by resource. About 80 bytes a point. Read it by resource
 * (`of`) or as a whole, in canonical order (by iterating).
 */
export class RecoveryPointTable implements Iterable<RecoveryPoint> {
  readonly count: number;
  readonly #columns: RecoveryPointColumns;
  readonly #index: ResourceIndex;
  /** The numbers of the resources that it has points of, in canonical order. */
  readonly #resources: ReadonlySet<number>;

  /** @internal Use `RecoveryPointTableBuilder` or `recoveryPointTable`. The columns are the table's from now on. */
  constructor(columns: RecoveryPointColumns, index: ResourceIndex, resources: Iterable<number>) {
    this.#columns = columns;
    this.#index = index;
    this.#resources = new Set(resources);
    this.count = [...this.#resources].reduce(
      (sum, resource) => sum + this.#endOf(resource) - this.#startOf(resource),
      0,
    );
  }

  /** The points of one resource, wherever their vaults are. */
  of(resourceArn: string): RecoveryPoints {
    const resource = this.#columns.resources.find(resourceArn);
    if (!this.#resources.has(resource)) return new RecoveryPointView(this.#columns, 0, 0);
    return new RecoveryPointView(this.#columns, this.#startOf(resource), this.#endOf(resource));
  }

  /** The points of these resources alone. It shares the columns and copies nothing. */
  part(resourceArns: Iterable<string>): RecoveryPointTable {
    const { resources } = this.#columns;
    const numbers = [...resourceArns].toSorted(compare).map((arn) => resources.find(arn));
    return new RecoveryPointTable(
      this.#columns,
      this.#index,
      numbers.filter((number) => this.#resources.has(number)),
    );
  }

  /** A malware scan found something in a point of some resource. */
  get hasInfected(): boolean {
    return this.#columns.hasInfected;
  }

  /** The ARNs of all resources that have points, sorted. */
  resourceArns(): readonly string[] {
    const { resources } = this.#columns;
    return Array.from(this.#resources, (number) => resources.get(number) ?? '');
  }

  /** A hash of the points of each resource that has some, in the order of the resources: quicker than over their JSON. */
  *hashes(): Generator<HashedPoints> {
    const { resources } = this.#columns;
    const hashOf = pointHasher(this.#columns);
    for (const number of this.#resources) {
      const [start, end] = [this.#startOf(number), this.#endOf(number)];
      yield { count: end - start, resourceArn: resources.get(number) ?? '', sha256: hashOf(start, end) };
    }
  }

  *[Symbol.iterator](): Iterator<RecoveryPoint> {
    for (const row of this.#rows()) yield this.#columns.point(row);
  }

  /** Each point in canonical JSON, in canonical order: what iterating gives, several times as fast. */
  *canonicalJson(): Generator<string> {
    const write = pointJsonWriter(this.#columns);
    for (const row of this.#rows()) yield write(row);
  }

  *#rows(): Generator<number> {
    for (const resource of this.#resources) {
      for (let row = this.#startOf(resource); row < this.#endOf(resource); row++) yield row;
    }
  }

  #startOf(resource: number): number {
    return this.#index.starts[resource] ?? 0;
  }

  #endOf(resource: number): number {
    return this.#index.ends[resource] ?? 0;
  }
}

/** A table of points given as values: for tests and for what was made by hand. */
export function recoveryPointTable(points: Iterable<RecoveryPoint>): RecoveryPointTable {
  const builder = new RecoveryPointTableBuilder();
  for (const point of points) builder.append(point);
  return builder.build();
}

/** The points of one resource, by what is hashed of them. */
export interface HashedPoints {
  readonly resourceArn: string;
  readonly count: number;
  readonly sha256: string;
}

class RecoveryPointView implements RecoveryPoints {
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
    while (first < end && this.#columns.createdAt.get(first) < from) first++;
    return new RecoveryPointView(this.#columns, first, end, this.#infected);
  }
  withInfected(rows: readonly number[]): RecoveryPoints {
    const infected = new Set([...(this.#infected ?? []), ...rows.map((row) => this.#row(row))]);
    return new RecoveryPointView(this.#columns, this.#start, this.#start + this.count, infected);
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
    return this.#columns.lastRestoredAt.get(this.#row(row)) || NaN;
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
