import {
  defineRule,
  durationText,
  DURATION_SCHEMA,
  evidenceOfPointAt,
  parseDuration,
  usability,
} from '@backproof/core';
import { ec2Instance, recoveryPoint, testRule } from './index.js';

/** Audits ask for last year's data: some recovery point must still exist a year from now. */
const keptForAudits = defineRule({
  id: 'kept-for-audits',
  version: '1.0.0',
  title: 'A recovery point is kept for audits',
  recommended: false,
  rationale: 'Auditors ask for the data of last year.',
  remediation: 'Add a rule to the backup plan that keeps its recovery points for a year.',
  controls: [],
  needs: { recoveryPoints: 'enough' },
  messages: {
    kept: { status: 'pass', text: '{name} has a recovery point that is kept for at least {keep}.' },
    'not-kept': {
      status: 'fail',
      severity: 'medium',
      text: '{name} has no usable recovery point that is kept for at least {keep}.',
    },
  },
  options: {
    schema: {
      type: 'object',
      additionalProperties: false,
      properties: { keep: { ...DURATION_SCHEMA, description: 'How long a recovery point must be kept.' } },
    },
    defaults: { keep: '365d' },
  },

  // A volume is in the images of its instance, and a replica in the backups of its source.
  relations: { host: 'inherit', source: 'inherit' },

  prepare: ({ options: { keep }, now }) => ({
    until: now + parseDuration(keep),
    keepText: durationText(parseDuration(keep)),
  }),

  judge({ dossier: { resource, recoveryPoints: points }, prepared: { until, keepText }, now, pass, fail }) {
    const data = { name: resource.name, keep: keepText };
    for (let row = 0; row < points.count; row++) {
      const ends = points.deleteAt(row) < until;
      if (usability(points, row, now) === 'usable' && !ends) {
        return pass('kept', data, [evidenceOfPointAt(points, row)]);
      }
    }
    return fail('not-kept', data);
  },
});

const resource = ec2Instance({ name: 'ledger' });
const yearly = recoveryPoint(resource, { keepDays: 400 });
const monthly = recoveryPoint(resource, { keepDays: 35 });

testRule(keptForAudits, {
  pass: [
    {
      name: 'one of its points is kept for more than a year',
      given: { resource, recoveryPoints: [monthly, yearly] },
      message: 'kept',
      evidence: [yearly.arn],
    },
    {
      name: 'a month is enough where the options say so',
      given: { resource, recoveryPoints: [monthly] },
      options: { keep: '30d' },
      message: 'kept',
    },
  ],
  fail: [
    {
      name: 'it has no points at all',
      given: { resource },
      message: 'not-kept',
      data: { name: 'ledger', keep: '365 days' },
    },
  ],
});
