import { openLedger, readJobs, readRows, readTable, TABLES, verifyLedger } from '@backproof/ledger';
import { answerWith } from '../child.js';
import { stopwatch } from '../stopwatch.js';
import type { Cost } from '../stopwatch.js';

/** The ledger to read. */
export interface ReadQuestion {
  readonly folder: string;
  /** The chain and every file are verified, and nothing is read. */
  readonly verify: boolean;
}

/** What it took to read it. */
export interface ReadMeasures {
  readonly reading: Cost;
  readonly peakRssBytes: number;
  readonly rows: number;
  /** How often an outcome was another than the run before had it. */
  readonly changes: number;
}

const FIELDS = ['ruleId', 'resourceArn', 'resourceType', 'status', 'disposition', 'waiver'] as const;

/**
 * Reads what an audit of all days needs: each run's header, how complete it was, and each outcome of it, held against the
 * one before; and the restores.
 */
answerWith(async ({ folder, verify }: ReadQuestion): Promise<ReadMeasures> => {
  const since = stopwatch();
  const { rows, changes } = verify ? await verified(folder) : await read(folder);
  return { reading: since(), peakRssBytes: process.resourceUsage().maxRSS * 1024, rows, changes };
});

async function read(folder: string): Promise<Pick<ReadMeasures, 'rows' | 'changes'>> {
  const ledger = await openLedger(folder);
  let rows = (await readJobs(ledger, TABLES.restoreJobs)).length;
  let changes = 0;
  for await (const { scopes } of readRows(ledger, TABLES.runs)) rows += Math.sign(scopes);
  for await (const { count } of readTable(ledger, TABLES.populations, ['population', 'status'])) rows += count;
  const last = new Map<string, Map<string, string>>();
  for await (const { count, columns } of readTable(ledger, TABLES.outcomes, FIELDS)) {
    rows += count;
    for (let row = 0; row < count; row++) {
      const rule = columns.ruleId[row] ?? '';
      const arn = columns.resourceArn[row] ?? '';
      const status = columns.status[row] ?? '';
      const ofRule = last.get(rule) ?? new Map<string, string>();
      if (ofRule.size === 0) last.set(rule, ofRule);
      const known = ofRule.get(arn);
      if (known === status) continue;
      if (known !== undefined) changes++;
      ofRule.set(arn, status);
    }
  }
  return { rows, changes };
}

async function verified(folder: string): Promise<Pick<ReadMeasures, 'rows' | 'changes'>> {
  const { faults, parts } = await verifyLedger(folder);
  if (faults.length > 0) throw new Error('the ledger of the benchmark is not intact');
  return { rows: parts, changes: 0 };
}
