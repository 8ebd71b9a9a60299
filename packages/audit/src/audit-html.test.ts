import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import axe from 'axe-core';
import { HtmlValidate } from 'html-validate';
import type { Browser } from 'playwright-core';
import { findChromium, startChromium } from '@backproof/browser';
import { auditCsv } from './audit-csv.js';
import { auditOfWeeks, HOSTILE, response } from './audit.fixture.js';
import type { Audit } from './audit.js';
import { auditHtml } from './html/audit-html.js';
import { AUDIT_TABLES } from './tables/index.js';

const chromium = await findChromium('the page of an audit');
const describeInBrowser = chromium === undefined ? describe.skip : describe;

let audit: Audit;
let text: string;

beforeAll(async () => {
  const responses = [response({ rootCause: HOSTILE, compensatingControls: [HOSTILE] })];
  audit = await auditOfWeeks([undefined, 'pass', 'fail', 'unlisted', 'fail', 'pass', 'fail'], 0, { responses });
  text = [...auditHtml(audit)].join('');
});

describe('the page', () => {
  it('is valid', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended', 'html-validate:a11y'],
      rules: { 'no-redundant-role': 'off', 'void-style': 'off' },
    });
    const { results } = await validator.validateString(text);
    expect(results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`))).toEqual(
      [],
    );
  });

  it('holds no markup of strangers', () => {
    expect(audit.exceptions.map(({ name }) => name)).toContain(HOSTILE);
    expect(text).not.toContain(HOSTILE);
    expect(text).not.toContain('<script');
  });
});

describeInBrowser('the page in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startChromium(chromium);
  });
  afterAll(() => browser.close());

  it.each(['light', 'dark'] as const)('is accessible, loads nothing and fits a phone, %s', async (colorScheme) => {
    const page = await browser.newPage({ colorScheme, viewport: { width: 390, height: 900 } });
    const misdeeds: string[] = [];
    page.on('console', (message) => misdeeds.push(message.text()));
    page.on('request', (request) => misdeeds.push(request.url()));
    await page.setContent(text);
    await page.evaluate(axe.source);
    const violations = await page.evaluate(`axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).slice(0, 3)))`);
    expect(violations).toEqual([]);
    expect(misdeeds).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  });
});

it('a page of very many exceptions has the open and the gravest, and says where the others are', () => {
  const [closed] = audit.exceptions.filter(({ state }) => state === 'closed');
  if (closed === undefined) throw new Error('an exception was closed');
  const many = Array.from({ length: 3000 }, (_, n) => ({ ...closed, name: `closed-${n}` }));
  const open = { ...closed, state: 'open' as const, name: 'open-at-the-end' };
  const critical = { ...closed, severity: 'critical' as const, name: 'critical-and-closed' };
  const page = [...auditHtml({ ...audit, exceptions: [...many, critical, open] })].join('');
  expect(page).toContain('2,000 of 3,002 are shown.');
  expect(page.indexOf('open-at-the-end')).toBeLessThan(page.indexOf('critical-and-closed'));
  expect(page.indexOf('critical-and-closed')).toBeLessThan(page.indexOf('closed-0<'));
  expect(page).toContain('closed-1997<');
  expect(page).not.toContain('closed-1998<');
});

it('no cell of the tables is a formula', () => {
  const cells = AUDIT_TABLES.flatMap((table) => [...auditCsv(audit, table)]).join('');
  expect(cells).toContain(`'${HOSTILE}`);
  expect(cells).not.toMatch(/(^|,)"?[=+@-]/m);
});
