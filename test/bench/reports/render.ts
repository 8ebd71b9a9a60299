import { REPORTERS } from 'backproof';
import { manyOutcomes } from '@backproof/testing';
import { answerWith } from '../child.js';
import { stopwatch } from '../stopwatch.js';
import type { Cost } from '../stopwatch.js';

/** Which report to render of how many outcomes. */
export interface RenderQuestion {
  readonly id: string;
  readonly options: object;
  readonly outcomes: number;
}

/** What it took to render a report. */
export interface RenderMeasures {
  readonly rendering: Cost;
  readonly bytes: number;
  readonly peakRssBytes: number;
}

/** Renders a report of outcomes that nobody holds; nor is it kept. */
answerWith(({ id, options, outcomes }: RenderQuestion): RenderMeasures => {
  const reporter = REPORTERS.find((each) => each.id === id);
  if (reporter === undefined) throw new Error(`there is no reporter "${id}"`);
  const run = manyOutcomes(outcomes);
  const sinceRendering = stopwatch();
  let bytes = 0;
  for (const piece of reporter.render(run, options)) bytes += Buffer.byteLength(piece);
  return { rendering: sinceRendering(), bytes, peakRssBytes: process.resourceUsage().maxRSS * 1024 };
});
