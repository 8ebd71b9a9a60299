import { noTally, TALLY_KINDS } from '@backproof/core';
import type { ReportedRun } from '@backproof/core';
import type { TrendPoint } from '@backproof/report-html';
import { UsageError } from './usage-error.js';

/** The most earlier runs that a trend has: more would not be visible. */
const MOST_POINTS = 200;

type Judged = Pick<ReportedRun, 'now' | 'scopes' | 'rules'>;

/**
 * Finds out before a long scan that a ledger has no runs to show a trend of.
 * @throws UsageError if so
 * @throws LedgerError if it cannot be read
 */
export async function checkTrend(folder: string): Promise<void> {
  const { openLedger } = await import('@backproof/ledger');
  if ((await openLedger(folder)).manifests.length > 0) return;
  throw new UsageError(`no ledger in ${folder}. Record a run with: backproof scan --ledger FOLDER`);
}

/**
 * The newest earlier runs in a ledger that judged the same accounts, Regions and rules: only these can be compared.
 * @throws LedgerError if the ledger cannot be read
 */
export async function trendBefore(folder: string, run: Judged): Promise<readonly TrendPoint[]> {
  const { openLedger, readRows, runHeader, TABLES } = await import('@backproof/ledger');
  const subject = subjectOf(run);
  const now = Date.parse(run.now);
  const points = new Map<string, TrendPoint>();
  for await (const row of readRows(await openLedger(folder), TABLES.runs)) {
    const header = runHeader(row);
    if (Date.parse(header.now) >= now || subjectOf(header) !== subject) continue;
    points.set(header.now, { now: header.now, tally: sumOfTallies(header) });
  }
  return [...points.values()].sort((a, b) => Date.parse(a.now) - Date.parse(b.now)).slice(-MOST_POINTS);
}

/** The subject of a run as text: its accounts, Regions and rules. */
function subjectOf({ scopes, rules }: Judged): string {
  const places = scopes.map(({ accountId, region }) => `${accountId} ${region}`).sort();
  const judging = rules.flatMap(({ id, off }) => (off ? [] : [id])).sort();
  return JSON.stringify([places, judging]);
}

function sumOfTallies({ rules }: Pick<Judged, 'rules'>): TrendPoint['tally'] {
  const sum = noTally();
  for (const { tally } of rules) for (const kind of TALLY_KINDS) sum[kind] += tally[kind];
  return sum;
}
