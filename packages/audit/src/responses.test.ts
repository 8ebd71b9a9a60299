import { describe, expect, it } from '@jest/globals';
import { auditOfWeeks, response } from './audit.fixture.js';
import type { Sight } from './audit.fixture.js';
import type { Audit } from './audit.js';
import { auditHtml } from './html/audit-html.js';
import type { ExceptionResponse } from './response.js';

const answered = (responses: readonly ExceptionResponse[], ...weeks: readonly Sight[]): Promise<Audit> =>
  auditOfWeeks(weeks, 0, { responses });

describe('a response', () => {
  it('is joined with the exceptions of its rule and resources', async () => {
    const audit = await answered([response()], 'fail', 'pass', 'fail');
    expect(audit.exceptions.map(({ responses }) => responses)).toEqual([['R-1'], ['R-1']]);
    expect(audit.responses).toMatchObject({ unanswered: 0, register: [{ id: 'R-1', exceptions: 2, overdue: false }] });
    expect([...auditHtml(audit)].join('')).toContain('response R-1 of shop, due 2026-08-31');
  });

  it('may be about the exception that one day opened', async () => {
    const audit = await answered([response({ opened: '2026-07-19' })], 'fail', 'pass', 'fail');
    expect(audit.exceptions.map(({ responses }) => responses)).toEqual([[], ['R-1']]);
    expect(audit.responses?.unanswered).toBe(1);
  });

  it.each([
    ['of another rule', { rule: 'restore-test' }],
    ['of other resources', { resources: ['arn:aws:dynamodb:*:table/other'] }],
    ['to an exception of another day', { opened: '2026-07-06' }],
  ])('%s is stale, and the exception has none', async (_, more) => {
    const audit = await answered([response(more)], 'fail');
    expect(audit.responses).toMatchObject({ unanswered: 1, register: [{ exceptions: 0, overdue: false }] });
  });

  it.each<[string, string, readonly Sight[], boolean]>([
    ['after its day', '2026-07-11', ['fail', 'fail'], true],
    ['on its day', '2026-07-12', ['fail', 'fail'], false],
    ['after its day, but remedied', '2026-07-11', ['fail', 'pass'], false],
  ])('is overdue if its exception is open %s', async (_, due, weeks, overdue) => {
    const audit = await answered([response({ due })], ...weeks);
    expect(audit.responses?.register).toMatchObject([{ overdue }]);
  });

  it('is not asked for where no register is given', async () => {
    const audit = await auditOfWeeks(['fail']);
    expect(audit.responses).toBeUndefined();
    expect([...auditHtml(audit)].join('')).toContain('No register of responses was given');
  });
});
