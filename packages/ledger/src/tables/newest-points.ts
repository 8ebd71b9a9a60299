import { scopeOf } from '@backproof/core';
import type { RecoveryPoint, RecoveryPointTable } from '@backproof/core';
import { LedgerError } from '../ledger-error.js';
import { scopeFields } from './jobs.js';
import { SCOPED } from './table.js';
import type { RecordedRow, ScopedRow, Table } from './table.js';

/** The newest recovery point of a resource in a vault, of each status that points of it have there. */
export type NewestPointRow = ScopedRow & Omit<RecoveryPoint, 'arn'> & { readonly recoveryPointArn: string };

/** Partitioned by the account and Region of the vault, which for a copy are not the resource's. */
export const newestPoints: Table<NewestPointRow> = {
  name: 'newest_points',
  partitionedBy: ['account', 'region'],
  columns: {
    ...SCOPED,
    resourceArn: 'text',
    resourceType: 'text',
    vaultArn: 'text',
    recoveryPointArn: 'text',
    status: 'text',
    createdAt: 'instant',
    completedAt: 'instant',
    deleteAt: 'instant',
    moveToColdStorageAt: 'instant',
    lastRestoredAt: 'instant',
    continuous: 'flag',
    isParent: 'flag',
    parentArn: 'text',
    deleteAfterCopy: 'flag',
    sourceVaultArn: 'text',
    planId: 'text',
    ruleId: 'text',
    encryptionKeyArn: 'text',
    sizeBytes: 'integer',
    infected: 'flag',
    encrypted: 'flag',
  },
};

/** The newest points of an inventory, as rows. */
export function* newestPointRows(recorded: RecordedRow, points: RecoveryPointTable): Generator<NewestPointRow> {
  for (const resourceArn of points.resourceArns()) {
    const ofResource = points.of(resourceArn);
    const seen = new Set<string>();
    for (let row = ofResource.count - 1; row >= 0; row--) {
      const kind = `${ofResource.vaultArn(row)} ${ofResource.status(row)}`;
      if (seen.has(kind)) continue;
      seen.add(kind);
      yield newestPointRow(recorded, ofResource.at(row));
    }
  }
}

function newestPointRow(recorded: RecordedRow, { arn, ...point }: RecoveryPoint): NewestPointRow {
  const scope = scopeOf(point.vaultArn);
  if (scope === undefined)
    throw new LedgerError(`the recovery point ${arn} has no valid vault ARN: "${point.vaultArn}"`);
  return { ...recorded, ...scopeFields(scope), ...point, recoveryPointArn: arn };
}
