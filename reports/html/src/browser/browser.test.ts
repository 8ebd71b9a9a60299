import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { findChromium } from '@backproof/browser';
import { failure, manyOutcomes, protection, REPORTED_RUNS, run, subject } from '@backproof/testing';
import type { ReportedRun } from '@backproof/core';
import { html } from '../html.js';
import { startBrowser } from './browser.fixture.js';
import type { TestBrowser } from './browser.fixture.js';
import { layoutFaults } from './layout-faults.fixture.js';
import { pdfOutline } from './pdf.fixture.js';
import { coloursIn } from './pixels.fixture.js';

const history = [1, 8, 15].map((day) => ({
  now: `2026-11-${String(day).padStart(2, '0')}T12:00:00Z`,
  tally: { pass: day, open: 20 - day, waived: 1, baseline: 2, unknown: 3, notApplicable: 4 },
}));

const written = {
  mixed: textOf(REPORTED_RUNS.mixed),
  hostile: textOf(REPORTED_RUNS.hostile),
  many: textOf(manyOutcomes(2_000)),
};

function textOf(reported: ReportedRun): string {
  return [...html.render(reported, { rows: 100, history })].join('');
}

const chromium = await findChromium('the HTML report');
const describeInBrowser = chromium === undefined ? describe.skip : describe;

let browser: TestBrowser;
beforeAll(async () => {
  browser = await startBrowser(chromium);
});
afterAll(async () => {
  await browser.close();
});

const WIDTHS = [1280, 390];

/** The area of text of a page of A4, in pixels. */
const A4_AT_96_DPI = { width: 688, height: 994 };
const SCHEMES = ['light', 'dark'] as const;

async function unfold(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
}

describeInBrowser.each(WIDTHS)('%d pixels wide', (width) => {
  const viewport = { width, height: 900 };

  it.each(['mixed', 'hostile', 'many'] as const)('%s is laid out well, folded and unfolded', async (name) => {
    const { page, misdeeds } = await browser.open(written[name], { viewport });
    expect(await page.evaluate(layoutFaults)).toEqual([]);
    await unfold(page);
    expect(await page.evaluate(layoutFaults)).toEqual([]);
    expect(misdeeds).toEqual([]);
  });

  it.each(SCHEMES)('mixed is accessible, %s', async (colorScheme) => {
    const { page } = await browser.open(written.mixed, { viewport, colorScheme });
    await unfold(page);
    await page.evaluate(axe.source);
    const violations = await page.evaluate(`axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).slice(0, 3)))`);
    expect(violations).toEqual([]);
  });
});

describeInBrowser('what is drawn', () => {
  it('has the colours of its scheme', async () => {
    for (const [colorScheme, paper] of [
      ['light', '#ffffff'],
      ['dark', '#13161c'],
    ] as const) {
      const { page } = await browser.open(written.mixed, { colorScheme });
      const colours = await coloursIn(page, await page.screenshot());
      expect(colours.get(paper)).toBeGreaterThan(0.5);
    }
  });

  it('shows the points of a calendar on their days', async () => {
    const reported = run({
      outcomes: [failure({ subject: subject() })],
      protection: [protection({ calendar: '.100y100.65x50.50' })],
    });
    const { page } = await browser.open(textOf(reported), { colorScheme: 'light' });
    const strip = await page.locator('.strip').first().screenshot();
    const share = async (from: number, to: number, colour: string) =>
      (await coloursIn(page, strip, from / 365, to / 365)).get(colour) ?? 0;
    expect(await share(105, 195, '#17427c')).toBeGreaterThan(0.6);
    expect(await share(270, 310, '#bd3017')).toBeGreaterThan(0.1);
    for (const [from, to] of [
      [5, 95],
      [205, 260],
      [320, 360],
    ] as const) {
      expect((await share(from, to, '#17427c')) + (await share(from, to, '#bd3017'))).toBe(0);
    }
  });
});

describeInBrowser('hostile text', () => {
  it('runs nothing, loads nothing and links to nothing but pages', async () => {
    const { page, misdeeds } = await browser.open(written.hostile);
    const found = await page.evaluate(() => ({
      scripts: document.scripts.length,
      loaded: document.querySelectorAll('img, iframe, object, embed, link, base, video, audio').length,
      handlers: [...document.querySelectorAll('*')].filter((element) =>
        element.getAttributeNames().some((name) => name.startsWith('on') || name === 'style'),
      ).length,
      links: [...document.querySelectorAll('a')].filter(({ href }) => !/^(https?|file):/.test(href)).length,
    }));
    expect(found).toEqual({ scripts: 1, loaded: 0, handlers: 0, links: 0 });
    expect(misdeeds).toEqual([]);
  });
});

describeInBrowser('without its script', () => {
  it('everything is there to read, and nothing that would not work', async () => {
    const { page } = await browser.open(written.mixed, { javaScriptEnabled: false });
    const headings = await page.locator('h2').allTextContents();
    expect(headings).toEqual([
      'Summary',
      'Resources',
      'Open violations',
      'Unknown',
      'By resource type',
      'A year of recovery points',
      'Where copies are',
      'Restores',
      'Waivers',
      'Since the baseline',
      'Passes',
      'Left over',
      'Scope and exclusions',
      'How it was read',
      'Rules and parameters',
      'Integrity',
    ]);
    expect(await page.locator('#filters').isVisible()).toBe(false);
    expect(await page.locator('#search').isVisible()).toBe(false);
    expect(await page.locator('noscript').textContent()).toContain('this page has no search');
    const message = page.locator('.message', { hasText: 'payments is in plan nightly, but its last backup failed.' });
    expect(await message.isVisible()).toBe(true);
  });
});

describeInBrowser('its script', () => {
  it('marks the section that is being read in the contents', async () => {
    const { page } = await browser.open(written.mixed);
    const current = page.locator('nav a[aria-current]');
    expect(await current.allTextContents()).toEqual(['Summary']);
    await page.locator('#restores').evaluate((section) => {
      section.scrollIntoView();
    });
    await expect(page.waitForSelector('nav a[aria-current][href="#restores"]')).resolves.toBeDefined();
    expect(await current.count()).toBe(1);
  });

  it('filters the findings by text and severity, and says how many are left', async () => {
    const { page } = await browser.open(written.mixed);
    const found = page.locator('#found');
    expect(await found.textContent()).toBe('5 of 5 findings on this page');
    await page.fill('#text', 'PAYMENTS plan');
    expect(await found.textContent()).toBe('1 of 5 findings on this page');
    expect(await page.locator('#violations tbody > tr:visible').count()).toBe(1);
    await page.fill('#text', '');
    await page.selectOption('#severity', 'critical');
    expect(await found.textContent()).toBe('1 of 5 findings on this page');
    await page.fill('#text', 'nothing has this text');
    expect(await found.textContent()).toBe('0 of 5 findings on this page');
    expect(await page.locator('#violations .rule:visible').count()).toBe(0);
  });

  it('is not allowed to do more than it says: the policy stops any other', async () => {
    const injected = written.mixed.replace('</main>', '<script>document.title = "changed"</script></main>');
    const { page, misdeeds } = await browser.open(injected);
    expect(await page.title()).not.toBe('changed');
    expect(misdeeds).toEqual([expect.stringContaining('Content Security Policy')]);
  });
});

describeInBrowser('on paper', () => {
  it.each([true, false])(
    'it has pages of A4, and no heading is the last of a page; its script runs: %s',
    async (javaScriptEnabled) => {
      const { page } = await browser.open(written.many, { javaScriptEnabled, colorScheme: 'dark' });
      const printed = await page.pdf({ preferCSSPageSize: true, printBackground: true, outline: true, tagged: true });
      const { pages, size, headings } = pdfOutline(printed);
      expect(size.map(Math.round)).toEqual([595, 842]);
      expect(pages).toBeGreaterThan(4);
      for (const title of ['Open violations', 'A year of recovery points', 'Rules and parameters']) {
        const heading = headings.find((each) => each.title === title);
        expect(heading).toEqual({ title, page: expect.any(Number), fromTop: expect.any(Number) });
      }
      expect(headings.every(({ fromTop }) => fromTop < 770)).toBe(true);
    },
  );

  it('no page is left half empty: parts follow each other, and what stays together is short', async () => {
    const { page } = await browser.open(written.mixed, { viewport: A4_AT_96_DPI });
    await page.emulateMedia({ media: 'print' });
    await unfold(page);
    const found = await page.evaluate(() =>
      [...document.body.querySelectorAll('*')].flatMap((element) => {
        const { breakBefore, breakInside } = getComputedStyle(element);
        const { height } = element.getBoundingClientRect();
        return [
          ...(breakBefore === 'auto' ? [] : [`${element.id} begins a page`]),
          ...(breakInside === 'auto' || height < 350 ? [] : [`${element.outerHTML.slice(0, 80)} is ${height} high`]),
        ];
      }),
    );
    expect(found).toEqual([]);
  });

  it('nothing is folded away, heads of tables are repeated, and the paper is white', async () => {
    const { page } = await browser.open(written.many, { colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const found = await page.evaluate(() => ({
      folded: [...document.querySelectorAll('details:not([open]) tbody tr')].filter(
        (row) => row.getBoundingClientRect().height === 0,
      ).length,
      closed: document.querySelectorAll('details:not([open])').length > 0,
      heads: [...document.querySelectorAll('thead')].map((head) => getComputedStyle(head).display),
      paper: getComputedStyle(document.body).backgroundColor,
    }));
    expect(found.closed).toBe(true);
    expect(found.folded).toBe(0);
    expect(new Set(found.heads)).toEqual(new Set(['table-header-group']));
    expect(found.paper).toBe('rgb(255, 255, 255)');
  });
});
