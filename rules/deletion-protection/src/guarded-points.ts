import { dataMoment, sameScope, scopeOf, usability } from '@backproof/core';
import type { DeletionGuard, Instant } from '@backproof/core';
import type { JudgedContext } from './context.js';
import { standingOf } from './standing.js';
import type { Standing } from './standing.js';

/** A usable recovery point, and what keeps people from deleting it. */
export interface GuardedPoint {
  readonly row: number;
  /** The newest moment that it restores. */
  readonly dataAt: Instant;
  /** Absent: its vault is not known. */
  readonly guard: DeletionGuard | undefined;
  readonly standing: Standing;
}

/**
 * The usable recovery points that count, newest first. A vault that gives access to another one's points has none of its
 * own, and a legal hold that keeps a point can be lifted: past its deletion date it is not usable here.
 */
export function* guardedPoints(context: JudgedContext): Generator<GuardedPoint> {
  const { dossier, prepared, now } = context;
  const { recoveryPoints: points, nativeBackups, backupJobs } = dossier;
  for (let row = points.count - 1; row >= 0; row--) {
    const vaultArn = points.vaultArn(row);
    if (usability(points, row, now) !== 'usable' || !counts(context, vaultArn)) continue;
    const guard = prepared.guardOf(vaultArn, points.arn(row));
    if (guard?.vault.vaultType === 'RESTORE_ACCESS_BACKUP_VAULT') continue;
    const dataAt = dataMoment(points, row, nativeBackups, backupJobs);
    yield { row, dataAt, guard, standing: standingOf(context, row, guard) };
  }
}

function counts({ dossier, options }: JudgedContext, vaultArn: string): boolean {
  if (options.where === 'any') return true;
  const scope = scopeOf(vaultArn);
  const isPrimary = scope !== undefined && sameScope(scope, dossier.resource);
  return isPrimary === (options.where === 'primary');
}
