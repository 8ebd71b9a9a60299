import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { DAY } from '@backproof/core';
import { openLedger } from '@backproof/ledger';
import { auditOf, auditOfWeeks, emptyFolder, record, week } from './audit.fixture.js';
import type { Sight, Week } from './audit.fixture.js';
import { coverageOf } from './coverage.js';
import { periodBefore, periodOfDays, quarterNamed } from './period.js';

const at = (number: number): string => new Date(week(number)).toISOString();

describe('an exception', () => {
  it.each<[string, (Week | Sight)[], object]>([
    [
      'ends with a pass',
      ['pass', 'fail', 'fail', 'pass'],
      {
        clear: { at: at(0) },
        opened: { at: at(1) },
        lastSeen: { at: at(2) },
        closed: { at: at(3), how: 'met', criteriaChanged: false },
      },
    ],
    ['never told before has no day from which it was clear', ['fail'], { state: 'open' }],
    [
      'is neither closed nor confirmed by a run that could not tell',
      ['fail', 'unknown'],
      { state: 'open', lastSeen: { at: at(0) }, unknown: 1 },
    ],
    ['ends as gone where the resource is gone', ['fail', 'absent'], { state: 'closed', closed: { how: 'gone' } }],
    ['does not end where resources could not be listed', ['fail', 'unlisted'], { state: 'open', unknown: 1 }],
    [
      'ends as excluded where the user left the resource out',
      ['fail', 'excluded'],
      { closed: { how: 'excluded', reason: 'left to others' } },
    ],
    ['ends as not applicable', ['fail', 'notApplicable'], { closed: { how: 'not-applicable' } }],
    [
      'says that the rule was another when it was closed',
      ['fail', { sight: 'pass', version: '2.0.0' }],
      { closed: { how: 'met', criteriaChanged: true } },
    ],
  ])('%s', async (_, weeks, expected) => {
    const { exceptions } = await auditOfWeeks(weeks);
    expect(exceptions).toHaveLength(1);
    expect(exceptions[0]).toMatchObject(expected);
    expect(exceptions[0]?.clear === undefined).toBe(weeks[0] !== 'pass');
  });

  it('that comes back is another', async () => {
    const { exceptions, timeToCompliance } = await auditOfWeeks(['fail', 'pass', 'fail']);
    expect(exceptions.map(({ state }) => state)).toEqual(['closed', 'open']);
    const trend = [expect.objectContaining({ closed: 1, meanMs: 7 * DAY })];
    expect(timeToCompliance).toEqual([{ ruleId: 'echo', closed: 1, meanMs: 7 * DAY, open: 1, trend }]);
  });

  it('of the quarter before persists', async () => {
    const { exceptions, changes, rules } = await auditOfWeeks(['fail', 'fail', 'fail'], -1);
    expect(exceptions).toMatchObject([{ opened: { at: at(-1) }, state: 'open' }]);
    expect(changes).toEqual({ new: 0, resolved: 0, persisting: 1 });
    expect(rules).toMatchObject([{ ruleId: 'echo', before: 'fail', status: 'fail' }]);
  });
});

describe('a period', () => {
  /** The weeks of the quarter, and one after it, which shows the end of the quarter. */
  const all = Array.from({ length: 14 }, (): Sight => 'pass');

  it('that was scanned each week and passed is clean', async () => {
    const audit = await auditOfWeeks(all);
    expect(audit.conclusion).toEqual({ result: 'clean', reasons: [] });
    expect(audit.frameworks[0]?.controls.find(({ id }) => id === 'soc2/A1.2')?.status).toBe('pass');
    expect(audit.frameworks[0]?.controls.find(({ id }) => id === 'soc2/C1.2')?.status).toBe('notAssessed');
  });

  it('is covered only until its last run where no run followed in time, and passes nothing', async () => {
    const audit = await auditOfWeeks(all.slice(0, 13));
    expect(audit.coverage).toMatchObject({ until: at(12), gaps: [{ kind: 'after-last', from: at(12) }] });
    expect(audit.conclusion).toEqual({
      result: 'incomplete',
      reasons: ['the period is covered until the run of 2026-09-27: no run followed its end in time'],
    });
    expect(audit.rules).toMatchObject([{ ruleId: 'echo', status: 'unknown', atEnd: 'pass' }]);
    const late = await auditOfWeeks([...all.slice(0, 13), undefined, 'pass']);
    expect(late.coverage.gaps.map(({ kind }) => kind)).toEqual(['after-last']);
  });

  it('is covered to its end by a run after it', async () => {
    const { coverage, runs } = await auditOfWeeks(all);
    expect(coverage).toMatchObject({ until: '2026-10-01T00:00:00.000Z', after: { at: at(13) }, gaps: [] });
    expect(runs).toHaveLength(13);
  });

  it('is clean though AWS has forgotten what would decide an outcome, and says so', async () => {
    const { conclusion, rules } = await auditOfWeeks(all.map((sight, i) => (i === 2 ? 'forgotten' : sight)));
    expect(conclusion).toEqual({ result: 'clean', reasons: ['unknown outcomes that AWS has forgotten: echo'] });
    expect(rules).toMatchObject([{ ruleId: 'echo', status: 'unknown', atEnd: 'pass' }]);
  });

  it.each<[Sight]>([['unknown'], ['unlisted']])('is incomplete where something is %s', async (sight) => {
    const { conclusion } = await auditOfWeeks(all.map((each, i) => (i === 2 ? 'forgotten' : i === 3 ? sight : each)));
    expect(conclusion.result).toBe('incomplete');
    expect(conclusion.reasons).toContain('unknown outcomes: echo');
  });

  it('whose first weeks nobody scanned says so, and passes nothing', async () => {
    const audit = await auditOfWeeks([undefined, undefined, undefined, ...all.slice(3)]);
    expect(audit.coverage.gaps).toMatchObject([{ kind: 'before-first', from: '2026-07-01T00:00:00.000Z', to: at(3) }]);
    expect(audit.conclusion.result).toBe('incomplete');
    expect(audit.rules).toMatchObject([{ ruleId: 'echo', status: 'unknown', atEnd: 'pass' }]);
  });

  it('without a run has one gap and no result', async () => {
    const audit = await auditOfWeeks(['pass'], -2);
    expect(audit.coverage.gaps.map(({ kind }) => kind)).toEqual(['no-run']);
    expect(audit.previous.runs).toBe(1);
    expect(audit.rules).toEqual([]);
  });

  it('is clean with an exception that was approved all the time', async () => {
    const waiver = {
      ...{ id: 'W-1', rule: 'echo', resources: ['*'], reason: 'known', owner: 'a', approvedBy: 'b' },
      expires: week(30),
    };
    const audit = await auditOfWeeks(all.map(() => ({ sight: 'fail', waivers: [waiver] })));
    expect(audit.exceptions).toMatchObject([{ state: 'approved', dispositions: [{ kind: 'waived', waiver: 'W-1' }] }]);
    expect(audit.waivers).toMatchObject([{ id: 'W-1', state: 'active', expiredInPeriod: false, removed: false }]);
    expect(audit.conclusion.result).toBe('clean');
  });
});

it('what was left out is told with the runs that did so', async () => {
  const { exclusions } = await auditOfWeeks(['pass', 'excluded', 'excluded', 'pass']);
  const [first, last] = [{ at: at(1) }, { at: at(2) }];
  expect(exclusions).toMatchObject([{ userReason: 'left to others', resources: 1, inLastRun: 0, first, last }]);
});

it('a rule that was changed and changed back has three entries', async () => {
  const { parameters } = await auditOfWeeks(['pass', { sight: 'pass', version: '2.0.0' }, 'pass', 'pass']);
  expect(parameters.map(({ version, runs }) => `${version} ${runs}`)).toEqual(['1.0.0 1', '2.0.0 1', '1.0.0 2']);
});

it('a ledger of which a part is missing is told of, and nothing is drawn from it', async () => {
  const folder = await emptyFolder();
  await record(folder, [{ sight: 'pass' }]);
  const { parts } = await openLedger(folder);
  const outcomes = [...parts.keys()].find((path) => path.startsWith('kind=outcomes')) ?? '';
  await rm(join(folder, outcomes));
  const audit = await auditOf(folder);
  expect(audit.integrity).toMatchObject({ intact: false, faults: [{ file: outcomes }] });
  expect(audit.runs).toEqual([]);
  expect(audit.conclusion.reasons[0]).toBe('the ledger is not intact: 1 fault');
});

describe('periods', () => {
  it.each([
    ['2026-Q1', '2025-Q4'],
    ['2026-Q3', '2026-Q2'],
  ])('before %s is %s', (name, before) => {
    const quarter = quarterNamed(name);
    expect(quarter && periodBefore(quarter)).toEqual(quarterNamed(before));
  });

  it('of days have both their days, and as many before', () => {
    const period = periodOfDays('2026-01-01', '2026-01-10');
    expect(period && period.until - period.from).toBe(10 * DAY);
    expect(period && periodBefore(period).name).toBe('2025-12-22 to 2025-12-31');
  });

  it.each(['2026-Q5', '2026', 'Q3'])('%s is no quarter', (name) => {
    expect(quarterNamed(name)).toBeUndefined();
  });

  it('do not begin on days that there are not', () => {
    expect(periodOfDays('2026-06-31', '2026-07-02')).toBeUndefined();
    expect(periodOfDays('2026-07-02', '2026-07-01')).toBeUndefined();
  });

  it('are covered by runs that are a day late, and not by those that are two', () => {
    const period = { name: 'x', from: 0, until: 15 * DAY };
    const after = { id: 'later', at: new Date(16 * DAY).toISOString() };
    expect(coverageOf([8 * DAY], period, 7 * DAY, after).gaps).toEqual([]);
    expect(coverageOf([9 * DAY], period, 7 * DAY, after).gaps).toMatchObject([{ kind: 'before-first', ms: 9 * DAY }]);
    expect(coverageOf([7 * DAY], period, 7 * DAY, after).gaps).toMatchObject([{ kind: 'after-last', ms: 8 * DAY }]);
  });
});
