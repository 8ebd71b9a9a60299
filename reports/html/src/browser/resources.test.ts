import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findChromium } from '@backproof/browser';
import { failure, home, outcome, run, subject } from '@backproof/testing';
import type { Outcome, ReportedRun } from '@backproof/core';
import type { Page } from 'playwright-core';
import { html } from '../html.js';
import { startBrowser } from './browser.fixture.js';
import type { TestBrowser } from './browser.fixture.js';

const chromium = await findChromium('the resources of the HTML report');
const describeInBrowser = chromium === undefined ? describe.skip : describe;

let browser: TestBrowser;
beforeAll(async () => {
  browser = await startBrowser(chromium);
});
afterAll(async () => {
  await browser.close();
});

const elsewhere = { ...home, accountId: '222222222222', region: 'us-east-1' };
const rules = [{ id: 'backup-coverage' }, { id: 'restore-test' }];

function textOf(outcomes: readonly Outcome[]): string {
  const reported: ReportedRun = run({ outcomes, rules, scopes: [home, elsewhere] });
  return [...html.render(reported, { rows: 1_000, history: [] })].join('');
}

const orders = subject({ name: 'orders', arn: 'arn:aws:rds:eu-west-1:111111111111:db:orders' });
const photos = subject({ type: 'S3', name: 'photos', arn: 'arn:aws:s3:::photos' });
const table = subject({
  type: 'DynamoDB',
  name: 'carts',
  arn: 'arn:aws:dynamodb:us-east-1:222222222222:table/carts',
  ...{ accountId: '222222222222', region: 'us-east-1' },
});
const hostile = subject({ type: 'EBS', name: '<img src=x>', arn: 'arn:aws:ec2:eu-west-1:111111111111:volume/<b>&"' });
const print = (n: number) => ({ fingerprint: `${n}`.padStart(64, '0') });
const few = textOf([
  outcome('pass', { subject: photos }),
  failure({ subject: orders, severity: 'medium', ...print(1) }),
  failure({ subject: table, severity: 'critical', ...print(2) }),
  outcome('unknown', { subject: hostile }),
  outcome('notApplicable', { subject: photos, ruleId: 'restore-test' }),
  failure({ subject: table, ruleId: 'restore-test', severity: 'low', ...print(3) }),
]);

const namesIn = (page: Page) => page.locator('#resources tbody .name').allTextContents();

describeInBrowser('the resources', () => {
  it('are there without the script, the worst first, with a verdict for each rule', async () => {
    const { page } = await browser.open(few, { javaScriptEnabled: false });
    expect(await namesIn(page)).toEqual(['carts', 'orders', '<img src=x>', 'photos']);
    expect(await page.locator('#resource-filters').isVisible()).toBe(false);
    expect(await page.locator('#resources tbody tr').first().locator('td').allTextContents()).toEqual([
      '222222222222 us-east-1',
      'critical',
      'low',
    ]);
    expect(await page.locator('#resources tbody tr').last().locator('td').nth(2).textContent()).toBe('–not applicable');
  });

  it.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ['an account', { account: '222222222222' }, ['carts']],
    ['a Region', { region: 'eu-west-1' }, ['orders', '<img src=x>', 'photos']],
    ['a type', { type: 'S3' }, ['photos']],
    ['a status under any rule', { status: 'open' }, ['carts', 'orders']],
    ['a status under one rule', { rule: 'restore-test', status: 'open' }, ['carts']],
    ['a severity', { least: 'high' }, ['carts']],
    ['a severity under one rule', { rule: 'restore-test', least: 'high' }, []],
  ])('are filtered by %s', async (_, filters, names) => {
    const { page, misdeeds } = await browser.open(few);
    for (const [filter, value] of Object.entries(filters)) await page.selectOption(`[data-filter="${filter}"]`, value);
    expect(await namesIn(page)).toEqual(names);
    expect(await page.locator('#resources-found').textContent()).toBe(`${names.length} of 4 resources`);
    await page.click('#all-resources');
    expect(await namesIn(page)).toEqual(['carts', 'orders', '<img src=x>', 'photos']);
    expect(misdeeds).toEqual([]);
  });

  it('are written by the script as the page comes with them', async () => {
    const { page } = await browser.open(few);
    const rows = () =>
      page.locator('#resources tbody tr').evaluateAll((found) =>
        found.map((row) => ({
          cells: [...row.children].map(({ textContent }) => textContent),
          links: [...row.querySelectorAll('a')].map(({ href, rel }) => [href, rel]),
        })),
      );
    const before = await rows();
    await page.fill('#resource-text', ' ');
    expect(await rows()).toEqual(before);
    expect(before.map(({ links }) => links.filter(([href]) => href?.startsWith('https:')))).toEqual([
      [['https://us-east-1.console.aws.amazon.com/dynamodbv2/home?region=us-east-1#table?name=carts', 'noreferrer']],
      [
        [
          'https://eu-west-1.console.aws.amazon.com/rds/home?region=eu-west-1#database:id=orders;is-cluster=false',
          'noreferrer',
        ],
      ],
      [],
      [['https://eu-west-1.console.aws.amazon.com/s3/buckets/photos?region=eu-west-1', 'noreferrer']],
    ]);
  });

  it('are sorted by each column, up and down', async () => {
    const { page } = await browser.open(few);
    const head = page.locator('#resources th[data-column="name"]');
    await head.getByRole('button').click();
    expect(await namesIn(page)).toEqual(['<img src=x>', 'carts', 'orders', 'photos']);
    expect(await head.getAttribute('aria-sort')).toBe('ascending');
    await head.getByRole('button').click();
    expect(await namesIn(page)).toEqual(['photos', 'orders', 'carts', '<img src=x>']);
    await page.getByRole('button', { name: 'Backup coverage' }).click();
    expect(await namesIn(page)).toEqual(['carts', 'orders', '<img src=x>', 'photos']);
    expect(await head.getAttribute('aria-sort')).toBeNull();
  });

  it.each([
    ['as the page comes', false],
    ['as the script writes them', true],
  ])('lead to their findings, in closed groups too, %s', async (_, isFiltered) => {
    const { page } = await browser.open(few);
    if (isFiltered) await page.fill('#resource-text', 'carts');
    const finding = page.locator('#finding-0000000000000003');
    expect(await finding.isVisible()).toBe(false);
    await page.locator('#resources tbody tr').first().getByRole('link', { name: 'low' }).click();
    expect(await finding.isVisible()).toBe(true);
  });

  it('are filtered by a click on a number in the table of types', async () => {
    const { page } = await browser.open(few);
    await page.locator('#coverage a.lookup[data-type="DynamoDB"][data-rule="restore-test"]').click();
    expect(await namesIn(page)).toEqual(['carts']);
    expect(await page.locator('[data-filter="rule"]').inputValue()).toBe('restore-test');
    expect(await page.locator('[data-filter="status"]').inputValue()).toBe('open');
  });
});

describeInBrowser('20,000 resources', () => {
  it('are all found, sorted and listed step by step', async () => {
    const outcomes = rules.flatMap(({ id }) =>
      Array.from({ length: 20_000 }, (_, n) => {
        const arn = `arn:aws:ec2:eu-west-1:111111111111:volume/vol-${n}`;
        const of = { ruleId: id, subject: subject({ type: 'EBS', name: `data-${n}`, arn }), ...print(n) };
        return n % 3 === 0 ? failure(of) : outcome('pass', of);
      }),
    );
    const { page, misdeeds } = await browser.open(textOf(outcomes));
    expect(await page.locator('#resources .left-out').textContent()).toContain('250 worst resources');
    const before = Date.now();
    await page.fill('#resource-text', 'data-1777');
    expect(await page.locator('#resources-found').textContent()).toBe('11 of 20,000 resources');
    expect(Date.now() - before).toBeLessThan(6_000);
    await page.fill('#resource-text', '');
    expect(await page.locator('#resources tbody tr').count()).toBe(100);
    await page.click('#more-resources');
    expect(await page.locator('#resources tbody tr').count()).toBe(200);
    expect(misdeeds).toEqual([]);
  });
});
