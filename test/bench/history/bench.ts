import { ask, startChild } from '../child.js';
import { costText, countText, targetResults } from '../report.js';
import type { BenchReport, Target } from '../report.js';
import { stopwatch } from '../stopwatch.js';
import type { Cost } from '../stopwatch.js';
import { restoredEstate } from './estate.js';
import { scanForRestores } from './scan.js';

const SIZE = { accounts: 20, restores: 2500 };
const EVENT_NAMES = 3;
const PAGE = 50;
const PAGES_A_SECOND = 2;

type Measures = Cost & Awaited<ReturnType<typeof scanForRestores>>;

/** The seconds that CloudTrail's rate takes for one account; all accounts are read at the same time. */
const LEAST_SECONDS = (EVENT_NAMES * SIZE.restores) / PAGE / PAGES_A_SECOND;

const TARGETS: readonly Target<Measures>[] = [
  { target: 'time against that of the rate', limit: 1.2, measure: ({ wallMs }) => wallMs / 1000 / LEAST_SECONDS },
];

/** A scan of 20 accounts with 2,500 restores in the event history of each, in real time. */
export async function historyBench(): Promise<BenchReport> {
  const server = startChild(new URL('server.js', import.meta.url));
  try {
    const served = await ask<Parameters<typeof scanForRestores>[1]>(server, SIZE);
    const elapsed = stopwatch();
    const scanned = await scanForRestores(restoredEstate(SIZE), served);
    const measures = { ...scanned, ...elapsed() };
    const { lookups, restores, tested } = scanned;
    const found = `${countText(restores)} restores in ${countText(lookups)} lookups, ${countText(tested)} resources tested`;
    return {
      measures,
      rows: [
        ['found', found],
        ['scanning', `${costText(measures)}; the rate alone takes ${String(LEAST_SECONDS)} s`],
      ],
      targets: targetResults(TARGETS, measures),
    };
  } finally {
    server.kill();
  }
}
