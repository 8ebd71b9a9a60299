import { expect, it } from '@jest/globals';
import { openLedger } from './chain.js';
import { exportTable } from './export.js';
import { all, day, emptyFolder, inventoryOf, orders, richInventory, runOf } from './ledger.fixture.js';
import { recordRun } from './record.js';
import { TABLES } from './tables/index.js';
import { restoreJob } from '@backproof/testing';

async function exported(...[table, format]: [table: (typeof TABLES)[keyof typeof TABLES], format: 'csv' | 'ndjson']) {
  const folder = await emptyFolder();
  const later = inventoryOf(day(1), { restoreJobs: [restoreJob(orders, { id: 'restore-2', message: '=1+1' })] });
  for (const inventory of [richInventory(day(0)), later]) await recordRun(folder, inventory, runOf(inventory));
  return all(exportTable(await openLedger(folder), table, format));
}

it('gives a line of JSON for each row, with the names of the columns and moments in ISO 8601', async () => {
  const lines = (await exported(TABLES.outcomes, 'ndjson')).map((line) => JSON.parse(line) as unknown);
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatchObject({
    taken_at: '2026-11-22T12:00:00.000Z',
    rule_id: 'always-fails',
    resource_arn: orders.arn,
    data: { name: 'orders' },
    gaps: [],
  });
});

it('gives CSV by RFC 4180, each job once, and no formula for a spreadsheet to run', async () => {
  const [header, ...rows] = await exported(TABLES.restoreJobs, 'csv');
  expect(header).toMatch(
    /^run_id,taken_at,aws_partition,account,region,job_id,origin,created_at,completed_at,message,status,.*\r\n$/,
  );
  expect(rows).toHaveLength(2);
  expect(rows[0]).toContain(
    ',restore-1,live,2026-11-21T11:00:00.000Z,2026-11-21T12:00:00.000Z,"fine, ""really""",COMPLETED,',
  );
  expect(rows[1]).toContain(",'=1+1,COMPLETED,");
});

it('gives what is nested as JSON in a cell', async () => {
  const [, row] = await exported(TABLES.copyJobs, 'csv');
  expect(row).toContain(',"{""deleteAfterDays"":30}",');
});
