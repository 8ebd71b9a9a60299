import type { RestoreJob } from '../../model/job.js';

/** The successful restores among jobs. */
export interface RestoresSeen {
  /** The recovery points that were restored. */
  readonly restored: ReadonlySet<string>;
  /** The longest of the last ones, in milliseconds; undefined: none is known. */
  readonly longestMs: number | undefined;
}

const RESTORES_COUNTED = 3;

const NONE_SEEN: RestoresSeen = Object.freeze({ restored: new Set<string>(), longestMs: undefined });

/** Finds the points that were restored successfully, and how long that took. The jobs are newest first. */
export function restoresSeen(jobs: readonly RestoreJob[]): RestoresSeen {
  if (jobs.length === 0) return NONE_SEEN;
  const good = jobs.filter(
    ({ status, validationStatus = 'SUCCESSFUL' }) => status === 'COMPLETED' && validationStatus === 'SUCCESSFUL',
  );
  const times = good.flatMap(({ createdAt, completedAt }) =>
    completedAt === undefined ? [] : [completedAt - createdAt],
  );
  const last = times.slice(0, RESTORES_COUNTED);
  return {
    restored: new Set(good.flatMap(({ recoveryPointArn }) => recoveryPointArn ?? [])),
    longestMs: last.length === 0 ? undefined : Math.max(...last),
  };
}
