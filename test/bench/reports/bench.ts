import { REPORTERS } from 'backproof';
import { askOnce } from '../child.js';
import { costText, countText, targetResults } from '../report.js';
import type { BenchReport, Row, Target } from '../report.js';
import type { SizeOptions } from '../size.js';
import type { RenderMeasures } from './render.js';

/** What is measured, by the name of the report. */
type Measures = Readonly<Record<string, RenderMeasures>>;

const OUTCOMES = 500_000;
const SECONDS = 10;
const MEBIBYTE = 2 ** 20;
const PEAK_MEBIBYTES = 300;

const REPORTS = [
  ...REPORTERS.map(({ id }) => ({ name: id, id, options: {} })),
  { name: 'sarif for GitHub', id: 'sarif', options: { profile: 'github' } },
];

/** Each report of as many outcomes as there are in a very large estate, in a fresh process. */
export async function reportsBench({ resources = OUTCOMES }: SizeOptions): Promise<BenchReport> {
  const measures: Record<string, RenderMeasures> = {};
  for (const { name, id, options } of REPORTS) {
    const question = { id, options, outcomes: resources };
    measures[name] = await askOnce<RenderMeasures>(new URL('render.js', import.meta.url), question);
  }
  const targets = Object.keys(measures).flatMap(targetsOf);
  return { measures, rows: rowsOf(measures), targets: targetResults(targets, measures) };
}

function targetsOf(name: string): readonly Target<Measures>[] {
  return [
    {
      target: `${name}, seconds`,
      limit: SECONDS,
      measure: (measures) => (measures[name]?.rendering.wallMs ?? NaN) / 1000,
    },
    {
      target: `${name}, peak RSS in MiB`,
      limit: PEAK_MEBIBYTES,
      measure: (measures) => (measures[name]?.peakRssBytes ?? NaN) / MEBIBYTE,
    },
  ];
}

function rowsOf(measures: Measures): readonly Row[] {
  return Object.entries(measures).map(([name, { rendering, bytes }]): Row => [
    name,
    `${costText(rendering)}, ${countText(bytes)} bytes`,
  ]);
}
