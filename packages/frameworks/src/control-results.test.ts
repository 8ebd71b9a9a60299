import { describe, expect, it } from '@jest/globals';
import type { Rule, Run } from '@backproof/core';
import fc from 'fast-check';
import { controlResults } from './control-results.js';
import type { ControlResult } from './control-results.js';
import { echo, framework, runOver } from './run.fixture.js';

const backup = echo('backup', ['acme-2026/1']);
const copy = echo('copy', ['acme-2026/1']);
const restore = echo('restore', ['acme-2026/2']);

/** The result of the control that `backup` and `copy` support. */
function firstControl(run: Run): ControlResult | undefined {
  return controlResults(run, [framework])[0]?.controls[0];
}

describe('the status of a control', () => {
  const cases: readonly [
    story: string,
    rules: readonly Rule[],
    tables: Parameters<typeof runOver>[1],
    status: string,
  ][] = [
    ['passes if all that was tested passed', [backup, copy], [{ backup: 'pass' }, { copy: 'pass' }], 'pass'],
    ['is unknown if something could not be told', [backup, copy], [{ backup: 'pass', copy: 'unknown' }], 'unknown'],
    [
      'fails if something failed, whatever else is unknown',
      [backup],
      [{ backup: 'unknown' }, { backup: 'fail' }],
      'fail',
    ],
    ['is not assessed if nothing was applicable', [backup, copy], [{}], 'notAssessed'],
    ['is not assessed if no rule of the run speaks to it', [restore], [{ restore: 'pass' }], 'notAssessed'],
  ];
  it.each(cases)('%s', (_story, rules, tables, status) => {
    expect(firstControl(runOver(rules, tables))?.status).toBe(status);
  });

  it('is unknown where resources could not be listed, as one that was not seen may fail', () => {
    const run = runOver([backup], [{ backup: 'pass' }], [{ kind: 'resources', of: 'EFS' }]);
    expect(firstControl(run)?.status).toBe('unknown');
  });

  it('passes where other things could not be read that no verdict needed', () => {
    expect(firstControl(runOver([backup], [{ backup: 'pass' }], ['backupJobs']))?.status).toBe('pass');
  });

  it('is unknown where nothing was scanned', () => {
    expect(firstControl({ ...runOver([backup], [{ backup: 'pass' }]), scopes: [] })?.status).toBe('unknown');
  });
});

describe('the figures of a control', () => {
  it('are those of all the rules that support it', () => {
    const tables = [
      { backup: 'pass', copy: 'fail' },
      { backup: 'unknown' },
      { backup: 'pass', copy: 'pass', restore: 'fail' },
    ];
    expect(firstControl(runOver([backup, copy, restore], tables))).toEqual({
      control: framework.controls[0],
      status: 'fail',
      rules: ['backup', 'copy'],
      tested: 5,
      pass: 3,
      fail: 1,
      unknown: 1,
      notApplicable: 1,
    });
  });

  it('add up, whatever the verdicts are', () => {
    const verdict = fc.constantFrom('pass', 'fail', 'unknown', 'none');
    const tables = fc.array(fc.record({ backup: verdict, copy: verdict }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(tables, (tags) => {
        const run = runOver([backup, copy, restore], tags);
        const result = firstControl(run);
        const said = tags.flatMap((each) => [each.backup, each.copy]).filter((each) => each !== 'none');
        expect(result).toMatchObject({ tested: said.length, notApplicable: tags.length * 2 - said.length });
        expect(result?.status === 'pass').toBe(said.length > 0 && said.every((each) => each === 'pass'));
      }),
      { numRuns: 50 },
    );
  });
});
