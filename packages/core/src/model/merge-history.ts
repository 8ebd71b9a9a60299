import { InventoryBuilder } from './inventory-builder.js';
import type { Inventory } from './inventory.js';
import type { BackupJob, CopyJob, RestoreJob } from './job.js';
import { withSourceResources } from './restored-resource.js';

/** An inventory that cannot be another's history. */
export class HistoryError extends Error {
  override readonly name = 'HistoryError';
}

/**
 * The inventory with the jobs that earlier inventories hold and AWS has forgotten since, and with the times for which
 * those knew all jobs. The newest record of a job stays, as it may contain more: a validation ends after its restore.
 * But a record that only shows that the job began gives way to any other. Merging the same history again changes
 * nothing.
 *
 * @throws HistoryError if an inventory of the history was taken later
 */
export function mergeHistory(inventory: Inventory, earlier: readonly Inventory[]): Inventory {
  const newestFirst = earlier.toSorted((a, b) => b.takenAt - a.takenAt);
  const [newest] = newestFirst;
  if (newest === undefined) return inventory;
  if (newest.takenAt > inventory.takenAt) throw tooNew(newest, inventory);

  const builder = new InventoryBuilder(inventory.takenAt);
  const all = [inventory, ...newestFirst];
  // The points that a job restored may be gone from a later inventory, and with them what tells its resource.
  const restores = all.map(withSourceResources);
  for (const job of merged(restores)) builder.add('restoreJobs', job);
  for (const job of merged(all.map(({ backupJobs }) => backupJobs))) builder.add('backupJobs', job);
  for (const job of merged(all.map(({ copyJobs }) => copyJobs))) builder.add('copyJobs', job);
  for (const history of inventory.jobHistories) builder.add('jobHistories', history);
  for (const history of newestFirst.flatMap(({ jobHistories }) => jobHistories)) {
    builder.add('jobHistories', { ...history, origin: history.origin === 'live' ? 'inventory' : history.origin });
  }
  const { backupJobs, copyJobs, restoreJobs, jobHistories } = builder.build();
  return Object.freeze({ ...inventory, backupJobs, copyJobs, restoreJobs, jobHistories });
}

/**
 * Each job as the first of the lists has it that has more than its beginning, or has it at all. The first list is the
 * inventory's own.
 */
function merged<Job extends BackupJob | CopyJob | RestoreJob>(lists: readonly (readonly Job[])[]): readonly Job[] {
  const [own = [], ...earlier] = lists;
  const jobs = new Map(own.map((job) => [job.id, job]));
  for (const job of earlier.flat()) {
    const known = jobs.get(job.id);
    const saysMore = known?.origin === 'cloudtrail' && job.origin !== 'cloudtrail';
    if (known === undefined || saysMore) jobs.set(job.id, { ...job, origin: job.origin ?? 'inventory' });
  }
  return [...jobs.values()];
}

function tooNew(history: Inventory, inventory: Inventory): HistoryError {
  const [later, sooner] = [history, inventory].map(({ takenAt }) => new Date(takenAt).toISOString());
  return new HistoryError(
    `an inventory of ${String(later)} cannot be the history of one of ${String(sooner)}. Evaluate the newer one, with the older one as its history.`,
  );
}
