import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import axe from 'axe-core';
import { findChromium } from '@backproof/browser';
import { compareDrills, drillSummary } from '@backproof/core';
import type { DrilledResource, DrillReport, Loss, Survival } from '@backproof/core';
import { dynamoDbTable, HOSTILE_TEXTS } from '@backproof/testing';
import { startBrowser } from '../browser/browser.fixture.js';
import type { TestBrowser } from '../browser/browser.fixture.js';
import { layoutFaults } from '../browser/layout-faults.fixture.js';
import { htmlFaults } from '../validation.fixture.js';
import { drillHtml } from './drill-html.js';

const HOUR = 3_600_000;
const now = Date.UTC(2026, 10, 22, 12);
const LOSSES: readonly Loss[] = [
  { kind: 'deletion' },
  { kind: 'late', foundAfterMs: 720 * HOUR },
  { kind: 'region' },
  { kind: 'account' },
  { kind: 'hostile-admin' },
];

const table = (name: string) => ({
  ...dynamoDbTable({ tags: { application: HOSTILE_TEXTS.markup } }),
  ...{ name, arn: `arn:aws:dynamodb:eu-west-1:111111111111:table/${name}` },
});
const way = {
  ...{
    kind: 'point' as const,
    row: 0,
    vaultArn: 'arn:vault',
    continuous: false,
    arn: 'arn:point',
    of: table('orders'),
  },
  ...{ accountId: '222222222222', region: 'eu-west-1', newest: now - 5 * HOUR, oldest: now - 5 * HOUR },
};
const BACK: Survival = {
  ...{ status: 'survives', way, rpoMs: 5 * HOUR, oldest: now, until: undefined, needs: ['in-its-account'] },
  ...{ atLeast: true, restoredMoment: now - 29 * HOUR },
};
const LEFT: readonly Survival[] = [
  { status: 'lost', why: 'in-the-account' },
  { status: 'unknown', why: 'unread' },
  { status: 'follows', replicaArn: 'arn:replica' },
  { status: 'at-risk', way, until: now + 168 * HOUR, why: 'key-in-the-account', atLeast: false },
];

function drilled(name: string, survivals: readonly (Survival | undefined)[], restoreMs?: number): DrilledResource {
  const steps = survivals.map((left) => (left?.status === 'lost' ? (['copy-to-account'] as const) : []));
  return { resource: table(name), survivals, steps, restoreMs };
}

const RESOURCES = [
  drilled('orders', [BACK, BACK, ...LEFT.slice(0, 3)], HOUR),
  drilled(HOSTILE_TEXTS.markup, [...LEFT, undefined]),
  drilled('carts-of-a-shop-with-a-long-name-that-goes-on', [BACK, BACK, BACK, BACK, BACK]),
];

function reportOf(losses: readonly Loss[] = LOSSES, resources = RESOURCES, worst = 10): DrillReport {
  const summary = drillSummary(resources, { losses: losses.length, worst, groupBy: 'application' });
  const before = {
    now: now - 24 * HOUR,
    drilled: RESOURCES.map((each) => ({ ...each, survivals: losses.map(() => BACK) })),
  };
  const comparison = compareDrills(before, resources);
  return { losses, now, tool: { name: 'backproof', version: '1' }, summary, groupBy: 'application', comparison };
}

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
