import { readTable, TABLES } from '@backproof/ledger';
import type { Ledger } from '@backproof/ledger';

/**
 * The last completed restore of each resource that the ledger knows since it began, by ARN: when it began.
 * @param until the moment before which restores count
 * @throws LedgerError if a part was changed or is missing
 */
export async function lastRestores(ledger: Ledger, until: number): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>();
  const fields = ['sourceResourceArn', 'status', 'createdAt'] as const;
  for await (const { count, columns } of readTable(ledger, TABLES.restoreJobs, fields, {})) {
    for (let row = 0; row < count; row++) {
      const arn = columns.sourceResourceArn[row];
      const createdAt = columns.createdAt[row];
      if (arn === undefined || createdAt === undefined) continue;
      if (columns.status[row] !== 'COMPLETED' || createdAt >= until) continue;
      found.set(arn, Math.max(found.get(arn) ?? 0, createdAt));
    }
  }
  return found;
}
