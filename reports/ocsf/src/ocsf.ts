import { defineReporter, legibleJson } from '@backproof/core';
import { eventOf } from './event.js';

/** The options of the report. */
export interface OcsfOptions {
  /** `none` leaves out the outcomes that passed. */
  readonly passes: 'all' | 'none';
}

/** The outcomes as Compliance Findings of OCSF, one a line. Outcomes that are not applicable are no findings. */
export const ocsf = defineReporter<OcsfOptions>({
  id: 'ocsf',
  extension: '.ocsf.ndjson',
  mediaType: 'application/x-ndjson',
  options: {
    schema: {
      type: 'object',
      additionalProperties: false,
      properties: { passes: { enum: ['all', 'none'], description: 'The passes that are written: all or none.' } },
    },
    defaults: { passes: 'all' },
  },

  *render(run, { passes }) {
    const rules = new Map(run.rules.map((rule) => [rule.id, rule]));
    const waivers = new Map(run.waivers.map((waiver) => [waiver.id, waiver]));
    for (const outcome of run.outcomes) {
      if (outcome.status === 'notApplicable' || (outcome.status === 'pass' && passes === 'none')) continue;
      yield `${legibleJson(eventOf(outcome, { run, rules, waivers }))}\n`;
    }
  },
});
