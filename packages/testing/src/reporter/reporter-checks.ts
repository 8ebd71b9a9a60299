import { join } from 'node:path';
import { schemaFaults, sha256 } from '@backproof/core';
import type { Outcome, ReportedRun, Reporter } from '@backproof/core';
import { manyOutcomes, REPORTED_RUNS } from '../reported-runs/index.js';
import { atMoment } from './at-moment.js';
import { differencesFromGolden } from './golden-file.js';
import { liveBytes } from './live-bytes.js';

/** The test of a reporter. */
export interface ReporterTest {
  /** The folder of its golden files, which are named after the runs. */
  readonly golden: string;
  /** Over the reporter's defaults. */
  readonly options?: object;
}

/** A requirement on a reporter, and its violations, in words. */
export interface ReporterCheck {
  readonly name: string;
  readonly faults: (reporter: Reporter, test: ReporterTest) => readonly string[];
}

const LARGE = 50_000;
const SMALL = 5_000;
const HUGE = 250_000;
/** The most memory that a reporter may keep for a huge run beyond a small one, in bytes: 33 for each outcome. */
const HOLDS_AT_MOST = 2 ** 23;

const runs = Object.entries(REPORTED_RUNS);

/** The requirements on a reporter. */
export const REPORTER_CHECKS: readonly ReporterCheck[] = [
  ...runs.map(([name, run]) => ({
    name: `writes the ${name} run as its golden file says`,
    faults: (reporter: Reporter, { golden, options }: ReporterTest) =>
      differencesFromGolden(join(golden, `${name}${reporter.extension}`), textOf(reporter, run, options)),
  })),
  {
    name: `writes ${LARGE} outcomes with the hash of its golden file`,
    faults: (reporter, { golden, options }) =>
      differencesFromGolden(join(golden, `${LARGE}-outcomes.sha256`), hashLine(reporter, manyOutcomes(LARGE), options)),
  },
  {
    name: 'writes the same bytes again, whatever the clock says, and of outcomes that are made as they are read',
    faults: (reporter, { options }) =>
      runs.flatMap(([name, run]) => {
        const first = atMoment(0, () => textOf(reporter, run, options));
        const again = atMoment(Date.UTC(2040, 1, 29, 1, 2, 3), () => textOf(reporter, made(run), options));
        return first === again ? [] : [`the ${name} run is written in two ways`];
      }),
  },
  {
    name: 'declares defaults that fit its schema',
    faults: ({ options: { schema, defaults } }) =>
      schemaFaults(schema, defaults).map(({ path, message }) => `its defaults: ${[...path, message].join(' ')}`),
  },
  {
    name: 'refuses an option that it does not have',
    faults: (reporter) => {
      try {
        reporter.render(REPORTED_RUNS.empty, { 'no such option': true });
      } catch {
        return [];
      }
      return ['it accepts an option "no such option": its schema needs "additionalProperties: false"'];
    },
  },
  {
    name: `holds no more of ${HUGE} outcomes than of ${SMALL}`,
    faults: (reporter, { options }) => {
      const growth = peakBytes(reporter, HUGE, options) - peakBytes(reporter, SMALL, options);
      const mebibytes = (bytes: number): string => (bytes / 2 ** 20).toFixed(1);
      if (growth <= HOLDS_AT_MOST) return [];
      return [`it keeps ${mebibytes(growth)} MiB more in memory; ${mebibytes(HOLDS_AT_MOST)} MiB are allowed`];
    },
  },
];

function textOf(reporter: Reporter, run: ReportedRun, options: object | undefined): string {
  return [...reporter.render(run, options)].join('');
}

function hashLine(reporter: Reporter, run: ReportedRun, options: object | undefined): string {
  return `${sha256(reporter.render(run, options))}\n`;
}

/** The run with outcomes that are not held. */
function made(run: ReportedRun): ReportedRun {
  return { ...run, outcomes: { [Symbol.iterator]: () => [...run.outcomes].values() } };
}

/** The most that is in use whenever the reporter has walked through the outcomes, which is when it holds most of them. */
function peakBytes(reporter: Reporter, count: number, options: object | undefined): number {
  const before = liveBytes();
  let peak = before;
  const run = manyOutcomes(count);
  function* watched(): Generator<Outcome> {
    try {
      yield* run.outcomes;
    } finally {
      peak = Math.max(peak, liveBytes());
    }
  }
  for (const piece of reporter.render({ ...run, outcomes: { [Symbol.iterator]: watched } }, options)) {
    if (piece === '') continue;
  }
  return peak - before;
}
