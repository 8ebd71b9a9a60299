import { deepFreeze } from '../model/deep-freeze.js';
import type { Inventory } from '../model/inventory.js';
import { RecoveryPointTable } from '../model/recovery-point-table.js';
import type { RecoveryPointTableData } from '../model/recovery-point-table.js';
import type { OwnKind, Partition } from './cut-inventory.js';

/** A partition without the common part, as plain data: for another thread. */
export interface PartitionData extends Omit<Partition, 'inventory'> {
  readonly records: Pick<Inventory, OwnKind>;
  readonly points: RecoveryPointTableData;
}

/** The common part of an inventory as plain data: for another thread. */
export interface CommonData {
  readonly records: Omit<Inventory, 'recoveryPoints'>;
  readonly points: RecoveryPointTableData;
}

export function partitionData({ inventory, own, crossings }: Partition): PartitionData {
  const { resources, backupJobs, copyJobs, restoreJobs, nativeBackups, lockedSnapshots, replicas, recoveryPoints } =
    inventory;
  const records = { resources, backupJobs, copyJobs, restoreJobs, nativeBackups, lockedSnapshots, replicas };
  return { own, crossings, records, points: recoveryPoints.data() };
}

export function commonData({ recoveryPoints, ...records }: Inventory): CommonData {
  return { records, points: recoveryPoints.data() };
}

/** The common part of which this is a copy. It is frozen, as what is judged always is. */
export function commonOfData({ records, points }: CommonData): Inventory {
  return Object.freeze({ ...deepFreeze(records), recoveryPoints: RecoveryPointTable.of(points) });
}

/** The partition of which this is a copy. */
export function partitionOfData({ own, crossings, records, points }: PartitionData, common: Inventory): Partition {
  const recoveryPoints = RecoveryPointTable.of(points);
  return { own, crossings, inventory: Object.freeze({ ...common, ...deepFreeze(records), recoveryPoints }) };
}
