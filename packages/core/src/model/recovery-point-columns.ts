import { ArnColumn, NumberColumn, StringPool } from './columns.js';
import type { ArnColumnData, NumberColumnData } from './columns.js';
import { defined } from './defined.js';
import type { Instant } from './instant.js';
import { eachNumber, NUMBERS, PLAIN, POOLED } from './recovery-point-numbers.js';
import type { NumberColumns, NumberField } from './recovery-point-numbers.js';
import { OriginPool } from './recovery-point-origin.js';
import type { Origin } from './recovery-point-origin.js';
import { RECOVERY_POINT_STATUSES } from './recovery-point.js';
import type { RecoveryPoint, RecoveryPointStatus } from './recovery-point.js';

/** Flags of a point. Hashes hold them: a number is never given to another flag. */
export const CONTINUOUS = 1;
export const PARENT = 2;
export const DELETE_AFTER_COPY = 4;
export const INFECTED = 8;
const ENCRYPTED = 16;
const UNENCRYPTED = 32;

/** Recovery points as plain data, which may be stored and read again. */
export interface RecoveryPointData {
  readonly count: number;
  readonly hasInfected: boolean;
  readonly numbers: Readonly<Record<NumberField, NumberColumnData>>;
  readonly arns: ArnColumnData;
  readonly resources: readonly string[];
  readonly parents: readonly string[];
  readonly origins: readonly Origin[];
}

/** The fields of recovery points, a column each. Instants of 0 stand for none. */
export class RecoveryPointColumns {
  count: number;
  /** A malware scan found something in one of them. */
  hasInfected: boolean;
  readonly resources: StringPool;
  readonly arn: ArnColumn;
  readonly #parents: StringPool;
  readonly #origins: OriginPool;
  readonly numbers: NumberColumns;

  constructor(data?: RecoveryPointData) {
    this.count = data?.count ?? 0;
    this.hasInfected = data?.hasInfected ?? false;
    this.resources = new StringPool(data?.resources);
    this.arn = new ArnColumn(data?.arns);
    this.#parents = new StringPool(data?.parents);
    this.#origins = new OriginPool(data?.origins);
    this.numbers = eachNumber((field) => new NumberColumn(NUMBERS[field], data?.numbers[field]));
  }

  get data(): RecoveryPointData {
    const { count, hasInfected } = this;
    return {
      ...{ count, hasInfected },
      numbers: eachNumber((field) => this.numbers[field].data),
      arns: this.arn.data,
      resources: this.resources.strings,
      parents: this.#parents.strings,
      origins: this.#origins.origins,
    };
  }

  append(point: RecoveryPoint): void {
    const row = this.count++;
    const { numbers } = this;
    this.arn.set(row, point.arn);
    numbers.resource.set(row, this.resources.numberOf(point.resourceArn));
    numbers.createdAt.set(row, point.createdAt);
    numbers.deleteAt.set(row, point.deleteAt ?? 0);
    numbers.origin.set(row, this.#origins.numberOf(point));
    numbers.parent.set(row, this.#parents.numberOf(point.parentArn));
    numbers.status.set(row, RECOVERY_POINT_STATUSES.indexOf(point.status));
    numbers.flags.set(
      row,
      (point.continuous ? CONTINUOUS : 0) |
        (point.isParent ? PARENT : 0) |
        (point.deleteAfterCopy ? DELETE_AFTER_COPY : 0) |
        (point.infected ? INFECTED : 0) |
        (point.encrypted === undefined ? 0 : point.encrypted ? ENCRYPTED : UNENCRYPTED),
    );
    this.hasInfected ||= point.infected === true;
    numbers.completedAt.set(row, point.completedAt ?? 0);
    numbers.moveToColdStorageAt.set(row, point.moveToColdStorageAt ?? 0);
    numbers.lastRestoredAt.set(row, point.lastRestoredAt ?? 0);
    // A size of 0 is what AWS reports for RDS: kept apart from no size at all.
    numbers.size.set(row, point.sizeBytes === undefined ? 0 : point.sizeBytes + 1);
  }

  /** Appends rows of other columns, all by default; faster than point by point, as no point is made. */
  appendRows(other: RecoveryPointColumns, start = 0, end = other.count): void {
    const { resources, numbers } = this;
    const numberOf = {
      resource: translation((number) => resources.numberOf(other.resources.get(number))),
      parent: translation((number) => this.#parents.numberOf(other.#parents.get(number))),
      origin: translation((number) => this.#origins.numberOf(other.#origins.get(number))),
    };
    for (let from = start; from < end; from++) {
      const row = this.count++;
      this.arn.set(row, other.arn.get(from));
      for (const field of PLAIN) numbers[field].set(row, other.numbers[field].get(from));
      for (const field of POOLED) numbers[field].set(row, numberOf[field](other.numbers[field].get(from)));
    }
    this.hasInfected ||= other.hasInfected;
  }

  /** Makes each row what the row of that number in `order` was; rows that are not in `order` are gone. */
  reorder(order: Uint32Array): void {
    this.count = order.length;
    // One after the other, so that no more than one of them is held twice.
    this.arn.reorder(order);
    for (const column of Object.values(this.numbers)) column.reorder(order);
  }

  /** See `RecoveryPoints.areAlike`: no string is made. */
  areAlike(row: number, other: number): boolean {
    const { status, flags } = this.numbers;
    return (
      this.arn.prefixNumber(row) === this.arn.prefixNumber(other) &&
      status.get(row) === status.get(other) &&
      flags.get(row) === flags.get(other) &&
      this.#lieAlike(this.numbers.origin.get(row), this.numbers.origin.get(other))
    );
  }

  /** Returns true if two origins are of one vault and key. */
  #lieAlike(one: number, other: number): boolean {
    if (one === other) return true;
    const [a, b] = [this.#origins.get(one), this.#origins.get(other)];
    return a.vaultArn === b.vaultArn && a.encryptionKeyArn === b.encryptionKeyArn;
  }

  status(row: number): RecoveryPointStatus {
    return RECOVERY_POINT_STATUSES[this.numbers.status.get(row)] ?? 'UNKNOWN';
  }

  flag(row: number, flag: number): boolean {
    return (this.numbers.flags.get(row) & flag) !== 0;
  }

  /** The field of that name. */
  encrypted(row: number): boolean | undefined {
    if (this.flag(row, UNENCRYPTED)) return false;
    return this.flag(row, ENCRYPTED) ? true : undefined;
  }

  /** All flags of a point. */
  flags(row: number): number {
    return this.numbers.flags.get(row);
  }

  originOf(row: number): Origin {
    return this.#origins.get(this.numbers.origin.get(row));
  }

  vaultArn(row: number): string {
    return this.originOf(row).vaultArn;
  }

  resourceArn(row: number): string {
    return this.resources.get(this.numbers.resource.get(row)) ?? '';
  }

  parentArn(row: number): string | undefined {
    return this.#parents.get(this.numbers.parent.get(row));
  }

  sizeBytes(row: number): number | undefined {
    const size = this.numbers.size.get(row);
    return size === 0 ? undefined : size - 1;
  }

  /** The point as a value. */
  point(row: number): RecoveryPoint {
    const origin = this.originOf(row);
    const moment = (column: NumberColumn): Instant | undefined => column.get(row) || undefined;
    const point = defined({
      arn: this.arn.get(row),
      completedAt: moment(this.numbers.completedAt),
      continuous: this.flag(row, CONTINUOUS),
      createdAt: this.numbers.createdAt.get(row),
      deleteAfterCopy: this.flag(row, DELETE_AFTER_COPY),
      deleteAt: moment(this.numbers.deleteAt),
      encrypted: this.encrypted(row),
      encryptionKeyArn: origin.encryptionKeyArn,
      infected: this.flag(row, INFECTED) ? (true as const) : undefined,
      isParent: this.flag(row, PARENT),
      lastRestoredAt: moment(this.numbers.lastRestoredAt),
      moveToColdStorageAt: moment(this.numbers.moveToColdStorageAt),
      parentArn: this.parentArn(row),
      planId: origin.planId,
      resourceArn: this.resourceArn(row),
      resourceType: origin.resourceType,
      ruleId: origin.ruleId,
      sizeBytes: this.sizeBytes(row),
      sourceVaultArn: origin.sourceVaultArn,
      status: this.status(row),
      vaultArn: origin.vaultArn,
    });
    return Object.freeze(point);
  }
}

/** Gives the number that what has a number in one pool has in another; each is looked up once. */
function translation(lookUp: (number: number) => number): (number: number) => number {
  const known: number[] = [];
  return (number) => (known[number] ??= lookUp(number));
}
