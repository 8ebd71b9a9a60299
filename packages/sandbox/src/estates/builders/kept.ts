import type { Backup } from './backup.js';
import { dayAt, hoursAfter, JOB_HISTORY_DAYS } from './moment.js';

/** AWS deletes a point at some moment in the eight hours after it expired. @source Developer Guide, deleting-backups */
const DELETION_HOURS = 8;

/** Returns whether AWS still lists the jobs of a run at a moment. */
export function isRemembered({ run }: Backup, now: number): boolean {
  return run.day <= dayAt(now) + JOB_HISTORY_DAYS;
}

/** Returns whether a point is still there at a moment. */
export function isKept({ deleteAt }: Backup, now: number): boolean {
  return !deleteAt || hoursAfter(deleteAt, DELETION_HOURS).getTime() > now;
}
