import type { WorldScope } from '../../world/world.js';
import { copyOf, recoveryPoint, type Backup } from './backup.js';
import { copyJob } from './jobs.js';
import { isKept, isRemembered } from './kept.js';
import type { EstateVault } from './vault.js';

/** The copies that a history lacks, or whose copies were copied on. */
export interface CopyHistory {
  /** From that day on no copy was made: its job failed with this message, or the copy action was not yet in the rule. */
  readonly uncopied?: { readonly since: number; readonly message?: string };
  /** Each copy was copied on to there, and is gone itself. */
  readonly onward?: EstateVault;
}

/** The copies of a backup that are left at a moment, and the jobs that made them. */
export function copiesOf(backup: Backup, { uncopied, onward }: CopyHistory, now: number): readonly WorldScope[] {
  const { copyTo } = backup.run.rule;
  if (!copyTo) return [];
  const copy = copyOf(backup, copyTo);
  const isMissing = uncopied !== undefined && backup.run.day <= uncopied.since;
  if (isMissing) {
    const failed = uncopied.message !== undefined && isRemembered(backup, now);
    return failed ? [copyJob(backup, copy, uncopied.message)] : [];
  }
  if (onward) return copiedOn(backup, copy, onward, now);
  const accessible = copyTo.accessVault ? [copyOf(copy, copyTo.accessVault)] : [];
  return [
    ...[copy, ...accessible].filter((each) => isKept(each, now)).map(recoveryPoint),
    ...(isRemembered(backup, now) ? [copyJob(backup, copy)] : []),
  ];
}

/** The copy of a copy that is gone, and the jobs that made both. */
function copiedOn(backup: Backup, copy: Backup, to: EstateVault, now: number): readonly WorldScope[] {
  const last = copyOf(copy, to);
  const jobs = isRemembered(backup, now) ? [copyJob(backup, copy), copyJob(copy, last)] : [];
  return [...(isKept(last, now) ? [recoveryPoint(last)] : []), ...jobs];
}
