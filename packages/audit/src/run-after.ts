import { compare } from '@backproof/core';
import { readTable, TABLES } from '@backproof/ledger';
import type { Ledger } from '@backproof/ledger';
import type { RunRef } from './run-ref.js';
import { GRACE } from './coverage.js';
import type { Period } from './period.js';
import { iso } from './run-ref.js';

/**
 * Finds the first run after a period that is no later than runs may be apart: it shows that the period is covered to its end.
 * @throws LedgerError if a part was changed or is missing
 */
export async function runAfter(ledger: Ledger, { until }: Period, cadenceMs: number): Promise<RunRef | undefined> {
  const found: RunRef[] = [];
  const before = until + cadenceMs + GRACE;
  const range = { since: iso(until).slice(0, 10), before };
  for await (const { count, columns } of readTable(ledger, TABLES.runs, ['runId', 'takenAt'], range)) {
    for (let row = 0; row < count; row++) {
      const [id, takenAt] = [columns.runId[row], columns.takenAt[row]];
      if (id !== undefined && takenAt !== undefined && until <= takenAt && takenAt <= before) {
        found.push({ id, at: iso(takenAt) });
      }
    }
  }
  return found.sort((a, b) => compare(a.at, b.at) || compare(a.id, b.id))[0];
}
