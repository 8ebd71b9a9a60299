import { ArnColumn, NumberColumn, StringPool } from './columns.js';
import { defined } from './defined.js';
import type { Instant } from './instant.js';
import { RECOVERY_POINT_STATUSES } from './recovery-point.js';
import type { RecoveryPoint, RecoveryPointStatus } from './recovery-point.js';

/** Flags of a point. */
export const CONTINUOUS = 1;
export const PARENT = 2;
export const DELETE_AFTER_COPY = 4;

/** The fields of recovery points, a column each, in the order in which the points came. Instants of 0 stand for none. */
export class RecoveryPointColumns {
  count = 0;
  readonly resources = new StringPool();
  readonly createdAt = new NumberColumn('float64');
  readonly deleteAt = new NumberColumn('float64');
  readonly resource = new NumberColumn('uint32');
  readonly arn = new ArnColumn();
  readonly #strings = new StringPool();
  readonly #status = new NumberColumn('uint8');
  readonly #flags = new NumberColumn('uint8');
  readonly #completedAt = new NumberColumn('float64');
  readonly #moveToColdStorageAt = new NumberColumn('float64');
  readonly #lastRestoredAt = new NumberColumn('float64');
  readonly #sizeBytes = new NumberColumn('float64');
  readonly #vault = new NumberColumn('uint32');
  readonly #type = new NumberColumn('uint32');
  readonly #parent = new NumberColumn('uint32');
  readonly #sourceVault = new NumberColumn('uint32');
  readonly #plan = new NumberColumn('uint32');
  readonly #rule = new NumberColumn('uint32');
  readonly #key = new NumberColumn('uint32');

  append(point: RecoveryPoint): void {
    const row = this.count++;
    const strings = this.#strings;
    this.arn.set(row, point.arn);
    this.resource.set(row, this.resources.numberOf(point.resourceArn));
    this.createdAt.set(row, point.createdAt);
    this.deleteAt.set(row, point.deleteAt ?? 0);
    this.#status.set(row, RECOVERY_POINT_STATUSES.indexOf(point.status));
    this.#flags.set(
      row,
      (point.continuous ? CONTINUOUS : 0) |
        (point.isParent ? PARENT : 0) |
        (point.deleteAfterCopy ? DELETE_AFTER_COPY : 0),
    );
    this.#completedAt.set(row, point.completedAt ?? 0);
    this.#moveToColdStorageAt.set(row, point.moveToColdStorageAt ?? 0);
    this.#lastRestoredAt.set(row, point.lastRestoredAt ?? 0);
    // A size of 0 is what AWS reports for RDS: kept apart from no size at all.
    this.#sizeBytes.set(row, point.sizeBytes === undefined ? 0 : point.sizeBytes + 1);
    this.#vault.set(row, strings.numberOf(point.vaultArn));
    this.#type.set(row, strings.numberOf(point.resourceType));
    this.#parent.set(row, strings.numberOf(point.parentArn));
    this.#sourceVault.set(row, strings.numberOf(point.sourceVaultArn));
    this.#plan.set(row, strings.numberOf(point.planId));
    this.#rule.set(row, strings.numberOf(point.ruleId));
    this.#key.set(row, strings.numberOf(point.encryptionKeyArn));
  }

  status(row: number): RecoveryPointStatus {
    return RECOVERY_POINT_STATUSES[this.#status.get(row)] ?? 'UNKNOWN';
  }

  flag(row: number, flag: number): boolean {
    return (this.#flags.get(row) & flag) !== 0;
  }

  vaultArn(row: number): string {
    return this.#strings.get(this.#vault.get(row)) ?? '';
  }

  point(row: number): RecoveryPoint {
    const text = (column: NumberColumn): string | undefined => this.#strings.get(column.get(row));
    const moment = (column: NumberColumn): Instant | undefined => column.get(row) || undefined;
    const size = this.#sizeBytes.get(row);
    return Object.freeze({
      arn: this.arn.get(row),
      vaultArn: this.vaultArn(row),
      resourceArn: this.resources.get(this.resource.get(row)) ?? '',
      resourceType: text(this.#type) ?? '',
      status: this.status(row),
      createdAt: this.createdAt.get(row),
      deleteAfterCopy: this.flag(row, DELETE_AFTER_COPY),
      continuous: this.flag(row, CONTINUOUS),
      isParent: this.flag(row, PARENT),
      ...defined({
        completedAt: moment(this.#completedAt),
        deleteAt: moment(this.deleteAt),
        moveToColdStorageAt: moment(this.#moveToColdStorageAt),
        parentArn: text(this.#parent),
        sourceVaultArn: text(this.#sourceVault),
        planId: text(this.#plan),
        ruleId: text(this.#rule),
        encryptionKeyArn: text(this.#key),
        lastRestoredAt: moment(this.#lastRestoredAt),
        sizeBytes: size === 0 ? undefined : size - 1,
      }),
    });
  }
}
