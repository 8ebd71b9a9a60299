import { REPORTED_RUNS } from '@backproof/testing';
import { describe, expect, it } from '@jest/globals';
import { REPORTERS } from 'backproof';

const { mixed } = REPORTED_RUNS;

/** What each report says of the waiver in force W-1, the expired W-2 and the stale W-3 of the shared mixed run. */
const SAID: Readonly<Record<string, Readonly<Record<'active' | 'expired' | 'stale', readonly string[]>>>> = {
  terminal: {
    active: ['1 waiver in force: W-1'],
    expired: ['Waiver W-2 expired at 2026-10-31'],
    stale: ['Waiver W-3 stale: matches no failure of backup-coverage'],
  },
  json: {
    active: ['"disposition":{"kind":"waived","waiver":"W-1"}'],
    expired: ['"disposition":{"expiredWaiver":"W-2","kind":"open"}', '"state":"expired"'],
    stale: ['"state":"stale"'],
  },
  junit: {
    active: [
      'name="W-1" time="0.000"/>',
      'rds:db:cache" time="0.000"><skipped message="waived by W-1 until 2027-03-31 (payments, approved by ciso)',
    ],
    expired: [
      'name="W-2" time="0.000"><skipped message="waiver W-2 expired on 2026-10-31',
      '<failure message="ledger is in no backup plan." type="high">waiver W-2 expired on 2026-10-31',
    ],
    stale: ['name="W-3" time="0.000"><skipped message="waiver W-3 is stale: it matches no failure'],
  },
  sarif: {
    active: ['"justification":"It can be built anew from the ledger."', '"properties":{"waiver":"W-1"'],
    expired: ['"descriptor":{"id":"waiver-expired"},"message":{"text":"A waiver has expired: what it accepted is open'],
    stale: ['"descriptor":{"id":"waiver-stale"},"message":{"text":"A waiver matches no failure. W-3 of'],
  },
  html: {
    active: ['Accepted by waiver W-1.', '<span class="name">W-1</span>'],
    expired: ['Waiver W-2 has expired.', '<span class="name">W-2</span>', '<span class="state expired">'],
    stale: ['<span class="name">W-3</span>', '<span class="state stale">'],
  },
  markdown: {
    active: ['| active | W-1 | backup-coverage | 2027-03-31 | payments | ciso | 1 |'],
    expired: [
      'ledger is in no backup plan. Waiver W-2 has expired.',
      '| expired | W-2 | backup-coverage | 2026-10-31 |',
    ],
    stale: ['| stale | W-3 | backup-coverage | 2027-03-31 | payments | ciso | 0 |'],
  },
  csv: {
    active: ['fail,waived,W-1,unprotected,cache is in no backup plan.'],
    expired: ['fail,open,W-2 (expired),unprotected,ledger is in no backup plan.'],
    // A row is an outcome, and a stale waiver has none.
    stale: [],
  },
  asff: {
    active: ['"backproof/waiver":"W-1 until 2027-03-31: It can be built anew from the ledger."'],
    // What it accepted is an active finding again, as any other.
    expired: [],
    stale: [],
  },
  ocsf: {
    active: ['"comment":"waiver W-1 until 2027-03-31: It can be built anew from the ledger."'],
    expired: [],
    stale: [],
  },
  openmetrics: { active: ['result="waived",severity="high"} 1'], expired: [], stale: [] },
};

describe.each(REPORTERS)('the report $id', (reporter) => {
  const text = [...reporter.render(mixed)].join('');

  it.each(['active', 'expired', 'stale'] as const)('tells of the %s waiver', (state) => {
    const said = SAID[reporter.id];
    if (said === undefined) throw new Error(`what ${reporter.id} says of waivers is not in the table`);
    for (const words of said[state]) expect(text).toContain(words);
  });
});

it('a stale waiver is in no row of outcomes', () => {
  const csv = REPORTERS.find(({ id }) => id === 'csv');
  expect([...(csv?.render(mixed) ?? ['W-3'])].join('')).not.toContain('W-3');
});

it('in SARIF for GitHub, what is waived is no result, and what was waived until lately is one', () => {
  const sarif = REPORTERS.find(({ id }) => id === 'sarif');
  const text = [...(sarif?.render(mixed, { profile: 'github' }) ?? [])].join('');
  expect(text).toContain('db:ledger');
  expect(text).not.toContain('db:cache');
  expect(text).toContain('W-2 of backup-coverage');
});
