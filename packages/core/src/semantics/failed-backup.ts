import type { BackupJob } from '../model/job.js';

/** `EXPIRED`: it did not start in its window. `PARTIAL`: parts of a composite are missing. */
const FAILED_STATES: ReadonlySet<string> = new Set(['FAILED', 'EXPIRED', 'ABORTED', 'PARTIAL']);

/** Whether the job came to an end without a whole recovery point. @source API BackupJobState */
export function isFailedBackup({ state }: BackupJob): boolean {
  return FAILED_STATES.has(state);
}
