import type { BackupJob, CopyJob } from '../model/job.js';

/** `EXPIRED`: it did not start in its window. `PARTIAL`: parts of a composite are missing. */
const FAILED_STATES: ReadonlySet<string> = new Set(['FAILED', 'EXPIRED', 'ABORTED', 'PARTIAL']);

/** Tells whether a job ended without a whole recovery point. @source API BackupJobState, CopyJobState */
export function isFailedBackup({ state }: BackupJob | CopyJob): boolean {
  return FAILED_STATES.has(state);
}
