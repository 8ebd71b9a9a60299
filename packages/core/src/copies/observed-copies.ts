import { evidenceOfPointAt } from '../rule/evidence-of.js';
import { keptMs } from '../semantics/lifecycle.js';
import { usability } from '../semantics/usable-points.js';
import type { Usability } from '../semantics/usable-points.js';
import type { CopyContext } from './context.js';
import { isTooShort, oldestAllowed } from './copy.js';
import type { Copy, CopyFault } from './copy.js';
import type { Destination } from './destination.js';

/** The resource's recovery points in vaults other than those beside it, newest first, up to one that is too old. */
export function* observedCopies(context: CopyContext): Generator<Copy> {
  const { dossier, prepared, now } = context;
  const { recoveryPoints: points, resource } = dossier;
  for (let row = points.count - 1; row >= 0; row--) {
    const destination = prepared.destinationOf(resource, points.vaultArn(row));
    if (destination === undefined || destination.atHome || isWindow(destination)) continue;
    const kept = keptFor(context, row);
    const usable = usability(points, row, now, prepared.held);
    const fault = faultOf(context, row, destination, kept, usable);
    yield {
      grade: 'observed',
      destination,
      dataAt: points.createdAt(row),
      keptMs: kept,
      ...(points.deleteAt(row) <= now && { heldSince: points.deleteAt(row) }),
      ...(usable === 'past-deletion' && {
        unlessHeld: faultOf(context, row, destination, kept, 'usable') === undefined,
      }),
      fault,
      evidence: () => [evidenceOfPointAt(points, row)],
    };
    if (fault === 'stale') return;
  }
}

/**
 * Returns true if the vault only gives access to copies that lie elsewhere.
 * @source API VaultType; API DescribeBackupVault, SourceBackupVaultArn
 */
function isWindow({ vault }: Destination): boolean {
  return vault?.vaultType === 'RESTORE_ACCESS_BACKUP_VAULT';
}

/**
 * Returns how long a copy is kept. Past the end of its lifecycle a legal hold has kept it until now; until when it will is
 * not known.
 */
function keptFor({ dossier: { recoveryPoints: points }, now }: CopyContext, row: number): number {
  const byLifecycle = keptMs(points, row);
  return points.deleteAt(row) <= now ? Math.max(byLifecycle, now - points.createdAt(row)) : byLifecycle;
}

/** A copy keeps the creation date of its source. @source Developer Guide, recov-point-create-a-copy */
function faultOf(
  context: CopyContext,
  row: number,
  { misplaced }: Destination,
  kept: number,
  usable: Usability,
): CopyFault | undefined {
  const { recoveryPoints: points } = context.dossier;
  if (misplaced !== undefined) return misplaced;
  if (usable === 'infected') return 'only-infected';
  if (usable !== 'usable' && usable !== 'unknown-status') return 'no-usable-copy';
  if (points.createdAt(row) < oldestAllowed(context)) return 'stale';
  if (isTooShort(kept, context)) return 'retention-too-short';
  return usable === 'usable' ? undefined : 'copy-state-unknown';
}
