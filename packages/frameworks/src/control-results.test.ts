import { describe, expect, it } from '@jest/globals';
import { baselineOf, DAY } from '@backproof/core';
import type { Rule, Waiver } from '@backproof/core';
import { home, NOW } from '@backproof/testing';
import fc from 'fast-check';
import { controlResults } from './control-results.js';
import type { AssessedRun, ControlResult } from './control-results.js';
import { echo, framework, runOver } from './run.fixture.js';

const backup = echo('backup', ['acme-2026/1']);
const copy = echo('copy', ['acme-2026/1']);
const restore = echo('restore', ['acme-2026/2']);

/** The result of the control that `backup` and `copy` support. */
function firstControl(run: AssessedRun): ControlResult | undefined {
  return controlResults(run, [framework])[0]?.controls[0];
}

describe('the status of a control', () => {
  it.each<[story: string, rules: readonly Rule[], tables: Parameters<typeof runOver>[1], status: string]>([
    ['passes if all that was tested passed', [backup, copy], [{ backup: 'pass' }, { copy: 'pass' }], 'pass'],
    ['is unknown if something could not be told', [backup, copy], [{ backup: 'pass', copy: 'unknown' }], 'unknown'],
    ['fails if something failed, whatever is unknown', [backup], [{ backup: 'unknown' }, { backup: 'fail' }], 'fail'],
    ['is not assessed if nothing was applicable', [backup, copy], [{}], 'notAssessed'],
    ['is not assessed if no rule of the run speaks to it', [restore], [{ restore: 'pass' }], 'notAssessed'],
  ])('%s', (_story, rules, tables, status) => {
    expect(firstControl(runOver(rules, tables))?.status).toBe(status);
  });

  it('is unknown where resources could not be listed, as one that was not seen may fail', () => {
    const run = runOver([backup], [{ backup: 'pass' }], { unread: [{ kind: 'resources', of: 'EFS' }] });
    expect(firstControl(run)?.status).toBe('unknown');
  });

  it('is unknown where AWS Config knows of more than was seen', () => {
    const configType = 'AWS::DynamoDB::Table';
    const resourceCounts = [{ scope: home, configType, count: 7, source: 'recorder' }] as const;
    expect(firstControl(runOver([backup], [{ backup: 'pass' }], { resourceCounts }))?.status).toBe('unknown');
  });

  it('passes where other things could not be read that no verdict needed', () => {
    expect(firstControl(runOver([backup], [{ backup: 'pass' }], { unread: ['backupJobs'] }))?.status).toBe('pass');
  });

  it('is unknown where nothing was scanned', () => {
    expect(firstControl({ ...runOver([backup], [{ backup: 'pass' }]), scopes: [] })?.status).toBe('unknown');
  });
});

describe('a control of which all failures are', () => {
  const tables = [{ backup: 'pass' }, { backup: 'fail' }];
  const waiver: Waiver = {
    id: 'W-1',
    rule: 'backup',
    resources: ['*'],
    reason: 'it is to be dropped',
    owner: 'data',
    approvedBy: 'ciso',
    expires: NOW + DAY,
  };

  it('waived is waived, and no pass', () => {
    expect(firstControl(runOver([backup], tables, {}, { waivers: [waiver] }))).toMatchObject({
      status: 'waived',
      tested: 2,
      tally: { pass: 1, waived: 1, open: 0 },
    });
  });

  it('waived is unknown if something else is', () => {
    const more = [...tables, { backup: 'unknown' }];
    expect(firstControl(runOver([backup], more, {}, { waivers: [waiver] }))?.status).toBe('unknown');
  });

  it('known from a baseline fails', () => {
    const baseline = baselineOf(runOver([backup], tables));
    expect(firstControl(runOver([backup], tables, {}, { baseline }))).toMatchObject({
      status: 'fail',
      tally: { baseline: 1, open: 0 },
    });
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
      tally: { pass: 3, open: 1, waived: 0, baseline: 0, unknown: 1, notApplicable: 1 },
    });
  });

  it('add up, whatever the verdicts are', () => {
    const verdict = fc.constantFrom('pass', 'fail', 'unknown', 'none');
    const tables = fc.array(fc.record({ backup: verdict, copy: verdict }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(tables, (tags) => {
        const result = firstControl(runOver([backup, copy, restore], tags));
        const said = tags.flatMap((each) => [each.backup, each.copy]).filter((each) => each !== 'none');
        expect(result?.tested).toBe(said.length);
        expect(result?.tally.notApplicable).toBe(tags.length * 2 - said.length);
        expect(result?.status === 'pass').toBe(said.length > 0 && said.every((each) => each === 'pass'));
      }),
      { numRuns: 50 },
    );
  });
});
