import { expect, it } from '@jest/globals';
import { auditOfWeeks, week } from './audit.fixture.js';
import { auditHtml } from './html/audit-html.js';

const waiver = {
  ...{ id: 'W-1', rule: 'echo', resources: ['*'], reason: 'known', owner: 'a', approvedBy: 'b' },
  expires: week(30),
};

it('the history has each change of rules and waivers, with the runs between which it happened', async () => {
  const audit = await auditOfWeeks([
    'pass',
    { sight: 'pass', version: '2.0.0' },
    { sight: 'pass', version: '2.0.0', waivers: [waiver] },
    { sight: 'pass', version: '2.0.0', waivers: [{ ...waiver, reason: 'other' }] },
    { sight: 'pass', version: '2.0.0' },
  ]);
  const found = audit.history
    .filter(({ setting }) => setting !== 'settings: SHA-256')
    .map(({ setting, from = 'none', to = 'none', run }) => {
      const reasons = [from, to].map((text) => /"reason":"(\w+)"/.exec(text)?.[1] ?? text);
      return [run.at.slice(5, 10), setting, ...reasons].join(', ');
    });
  expect(found).toEqual([
    '07-12, rule echo: version, 1.0.0, 2.0.0',
    '07-19, waiver W-1, none, known',
    '07-26, waiver W-1, known, other',
    '08-02, waiver W-1, other, none',
  ]);
  expect(audit.history.filter(({ setting }) => setting === 'settings: SHA-256')).toHaveLength(4);
  const page = [...auditHtml(audit)].join('');
  for (const { setting } of audit.history) expect(page).toContain(setting);
});

it('the history begins with the last run before the period', async () => {
  const { history } = await auditOfWeeks(['pass', { sight: 'pass', version: '2.0.0' }], -1);
  expect(history).toContainEqual(
    expect.objectContaining({
      setting: 'rule echo: version',
      before: expect.objectContaining({ at: iso(-1) }) as object,
    }),
  );
});

it('runs that are alike have no history', async () => {
  const audit = await auditOfWeeks(['pass', 'fail', 'pass']);
  expect(audit.history).toEqual([]);
  expect([...auditHtml(audit)].join('')).toContain('All runs had the same');
});

function iso(number: number): string {
  return new Date(week(number)).toISOString();
}
