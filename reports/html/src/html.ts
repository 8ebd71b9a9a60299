import { defineReporter } from '@backproof/core';
import type { DrillReport, ReportedRun, Supplement } from '@backproof/core';
import type { TrendPoint } from './components/trend.js';
import { answerOf } from './digest/answer.js';
import { digestRun } from './digest/run-digest.js';
import type { RunDigest } from './digest/run-digest.js';
import { page } from './document.js';
import { baseline } from './sections/baseline.js';
import { calendar } from './sections/calendar.js';
import { copies } from './sections/copies.js';
import { coverage } from './sections/coverage.js';
import { integrity } from './sections/integrity.js';
import { leftovers } from './sections/leftovers.js';
import { losses } from './sections/losses.js';
import { passes } from './sections/passes.js';
import { reading } from './sections/reading.js';
import { resources } from './sections/resources.js';
import { restores } from './sections/restores.js';
import { rules } from './sections/rules.js';
import { scope } from './sections/scope.js';
import { indexOf, search } from './sections/search.js';
import { summary } from './sections/summary.js';
import { unknowns } from './sections/unknowns.js';
import { violations } from './sections/violations.js';
import { waivers } from './sections/waivers.js';
import { optionsSchema } from './options-schema.js';

/** Options of the HTML report. */
export interface HtmlOptions {
  /** The most rows of one kind; rows that are left out are counted. */
  readonly rows: number;
  /** Earlier runs, in any order, for the trend. */
  readonly history: readonly TrendPoint[];
}

/**
 * One file that can be read anywhere: it loads nothing, works without its script, and prints. Failures, waivers and
 * unknown outcomes are written one by one with their evidence; passes are counted. Its search finds all outcomes.
 */
export const html = defineReporter<HtmlOptions>({
  id: 'html',
  extension: '.html',
  mediaType: 'text/html',
  options: { schema: optionsSchema, defaults: { rows: 1_000, history: [] } },

  *render(run, options, supplement) {
    const digest = digestRun(run, options.rows);
    const shown = { drill: supplement?.drill(), fixesOf: supplement?.fixesOf };
    const around = { answer: answerOf(digest.groups), hasDrill: shown.drill !== undefined };
    yield* page(run, around, sections(run, digest, options, shown));
  },
});

/** The part of the report that comes of the inventory of the run. */
interface Shown {
  readonly drill: DrillReport | undefined;
  readonly fixesOf: Supplement['fixesOf'] | undefined;
}

function* sections(
  run: ReportedRun,
  digest: RunDigest,
  { rows, history }: HtmlOptions,
  { drill, fixesOf }: Shown,
): Generator<string> {
  const { findings, protection } = digest;
  yield* search(digest);
  yield* summary(run, protection.resources, history);
  yield* resources(run, digest);
  yield* violations(run, findings.open, fixesOf);
  yield* unknowns(run, findings.unknown);
  if (drill !== undefined) yield* losses(drill);
  yield* coverage(run, digest);
  yield* calendar(run, digest);
  yield* copies(protection);
  yield* restores(run, digest);
  yield* waivers(run, findings.waived, rows);
  yield* baseline(run, findings.baseline, rows);
  yield* passes(digest.groups);
  yield* leftovers(run, rows);
  yield* scope(run, rows);
  yield* reading(run, rows);
  yield* rules(run);
  yield* integrity(run);
  yield* indexOf(run, digest);
}
