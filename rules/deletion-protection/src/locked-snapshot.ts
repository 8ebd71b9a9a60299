import { ageText, evidenceOfLockedSnapshot } from '@backproof/core';
import type { Evidence, LockedSnapshot, Verdict } from '@backproof/core';
import type { JudgedContext } from './context.js';

/** The locked snapshots of a resource that count, the newest first. */
function lockedSnapshots({ dossier, prepared, now }: JudgedContext): readonly LockedSnapshot[] {
  const counts = ({ startedAt, lockedUntil }: LockedSnapshot): boolean =>
    lockedUntil > now && lockedUntil - startedAt >= prepared.minRetentionMs;
  return dossier.lockedSnapshots.filter(counts).toSorted((a, b) => b.startedAt - a.startedAt);
}

/** The lock of the snapshot that a recovery point is; undefined: it has none that counts. */
export function lockOfPoint(context: JudgedContext, row: number): LockedSnapshot | undefined {
  const pointArn = context.dossier.recoveryPoints.arn(row);
  return lockedSnapshots(context).find(({ arn }) => arn === pointArn);
}

/** Locks are of snapshots alone, and those of copies are not known. Not read, they may protect a point all the same. */
export function mayBeLocked({ dossier }: JudgedContext, row: number): boolean {
  const isSnapshot = dossier.recoveryPoints.arn(row).includes(':snapshot/');
  return isSnapshot && dossier.unread.includes('lockedSnapshots');
}

/** The evidence that says how backups are protected, and not which there are. */
const ABOUT_PROTECTION: ReadonlySet<string> = new Set(['vaultPolicies', 'lockedSnapshots']);

/** The verdict by the newest locked snapshot, whoever made it; undefined: there is none that decides. */
export function judgeLockedSnapshot(context: JudgedContext): Verdict | undefined {
  const { dossier, options, oldestAllowed, unknown } = context;
  const { name, type } = dossier.resource;
  const { count } = dossier.recoveryPoints;
  // Where all must be protected, one snapshot decides only if nothing else can be restored.
  const mayHaveOthers = count > 0 || dossier.unread.some((kind) => !ABOUT_PROTECTION.has(kind));
  const isOneOfMany = options.points === 'all' && mayHaveOthers;
  if (options.where === 'copy' || isOneOfMany) return undefined;
  const [newest] = lockedSnapshots(context);
  if (newest !== undefined && newest.startedAt >= oldestAllowed) return passByLock(context, newest, []);
  const isOfSnapshots = type === 'EBS' || type === 'Storage Gateway';
  const recent = dossier.nativeBackups.some(
    ({ latestRestorableAt = -Infinity }) => latestRestorableAt >= oldestAllowed,
  );
  const mayDecide = isOfSnapshots && recent && dossier.unread.includes('lockedSnapshots');
  return mayDecide ? unknown('snapshot-locks-unread', { name }) : undefined;
}

/** The verdict by a locked snapshot. */
export function passByLock(
  { dossier, now, pass }: JudgedContext,
  { arn, startedAt, lockedUntil, ...snapshot }: LockedSnapshot,
  evidence: readonly Evidence[],
): Verdict {
  const data = {
    name: dossier.resource.name,
    snapshot: arn.slice(arn.lastIndexOf('/') + 1),
    asOf: new Date(startedAt),
    age: ageText(now - startedAt),
    lockedUntil: new Date(lockedUntil),
  };
  const lock = evidenceOfLockedSnapshot({ ...snapshot, arn, startedAt, lockedUntil });
  return pass('snapshot-locked', data, [...evidence, lock]);
}
