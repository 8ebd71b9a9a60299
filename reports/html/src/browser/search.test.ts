import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findChromium } from '@backproof/browser';
import { failure, manyOutcomes, outcome, run, subject } from '@backproof/testing';
import type { Outcome, ReportedRun } from '@backproof/core';
import { html } from '../html.js';
import { startBrowser } from './browser.fixture.js';
import type { TestBrowser } from './browser.fixture.js';

const chromium = await findChromium('the search of the HTML report');
const describeInBrowser = chromium === undefined ? describe.skip : describe;

let browser: TestBrowser;
beforeAll(async () => {
  browser = await startBrowser(chromium);
});
afterAll(async () => {
  await browser.close();
});

function textOf(reported: ReportedRun, rows = 10): string {
  return [...html.render(reported, { rows, history: [] })].join('');
}

const failures = Array.from({ length: 30 }, (_, n) =>
  failure({
    fingerprint: `${n}`.padStart(64, '0'),
    severity: n === 29 ? 'critical' : 'medium',
    subject: subject({ name: `db-${n}`, arn: `arn:aws:rds:eu-west-1:111111111111:db:db-${n}` }),
  }),
);
const others: readonly Outcome[] = [
  outcome('pass', {
    subject: subject({ name: '<b>blue</b>', arn: 'arn:aws:ec2:eu-west-1:111111111111:volume/vol-1' }),
  }),
  outcome('unknown', { subject: subject({ name: 'green', arn: 'arn:aws:ec2:eu-west-1:111111111111:volume/vol-2' }) }),
  outcome('notApplicable', {
    subject: subject({ name: 'Größe 🗄', arn: 'arn:aws:s3:::grey', accountId: '222222222222' }),
  }),
];
const page = textOf(run({ outcomes: [...failures, ...others] }));

describeInBrowser('the search', () => {
  it.each([
    ['a failure without a row', 'DB-27', '1 outcome: 1 open', 'only in the index'],
    ['a failure with a row', 'db-29', '1 outcome: 1 open', 'in full below'],
    ['a failure by its severity', 'critical', '1 outcome: 1 open', 'in full below'],
    ['a pass', '<b>blue</b>', '1 outcome: 1 pass', 'only in the index'],
    ['an unknown outcome', 'vol-2', '1 outcome: 1 unknown', 'in full below'],
    ['an outcome that is not applicable, by its account', '222222222222', '1 outcome: 1 not applicable', 'only in'],
    ['a name of any characters', 'größe 🗄', '1 outcome: 1 not applicable', 'Größe 🗄'],
    ['several words, which must all fit', 'pass ec2 vol', '1 outcome: 1 pass', 'volume/vol-1'],
    ['all failures by that word', 'fail', '30 outcomes: 30 open', 'db-0'],
    ['nothing', 'no-such-thing', 'no outcome', ''],
  ])('finds %s', async (_, query, hits, item) => {
    const { page: opened, misdeeds } = await browser.open(page);
    await opened.fill('#query', query);
    expect(await opened.locator('#hits').textContent()).toBe(hits);
    expect((await opened.locator('#hit-list').textContent()) ?? '').toContain(item);
    expect(misdeeds).toEqual([]);
  });

  it('says what is written in full and what is in the index only', async () => {
    const { page: opened } = await browser.open(page);
    expect(await opened.locator('#search > .detail').textContent()).toBe(
      '33 outcomes in the run: 11 with their messages and evidence on this page, the others in its index only.',
    );
  });

  it('leads to the finding, and unfolds what it is in', async () => {
    const { page: opened } = await browser.open(page);
    await opened.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = false;
    });
    await opened.fill('#query', 'db-29');
    await opened.click('#hit-list a');
    const row = opened.locator('#finding-0000000000000029');
    expect(await row.isVisible()).toBe(true);
  });
});

describeInBrowser('a page of 20,000 resources', () => {
  const ids = Array.from(
    { length: 20_000 },
    (_, n) => `vol-${(BigInt(n) * 0x9e3779b97f4a7c15n).toString(16).slice(0, 17)}`,
  );
  const many = manyOutcomes(80_000);
  const reported: ReportedRun = { ...many, outcomes: { [Symbol.iterator]: () => withIds(many.outcomes, ids) } };

  it('is loaded within a second, and finds each of them', async () => {
    const text = textOf(reported, 1_000);
    expect(Buffer.byteLength(text)).toBeLessThan(10_000_000);
    const { page: opened, misdeeds } = await browser.open(text);
    const loadMs = await opened.evaluate(() => {
      const [navigation] = performance.getEntriesByType('navigation');
      return navigation?.duration ?? NaN;
    });
    expect(loadMs).toBeLessThan(1_000 * SLOWER);
    const before = Date.now();
    await opened.fill('#query', ids[17_777] ?? '');
    expect(await opened.locator('#hits').textContent()).toMatch(/^4 outcomes: /);
    expect(Date.now() - before).toBeLessThan(2_000 * SLOWER);
    expect(misdeeds).toEqual([]);
  });
});

/** Machines that test several things at once are slower than readers' ones. */
const SLOWER = 3;

function* withIds(outcomes: Iterable<Outcome>, ids: readonly string[]): Generator<Outcome> {
  let number = 0;
  for (const each of outcomes) {
    const arn = `arn:aws:ec2:eu-west-1:111111111111:volume/${ids[number++ % ids.length] ?? ''}`;
    yield { ...each, subject: { ...each.subject, type: 'EBS', name: `data-${number}`, arn } };
  }
}
