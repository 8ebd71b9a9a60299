import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import axe from 'axe-core';
import { findChromium } from '@backproof/browser';
import type { DrillReport } from '@backproof/core';
import { HOSTILE_TEXTS } from '@backproof/testing';
import { startBrowser } from '../browser/browser.fixture.js';
import type { TestBrowser } from '../browser/browser.fixture.js';
import { layoutFaults } from '../browser/layout-faults.fixture.js';
import { htmlFaults } from '../validation.fixture.js';
import { LOSSES, reportOf, RESOURCES } from './drill.fixture.js';
import { drillHtml } from './drill-html.js';

const textOf = (report: DrillReport): string => [...drillHtml(report)].join('');

it.each([
  ['of all losses', reportOf()],
  ['of one loss', reportOf(LOSSES.slice(0, 1))],
  ['of nothing', reportOf(LOSSES, [])],
])('the page %s is valid', async (_, report) => {
  expect(await htmlFaults(textOf(report))).toEqual([]);
});

it('says in words what a colour says, and what is proven', () => {
  const text = textOf(reportOf());
  for (const word of ['5 hours', 'lost', 'unknown', 'at risk', 'follows only', 'not struck'])
    expect(text).toContain(word);
  expect(text).toContain('proven: 29 hours');
  expect(text).toContain('1 follows: only a replica is left, which cannot go back in time');
  expect(text).not.toContain('all come back');
  expect(text).toContain('restored in 60 minutes');
  expect(text).toContain('computed only');
  expect(text).not.toContain('<script');
  expect(text).not.toContain(HOSTILE_TEXTS.markup);
});

it('counts the resources that it leaves out', () => {
  expect(textOf(reportOf(LOSSES, RESOURCES, 2))).toContain(
    '2 of 3 resources are shown here. The JSON report contains all of them.',
  );
});

const chromium = await findChromium('the drill');
const describeInBrowser = chromium === undefined ? describe.skip : describe;

let browser: TestBrowser;
beforeAll(async () => {
  browser = await startBrowser(chromium);
});
afterAll(async () => {
  await browser.close();
});

describeInBrowser.each([1280, 390])('%d pixels wide', (width) => {
  it.each(['light', 'dark'] as const)('is laid out well and accessible, %s, without a script', async (colorScheme) => {
    const { page, misdeeds } = await browser.open(textOf(reportOf()), {
      viewport: { width, height: 900 },
      colorScheme,
    });
    expect(await page.evaluate(layoutFaults)).toEqual([]);
    await page.evaluate(axe.source);
    const violations = await page.evaluate(`axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).slice(0, 3)))`);
    expect(violations).toEqual([]);
    expect(misdeeds).toEqual([]);
  });
});
