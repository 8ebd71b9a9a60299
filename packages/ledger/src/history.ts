import { groupBy, InventoryBuilder, scopeKey, unionOfSpans } from '@backproof/core';
import type { Instant, Inventory, JobHistory } from '@backproof/core';
import { openLedger } from './chain.js';
import type { Ledger } from './chain.js';
import { readJobs } from './read-jobs.js';
import { readRows } from './read-table.js';
import { TABLES } from './tables/index.js';
import { jobHistoryOf, restoreJobOf } from './tables/jobs.js';

/**
 * Reads the history of an inventory from a ledger, as recorded before a point in time: the restore jobs, and the times for
 * which all of them are recorded. No rule needs older backup and copy jobs than AWS itself lists.
 *
 * @throws LedgerError if the ledger cannot be read
 */
export async function readHistory(folder: string, before: Instant): Promise<Inventory> {
  const ledger = await openLedger(folder);
  const builder = new InventoryBuilder(before - 1);
  const jobs = await readJobs(ledger, TABLES.restoreJobs, { before });
  for (const job of jobs) builder.add('restoreJobs', restoreJobOf(job));
  for (const history of await restoreHistories(ledger, before)) builder.add('jobHistories', history);
  return builder.build();
}

/** The times of which all restore jobs are known, scope by scope. What was pruned is known no more. */
async function restoreHistories(ledger: Ledger, before: Instant): Promise<readonly JobHistory[]> {
  const histories: JobHistory[] = [];
  for await (const row of readRows(ledger, TABLES.jobHistories, { before })) {
    if (row.jobKind === 'restoreJobs') histories.push(jobHistoryOf(row));
  }
  const kept = ledger.prunedBefore === undefined ? -Infinity : Date.parse(ledger.prunedBefore);
  return [...groupBy(histories, ({ scope }) => scopeKey(scope)).values()].flatMap((ofScope) =>
    unionOfSpans(ofScope).flatMap(({ from, to }): readonly JobHistory[] => {
      const [first] = ofScope;
      return first === undefined || to < kept ? [] : [{ ...first, from: Math.max(from, kept), to }];
    }),
  );
}
