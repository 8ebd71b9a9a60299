import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { recordRun } from '@backproof/ledger';
import { dynamoDbTable, failure, home, inventoryOf, outcome, run, subject } from '@backproof/testing';
import type { Run } from '@backproof/core';
import { trendBefore } from './trend.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backproof-trend-'));
});
afterEach(() => rm(folder, { recursive: true }));

const inventory = inventoryOf({ resource: dynamoDbTable() });
const orders = subject();

/** A run of a day, of as many failures. */
function runOf(day: string, failures: number, fields: Parameters<typeof run>[0] = {}): Run {
  const outcomes = Array.from({ length: 3 }, (_, n) => {
    const of = { subject: { ...orders, arn: `${orders.arn}-${n}` } };
    return n < failures ? failure(of) : outcome('pass', of);
  });
  return { ...run({ outcomes, now: `${day}T12:00:00.000Z`, ...fields }), id: day.replaceAll('-', '').padEnd(64, '0') };
}

it('has the earlier runs of the same accounts, Regions and rules, oldest first', async () => {
  const elsewhere = { scopes: [home, { ...home, region: 'us-east-1' }] };
  for (const recorded of [
    runOf('2026-11-15', 1),
    runOf('2026-11-08', 2),
    runOf('2026-11-10', 3, elsewhere),
    runOf('2026-11-11', 3, { rules: [{}, { id: 'restore-test' }] }),
    runOf('2026-11-29', 0),
  ]) {
    await recordRun(folder, inventory, recorded);
  }
  const trend = await trendBefore(folder, runOf('2026-11-22', 1));
  expect(trend.map(({ now, tally }) => [now.slice(0, 10), tally.open, tally.pass])).toEqual([
    ['2026-11-08', 2, 1],
    ['2026-11-15', 1, 2],
  ]);
});
