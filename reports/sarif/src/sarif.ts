import { defineReporter, gateCounts, gateSentence, legibleJson, TALLY_KINDS } from '@backproof/core';
import type { ReportedRun } from '@backproof/core';
import type { Invocation, Result, Run as SarifRun } from 'sarif';
import { driverOf } from './driver.js';
import { githubOutcomes, leftOutNotifications } from './github.js';
import { guidOf } from './guid.js';
import { SOURCE_ROOT } from './location.js';
import { configurationNotifications, executionNotifications, leftoverNotifications } from './notifications.js';
import { OPTIONS } from './options.js';
import type { SarifOptions } from './options.js';
import { absentResult, fullResult, githubResult, resultContext } from './result.js';
import { taxonomiesOf, taxonomyComponents } from './taxonomies.js';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json';

/** SARIF 2.1.0, in full or within the limits of GitHub code scanning. */
export const sarif = defineReporter<SarifOptions>({
  id: 'sarif',
  extension: '.sarif',
  mediaType: 'application/sarif+json',
  options: OPTIONS,

  *render(run, options) {
    const about = legibleJson(aboutRun(run, options));
    yield `{"$schema":"${SCHEMA}","version":"2.1.0","runs":[${about.slice(0, -1)},"results":[`;
    let separator = '\n';
    for (const result of options.profile === 'full' ? fullResults(run, options) : githubResults(run, options)) {
      yield separator + legibleJson(result);
      separator = ',\n';
    }
    yield '\n]}]}\n';
  },
});

/** All of a run but its results. */
function aboutRun(run: ReportedRun, { profile, category }: SarifOptions): Omit<SarifRun, 'results'> {
  const taxonomies = taxonomyComponents(taxonomiesOf(run.rules));
  const { settings, inventory, gate, open, baseline } = run;
  const counts = TALLY_KINDS.map((kind) => [kind, run.rules.reduce((sum, { tally }) => sum + tally[kind], 0)]);
  return {
    tool: { driver: driverOf(run) },
    invocations: [invocationOf(run, profile)],
    automationDetails: { id: `${category}/${run.id}`, guid: guidOf('run', run.id) },
    ...(baseline !== undefined && profile === 'full' && { baselineGuid: guidOf('run', baseline.runId) }),
    taxonomies,
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { [SOURCE_ROOT]: { description: { text: 'The root of the repository.' } } },
    properties: {
      run: run.id,
      now: run.now,
      gate,
      gateCounts: gateCounts(run),
      verdict: gateSentence(run),
      counts: Object.fromEntries(counts) as Record<string, number>,
      open,
      excluded: run.excluded.length,
      ...(profile === 'full' && run.leftovers !== undefined && { leftovers: run.leftovers }),
      settingsSha256: settings.sha256,
      inventorySha256: inventory.sha256,
    },
  };
}

function invocationOf(run: ReportedRun, profile: SarifOptions['profile']): Invocation {
  const failures = executionNotifications(run);
  return {
    executionSuccessful: failures.length === 0,
    startTimeUtc: run.inventory.takenAt,
    toolExecutionNotifications: [
      ...failures,
      ...(profile === 'github' ? leftOutNotifications(run) : []),
      ...leftoverNotifications(run),
    ],
    toolConfigurationNotifications: configurationNotifications(run),
  };
}

function* fullResults(run: ReportedRun, { sourceMap }: SarifOptions): Generator<Result> {
  const context = resultContext(run, sourceMap);
  for (const outcome of run.outcomes) yield fullResult(outcome, context);
  for (const finding of run.baseline?.absent ?? []) {
    if (finding.reason === 'gone') yield absentResult(finding, context);
  }
}

function* githubResults(run: ReportedRun, { sourceMap }: SarifOptions): Generator<Result> {
  const context = resultContext(run, sourceMap);
  for (const outcome of githubOutcomes(run)) yield githubResult(outcome, context);
}
