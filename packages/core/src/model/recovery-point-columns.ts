import { ArnColumn, NumberColumn, StringPool } from './columns.js';
import { defined } from './defined.js';
import type { Instant } from './instant.js';
import { RECOVERY_POINT_STATUSES } from './recovery-point.js';
import type { RecoveryPoint, RecoveryPointStatus } from './recovery-point.js';

/** Flags of a point. Hashes hold them: a number is never given to another flag. */
export const CONTINUOUS = 1;
export const PARENT = 2;
export const DELETE_AFTER_COPY = 4;
export const INFECTED = 8;

/** The fields that the points of one backup rule in one vault have in common. */
export const ORIGIN_FIELDS = [
  'encryptionKeyArn',
  'planId',
  'resourceType',
  'ruleId',
  'sourceVaultArn',
  'vaultArn',
] as const satisfies (keyof RecoveryPoint)[];

export type Origin = Pick<RecoveryPoint, (typeof ORIGIN_FIELDS)[number]>;

/** Each different origin once. */
class OriginPool {
  readonly #strings = new StringPool();
  readonly #origins: Origin[] = [];
  readonly #numbers = new Map<string, number>();
  #last = 0;

  numberOf(point: RecoveryPoint): number {
    const last = this.#origins[this.#last];
    // Points of one origin are listed together: to compare the strings is quicker than to look each of them up.
    if (last !== undefined && ORIGIN_FIELDS.every((field) => last[field] === point[field])) return this.#last;
    this.#last = this.#numberOf(point);
    return this.#last;
  }

  #numberOf(point: RecoveryPoint): number {
    const key = ORIGIN_FIELDS.map((field) => this.#strings.numberOf(point[field])).join();
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const { encryptionKeyArn, planId, resourceType, ruleId, sourceVaultArn, vaultArn } = point;
    const origin = defined({ encryptionKeyArn, planId, resourceType, ruleId, sourceVaultArn, vaultArn });
    const number = this.#origins.push(origin) - 1;
    this.#numbers.set(key, number);
    return number;
  }

  get(number: number): Origin {
    return this.#origins[number] ?? NO_ORIGIN;
  }
}

const NO_ORIGIN: Origin = { resourceType: '', vaultArn: '' };

/** The fields of recovery points, a column each. Instants of 0 stand for none. */
export class RecoveryPointColumns {
  count = 0;
  /** A malware scan found something in one of them. */
  hasInfected = false;
  readonly resources = new StringPool();
  readonly createdAt = new NumberColumn('float64');
  readonly deleteAt = new NumberColumn('float64');
  readonly lastRestoredAt = new NumberColumn('float64');
  readonly resource = new NumberColumn('uint32');
  readonly arn = new ArnColumn();
  readonly #origins = new OriginPool();
  readonly origin = new NumberColumn('uint32');
  readonly #parents = new StringPool();
  readonly #parent = new NumberColumn('uint32');
  readonly #status = new NumberColumn('uint8');
  readonly #flags = new NumberColumn('uint8');
  readonly completedAt = new NumberColumn('float64');
  readonly moveToColdStorageAt = new NumberColumn('float64');
  readonly #sizeBytes = new NumberColumn('float64');

  append(point: RecoveryPoint): void {
    const row = this.count++;
    this.arn.set(row, point.arn);
    this.resource.set(row, this.resources.numberOf(point.resourceArn));
    this.createdAt.set(row, point.createdAt);
    this.deleteAt.set(row, point.deleteAt ?? 0);
    this.origin.set(row, this.#origins.numberOf(point));
    this.#parent.set(row, this.#parents.numberOf(point.parentArn));
    this.#status.set(row, RECOVERY_POINT_STATUSES.indexOf(point.status));
    this.#flags.set(
      row,
      (point.continuous ? CONTINUOUS : 0) |
        (point.isParent ? PARENT : 0) |
        (point.deleteAfterCopy ? DELETE_AFTER_COPY : 0) |
        (point.infected ? INFECTED : 0),
    );
    this.hasInfected ||= point.infected === true;
    this.completedAt.set(row, point.completedAt ?? 0);
    this.moveToColdStorageAt.set(row, point.moveToColdStorageAt ?? 0);
    this.lastRestoredAt.set(row, point.lastRestoredAt ?? 0);
    // A size of 0 is what AWS reports for RDS: kept apart from no size at all.
    this.#sizeBytes.set(row, point.sizeBytes === undefined ? 0 : point.sizeBytes + 1);
  }

  /** Makes each row what the row of that number in `order` was; rows that are not in `order` are gone. */
  reorder(order: Uint32Array): void {
    this.count = order.length;
    // One after the other, so that no more than one of them is held twice.
    this.createdAt.reorder(order);
    this.deleteAt.reorder(order);
    this.lastRestoredAt.reorder(order);
    this.resource.reorder(order);
    this.arn.reorder(order);
    this.origin.reorder(order);
    this.#parent.reorder(order);
    this.#status.reorder(order);
    this.#flags.reorder(order);
    this.completedAt.reorder(order);
    this.moveToColdStorageAt.reorder(order);
    this.#sizeBytes.reorder(order);
  }

  status(row: number): RecoveryPointStatus {
    return RECOVERY_POINT_STATUSES[this.#status.get(row)] ?? 'UNKNOWN';
  }

  flag(row: number, flag: number): boolean {
    return (this.#flags.get(row) & flag) !== 0;
  }

  /** All flags of a point. */
  flags(row: number): number {
    return this.#flags.get(row);
  }

  originOf(row: number): Origin {
    return this.#origins.get(this.origin.get(row));
  }

  vaultArn(row: number): string {
    return this.originOf(row).vaultArn;
  }

  resourceArn(row: number): string {
    return this.resources.get(this.resource.get(row)) ?? '';
  }

  parentArn(row: number): string | undefined {
    return this.#parents.get(this.#parent.get(row));
  }

  sizeBytes(row: number): number | undefined {
    const size = this.#sizeBytes.get(row);
    return size === 0 ? undefined : size - 1;
  }

  /** The point as a value. */
  point(row: number): RecoveryPoint {
    const origin = this.originOf(row);
    const moment = (column: NumberColumn): Instant | undefined => column.get(row) || undefined;
    const point = defined({
      arn: this.arn.get(row),
      completedAt: moment(this.completedAt),
      continuous: this.flag(row, CONTINUOUS),
      createdAt: this.createdAt.get(row),
      deleteAfterCopy: this.flag(row, DELETE_AFTER_COPY),
      deleteAt: moment(this.deleteAt),
      encryptionKeyArn: origin.encryptionKeyArn,
      infected: this.flag(row, INFECTED) ? (true as const) : undefined,
      isParent: this.flag(row, PARENT),
      lastRestoredAt: moment(this.lastRestoredAt),
      moveToColdStorageAt: moment(this.moveToColdStorageAt),
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
