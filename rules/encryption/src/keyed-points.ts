import { usability } from '@backproof/core';
import type { Context } from './context.js';

/** The usable points of a resource that one key encrypts in one vault, the newest first. */
export interface KeyedPoints {
  readonly vaultArn: string;
  /** Absent: AWS names no key. */
  readonly keyArn: string | undefined;
  /** Undefined: it is not known whether they are. */
  readonly encrypted: boolean | undefined;
  readonly rows: readonly number[];
}

/**
 * Groups the usable points of a resource. A vault that gives access to another one's points has none of its own. What
 * lies in an air-gapped vault is always encrypted.
 *
 * @source Developer Guide, logicallyairgappedvault
 */
export function keyedPoints({ dossier, prepared, now }: Context): readonly KeyedPoints[] {
  const { recoveryPoints: points } = dossier;
  const groups = new Map<string, KeyedPoints & { readonly rows: number[] }>();
  for (let row = points.count - 1; row >= 0; row--) {
    const vaultArn = points.vaultArn(row);
    const type = prepared.vaults.get(vaultArn)?.vaultType;
    if (type === 'RESTORE_ACCESS_BACKUP_VAULT' || usability(points, row, now) !== 'usable') continue;
    const keyArn = points.encryptionKeyArn(row);
    const encrypted = points.encrypted(row) ?? (type === 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT' ? true : undefined);
    const name = [vaultArn, keyArn ?? '', String(encrypted)].join('\n');
    const group = groups.get(name) ?? { vaultArn, keyArn, encrypted, rows: [] };
    groups.set(name, group);
    group.rows.push(row);
  }
  return [...groups.values()];
}

/** The row of the newest point in a status that AWS added later: it may be usable. */
export function newestDoubtful({ dossier: { recoveryPoints: points }, now }: Context): number | undefined {
  for (let row = points.count - 1; row >= 0; row--) {
    if (usability(points, row, now) === 'unknown-status') return row;
  }
  return undefined;
}

/** The number of points in groups. */
export function countOf(groups: readonly KeyedPoints[]): number {
  return groups.reduce((sum, { rows }) => sum + rows.length, 0);
}

/** The newest point of groups. @throws RangeError if they have none */
export function newestOf(groups: readonly KeyedPoints[]): number {
  const newest = Math.max(...groups.flatMap(({ rows }) => rows.slice(0, 1)));
  if (newest < 0) throw new RangeError('there is no recovery point');
  return newest;
}
