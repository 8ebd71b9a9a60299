import { expect, it } from '@jest/globals';
import { upgradeRun } from './run-versions.js';

it('a rule of a run of schema 2 has one severity for all its failures', () => {
  const rule = { id: 'backup-coverage', severity: 'high', overrides: [{ severity: 'low', off: false }] };
  expect(upgradeRun({ schemaVersion: 2, id: 'ab', rules: [rule] })).toEqual({
    schemaVersion: 3,
    id: 'ab',
    rules: [{ ...rule, severities: {}, overrides: [{ severity: 'low', off: false, severities: {} }] }],
  });
});

it('a run of schema 3 is taken as it is', () => {
  const run = { schemaVersion: 3, rules: [{ severities: { unprotected: 'critical' } }] };
  expect(upgradeRun(run)).toEqual(run);
});
