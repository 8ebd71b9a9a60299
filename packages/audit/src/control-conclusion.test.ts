import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { DAY } from '@backproof/core';
import type { Waiver } from '@backproof/core';
import type { Audit, AuditedControl } from './audit.js';
import { auditOf, auditOfWeeks, emptyFolder, record } from './audit.fixture.js';
import type { Sight, Week } from './audit.fixture.js';

/** A run in each week of the quarter, and one that follows its end. */
const quarter = (sight: Sight): Sight[] => Array<Sight>(15).fill(sight);
const FIRST = -1;

function control({ frameworks }: Audit, id = 'soc2/A1.2'): AuditedControl['walkthrough'] {
  const found = frameworks[0]?.controls.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no control ${id}`);
  return found.walkthrough;
}

const concluded = async (weeks: (Week | Sight)[]) => control(await auditOfWeeks(weeks, FIRST));

describe('the conclusion on a control', () => {
  it('is that no exception was found only if runs cover the period and all passed', async () => {
    expect(await concluded(quarter('pass'))).toMatchObject({ conclusion: 'no-exceptions', exceptions: 0 });
  });

  it('is none where runs do not cover the period, although all passed', async () => {
    expect(await concluded(quarter('pass').slice(0, 6))).toMatchObject({
      conclusion: 'not-concluded',
      reasons: ['the runs do not cover the whole period'],
    });
  });

  it('is none where a result is unknown', async () => {
    expect(await concluded([...quarter('pass').slice(0, 4), 'unknown', ...quarter('pass').slice(5)])).toMatchObject({
      conclusion: 'not-concluded',
      reasons: ['the result is unknown in 1 run of 13'],
    });
  });

  it('names exceptions, and what could not be concluded besides', async () => {
    expect(await concluded(['pass', 'pass', 'fail', 'unknown', 'pass'])).toMatchObject({
      conclusion: 'exceptions',
      exceptions: 1,
      unapproved: 1,
      open: 0,
      reasons: [
        '1 exception not approved for all of the time, 0 open at the end',
        'the runs do not cover the whole period',
        'the result is unknown in 1 run of 4',
      ],
    });
  });

  it('is that exceptions were approved if waivers accept all of them', async () => {
    const waivers: readonly Waiver[] = [
      {
        ...{ id: 'W-1', rule: 'echo', resources: ['*'], reason: 'known', owner: 'shop', approvedBy: 'ciso' },
        expires: Date.parse('2027-01-01') + DAY,
        source: { file: 'waivers.yaml', line: 1 },
      },
    ];
    const weeks = quarter('fail').map((sight) => ({ sight, waivers }));
    expect(await concluded(weeks)).toMatchObject({ conclusion: 'approved', exceptions: 1, unapproved: 0 });
  });

  it('is none of a ledger that is not intact, and of a period without a run', async () => {
    const folder = await emptyFolder();
    await record(
      folder,
      quarter('pass').map((sight) => ({ sight })),
      FIRST,
    );
    await rm(join(folder, '_manifests/000000000003.json'));
    expect(control(await auditOf(folder))).toMatchObject({
      conclusion: 'not-concluded',
      reasons: ['the ledger is not intact', 'the period has no run'],
    });
  });

  it('says why a control is not assessed', async () => {
    const audit = await auditOfWeeks(['pass']);
    expect(control(audit, 'soc2/C1.2')).toEqual({
      ...{ exceptions: 0, unapproved: 0, open: 0, conclusion: 'not-assessed' },
      reasons: ['No rule limits how long backups are kept.'],
    });
  });
});
