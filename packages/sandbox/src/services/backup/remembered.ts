const THIRTY_DAYS = 30 * 24 * 3_600_000;

/**
 * The jobs that AWS still knows of: those that did not end yet, or ended less than 30 days ago.
 *
 * @source API Reference, ListBackupJobs; Developer Guide, Monitoring copy jobs. For restore jobs it is not written
 * down; they are taken to be alike.
 */
export function remembered<Job extends { readonly CompletionDate?: Date | undefined }>(
  jobs: readonly Job[] = [],
  now: number,
): readonly Job[] {
  return jobs.filter(({ CompletionDate }) => !CompletionDate || now - CompletionDate.getTime() < THIRTY_DAYS);
}
