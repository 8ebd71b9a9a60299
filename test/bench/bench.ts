/**
 * Measures Backproof at work: `npm run bench` all of it, `npm run bench -- scan`, `evaluate`, `parts`, `history`, `reports` or `ledger` a part.
 * Tables go to stderr, the same as JSON to stdout; the exit code is 1 if a target is missed.
 */
import { parseArgs } from 'node:util';
import { evaluateBench } from './evaluate/bench.js';
import type { BenchReport } from './report.js';
import { table } from './report.js';
import { historyBench } from './history/bench.js';
import { ledgerBench } from './ledger/bench.js';
import { partsBench } from './parts/bench.js';
import { reportsBench } from './reports/bench.js';
import { scanBench } from './scan/bench.js';
import type { SizeOptions } from './size.js';

const BENCHES: Readonly<Record<string, (size: SizeOptions) => Promise<BenchReport>>> = {
  evaluate: evaluateBench,
  scan: scanBench,
  parts: partsBench,
  history: historyBench,
  reports: reportsBench,
  ledger: ledgerBench,
};

const { names, size } = readArguments();
const reports: Record<string, object> = {};
for (const [name, bench] of Object.entries(BENCHES)) {
  if (!names.includes(name)) continue;
  const report = await bench(size);
  process.stderr.write(`${name}\n${table(report)}\n`);
  reports[name] = { ...report.measures, targets: report.targets };
  if (report.targets.some(({ met }) => !met)) process.exitCode = 1;
}
process.stdout.write(`${JSON.stringify(reports, undefined, 2)}\n`);

/** @throws if a benchmark is asked for that there is not, or a size that is no number */
function readArguments(): { readonly names: readonly string[]; readonly size: SizeOptions } {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      size: { type: 'string' },
      resources: { type: 'string' },
      points: { type: 'string' },
      days: { type: 'string' },
      latency: { type: 'string' },
      pages: { type: 'string' },
      threads: { type: 'string' },
      'no-phases': { type: 'boolean' },
    },
  });
  const known = Object.keys(BENCHES);
  const stranger = positionals.find((name) => !known.includes(name));
  if (stranger !== undefined) throw new Error(`there is no benchmark "${stranger}". Name ${known.join(' or ')}.`);
  const { size, pages, 'no-phases': noPhases, ...numbers } = values;
  const [resources, points, days] = [numbers.resources, numbers.points, numbers.days].map(numberOf);
  const [latency, threads] = [numbers.latency, numbers.threads].map(numberOf);
  const sizes = { size, pages, resources, points, days, latency, threads, noPhases };
  return { names: positionals.length === 0 ? known : positionals, size: sizes };
}

function numberOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (!(number > 0)) throw new Error(`"${text}" is no size. Write a number above 0.`);
  return number;
}
