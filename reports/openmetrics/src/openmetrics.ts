import { defineReporter, tallyKindOf } from '@backproof/core';
import type { Outcome, ReportedRun } from '@backproof/core';
import { sample } from './sample.js';
import type { Labels } from './sample.js';

const GATE_RESULTS = ['clean', 'violations', 'incomplete'] as const;

/**
 * The counts of a run as OpenMetrics text 1.0, for those who scrape a file. `time() - backproof_run_timestamp_seconds` is
 * the age of the run. All are gauges: the textfile collector of Prometheus does not know the newer types.
 *
 * @source https://github.com/prometheus/OpenMetrics/blob/v1.0.0/specification/OpenMetrics.md
 */
export const openmetrics = defineReporter({
  id: 'openmetrics',
  extension: '.prom',
  mediaType: 'application/openmetrics-text; version=1.0.0; charset=utf-8',
  options: { schema: { type: 'object', additionalProperties: false }, defaults: {} },

  *render(run) {
    yield* family('backproof_version', 'The version that made the run.');
    yield sample('backproof_version', { version: run.tool.version }, 1);
    yield* family('backproof_run_timestamp_seconds', 'The moment of the newest run.');
    yield sample('backproof_run_timestamp_seconds', {}, Date.parse(run.now) / 1000);
    yield* family('backproof_gate', 'The verdict of the gate.');
    for (const result of GATE_RESULTS) {
      yield sample('backproof_gate', { result }, run.gate.result === result ? 1 : 0);
    }
    yield* family('backproof_lists', 'Lists of AWS, by whether they were read completely.');
    for (const [status, count] of counted(run.populations, ({ status }) => status)) {
      yield sample('backproof_lists', { status }, count);
    }
    yield* family('backproof_outcomes', 'Outcomes of rules; severity is that of a failure.');
    yield* outcomeSamples(run);
    yield '# EOF\n';
  },
});

function* family(name: string, help: string): Iterable<string> {
  yield `# TYPE ${name} gauge
`;
  yield `# HELP ${name} ${help}
`;
}

/** A sample for each group of outcomes that have all labels in common, in the order of the labels. */
function* outcomeSamples({ outcomes }: ReportedRun): Iterable<string> {
  const groups = counted(outcomes, (outcome) => JSON.stringify(labelsOf(outcome)));
  for (const [key, count] of groups) yield sample('backproof_outcomes', JSON.parse(key) as Labels, count);
}

function labelsOf(outcome: Outcome): Labels {
  const { ruleId: rule, status, subject, severity } = outcome;
  return {
    rule,
    account: subject.accountId,
    region: subject.region,
    type: subject.type,
    result: tallyKindOf(outcome),
    ...(status === 'fail' && { severity }),
  };
}

/** The number of items of each key, ordered by key. */
function counted<Item>(items: Iterable<Item>, keyOf: (item: Item) => string): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const item of items) {
    const key = keyOf(item);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
}
