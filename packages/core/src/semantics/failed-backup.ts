import type { BackupJob, CopyJob } from '../model/job.js';

/** `EXPIRED`: it did not start in its window. `PARTIAL`: parts of a composite are missing. */
const FAILED_STATES: ReadonlySet<string> = new Set(['FAILED', 'EXPIRED', 'ABORTED', 'PARTIAL']);

/** Returns true if a job ended without a complete recovery point. @source API BackupJobState, CopyJobState */
export function isFailedBackup({ state }: BackupJob | CopyJob): boolean {
  return FAILED_STATES.has(state);
}
