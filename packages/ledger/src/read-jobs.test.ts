import { expect, it } from '@jest/globals';
import type { RestoreJob } from '@backproof/core';
import { STARTED } from '@backproof/core';
import { restoreJob } from '@backproof/testing';
import { openLedger } from './chain.js';
import { day, emptyFolder, inventoryOf, orders, runOf } from './ledger.fixture.js';
import { readJobs } from './read-jobs.js';
import { recordImport, recordRun } from './record.js';
import { TABLES } from './tables/index.js';

const job = (fields: Partial<RestoreJob>) => restoreJob(orders, { id: 'a', createdAt: day(-1), ...fields });

const stories: readonly [story: string, records: readonly Partial<RestoreJob>[], best: number][] = [
  ['of those that ended the latest', [{ message: 'old' }, { message: 'new' }], 1],
  ['what ended before what was running later', [{}, { status: 'RUNNING' }], 0],
  [
    'a validation that ended before one that did not',
    [{ validationStatus: 'FAILED' }, { validationStatus: 'VALIDATING' }],
    0,
  ],
  ['a validation before none', [{ validationStatus: 'SUCCESSFUL' }, {}], 0],
  ['a deletion that ended', [{ deletionStatus: 'DELETING' }, { deletionStatus: 'FAILED' }, {}], 1],
  ["AWS's own word before a report file's", [{}, { origin: 'audit-manager', message: 'x' }], 0],
  [
    'a report file before an event',
    [
      { origin: 'audit-manager', message: 'x' },
      { origin: 'cloudtrail', status: STARTED },
    ],
    0,
  ],
  ['an end that a report file tells before a beginning', [{ status: 'RUNNING' }, { origin: 'audit-manager' }], 1],
  ['an event where there is nothing else', [{ origin: 'cloudtrail', status: STARTED }], 0],
];

it.each(stories)('of several records of a job stays %s', async (_story, records, best) => {
  const folder = await emptyFolder();
  for (const [index, fields] of records.entries()) {
    const inventory = inventoryOf(day(index), { restoreJobs: [job(fields)] });
    if (fields.origin === undefined) await recordRun(folder, inventory, runOf(inventory));
    else await recordImport(folder, inventory, []);
  }
  const { origin = 'live', id, scope, ...fields } = job(records[best] ?? {});
  const takenAt = day(best);
  expect(await readJobs(await openLedger(folder), TABLES.restoreJobs)).toEqual([
    {
      runId: expect.any(String),
      takenAt,
      jobId: id,
      origin,
      awsPartition: scope.partition,
      account: scope.accountId,
      region: scope.region,
      ...fields,
    },
  ]);
});
