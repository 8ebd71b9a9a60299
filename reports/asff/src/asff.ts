import { defineReporter, legibleJson } from '@backproof/core';
import type { Outcome } from '@backproof/core';
import { findingOf } from './finding.js';

/** The options of the report. */
export interface AsffOptions {
  /** `none` leaves out the outcomes that passed: findings that they would resolve stay open in Security Hub. */
  readonly passes: 'all' | 'none';
}

/**
 * The outcomes as findings in the AWS Security Finding Format: one JSON array, a finding a line. Security Hub takes them by
 * `BatchImportFindings`, up to 100 a call. Outcomes that are not applicable are no findings.
 *
 * @source https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-findings-format.html
 */
export const asff = defineReporter<AsffOptions>({
  id: 'asff',
  extension: '.asff.json',
  mediaType: 'application/json',
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
    const isWritten = ({ status }: Outcome): boolean =>
      status !== 'notApplicable' && (status !== 'pass' || passes === 'all');
    let before = '[\n';
    for (const outcome of run.outcomes) {
      if (!isWritten(outcome)) continue;
      yield before + legibleJson(findingOf(outcome, { run, rules, waivers }));
      before = ',\n';
    }
    yield before === '[\n' ? '[]\n' : '\n]\n';
  },
});
