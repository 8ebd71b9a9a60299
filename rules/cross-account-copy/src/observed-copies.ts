import { evidenceOfPointAt, keptMs, usability } from '@backproof/core';
import { isTooShort } from './copy.js';
import type { Copy, CopyFault } from './copy.js';
import type { Destination } from './destination.js';
import type { Inquiry } from './inquiry.js';

/** The resource's recovery points in vaults other than those beside it, newest first, up to one that is too old. */
export function* observedCopies(inquiry: Inquiry): Generator<Copy> {
  const { recoveryPoints: points } = inquiry.context.dossier;
  for (let row = points.count - 1; row >= 0; row--) {
    const destination = inquiry.destinationOf(points.vaultArn(row));
    if (destination === undefined || destination.atHome || isWindow(destination)) continue;
    const fault = faultOf(inquiry, row, destination);
    yield {
      grade: 'observed',
      destination,
      dataAt: points.createdAt(row),
      keptMs: keptMs(points, row),
      fault,
      evidence: () => evidenceOfPointAt(points, row),
    };
    if (fault === 'stale') return;
  }
}

/**
 * Whether the vault only gives access to copies that lie elsewhere.
 * @source API VaultType; API DescribeBackupVault, SourceBackupVaultArn
 */
function isWindow({ vault }: Destination): boolean {
  return vault?.vaultType === 'RESTORE_ACCESS_BACKUP_VAULT';
}

/** A copy keeps the creation date of its source. @source Developer Guide, recov-point-create-a-copy */
function faultOf(inquiry: Inquiry, row: number, { misplaced }: Destination): CopyFault | undefined {
  const { recoveryPoints: points } = inquiry.context.dossier;
  if (misplaced !== undefined) return misplaced;
  if (usability(points, row, inquiry.context.now) !== 'usable') return 'no-usable-copy';
  if (points.createdAt(row) < inquiry.oldestAllowed) return 'stale';
  return isTooShort(keptMs(points, row), inquiry) ? 'retention-too-short' : undefined;
}
