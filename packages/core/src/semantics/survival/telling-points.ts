import type { Instant } from '../../model/instant.js';
import type { RecoveryPoints } from '../../model/recovery-point.js';
import type { DeletionGuard, DeletionGuards } from '../deletion-guard.js';
import type { Loss } from './loss.js';

/** The question whose answer rests on recovery points. */
export interface Asked {
  readonly now: Instant;
  readonly losses: readonly Loss[];
  readonly guards: DeletionGuards;
  /** The points that were restored successfully. */
  readonly restored: ReadonlySet<string>;
}

/**
 * Chooses, of many recovery points, those that an answer about these losses can rest on. A loss treats points alike that
 * lie in one vault under one key; so of such points matter the oldest, and of those from before now and before each
 * corruption the newest, the newest that was restored, and the one that is kept the longest.
 *
 * @param rows - rows of the points, from old to new
 */
export function tellingRows(points: RecoveryPoints, rows: readonly number[], asked: Asked): readonly number[] {
  const { now, losses } = asked;
  const moments = [now, ...losses.flatMap((loss) => (loss.kind === 'late' ? now - loss.foundAfterMs : []))];
  const telling: number[] = [];
  for (const alike of rowsAlike(points, rows, asked.guards)) {
    const [oldest] = alike;
    if (oldest === undefined) continue;
    // A continuous point restores a window of its own.
    if (points.continuous(oldest)) telling.push(...alike);
    else telling.push(oldest, ...moments.flatMap((moment) => tellingAt(moment, points, alike, asked.restored)));
  }
  return [...new Set(telling)].sort((a, b) => a - b);
}

/** Groups rows of points that a loss treats alike. */
function rowsAlike(
  points: RecoveryPoints,
  rows: readonly number[],
  guards: DeletionGuards,
): readonly (readonly number[])[] {
  const groups: { readonly first: number; readonly guard: DeletionGuard | undefined; readonly rows: number[] }[] = [];
  const guardOf = (row: number): DeletionGuard | undefined => guards(points.vaultArn(row), points.arn(row));
  for (const row of rows) {
    const known = groups.find(
      ({ first, guard }) => points.areAlike(first, row) && (guard?.byPoint !== true || guard === guardOf(row)),
    );
    if (known === undefined) groups.push({ first: row, guard: guardOf(row), rows: [row] });
    else known.rows.push(row);
  }
  return groups.map((group) => group.rows);
}

/** Those of alike points that matter at a moment; of several that are as new or kept as long, the first. */
function tellingAt(
  moment: Instant,
  points: RecoveryPoints,
  alike: readonly number[],
  restored: ReadonlySet<string>,
): readonly number[] {
  let newest: number | undefined;
  let restoredLast: number | undefined;
  let keptLongest: number | undefined;
  const keptUntil = (row: number): Instant => points.deleteAt(row) || Infinity;
  for (const row of alike) {
    if (points.createdAt(row) > moment) break;
    if (newest === undefined || points.createdAt(row) > points.createdAt(newest)) newest = row;
    if (keptLongest === undefined || keptUntil(row) > keptUntil(keptLongest)) keptLongest = row;
    if (restored.size > 0 && restored.has(points.arn(row))) restoredLast = row;
  }
  return [newest, restoredLast, keptLongest].filter((row) => row !== undefined);
}
