import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { groupBy } from '@backproof/core';
import { openLedger, readJobs, readRows, TABLES, verifyLedger } from '@backproof/ledger';
import type { Ledger, OutcomeRow } from '@backproof/ledger';
import type { Run } from 'backproof';
import { unmetLabels } from './support/estate-scan.js';
import { inOrder, recordQuarter, SCANS, seenExceptions, story } from './support/quarter.js';
import type { SeenException } from './support/quarter.js';

let folder: string;
let runs: readonly Run[];
let ledger: Ledger;
let outcomes: readonly OutcomeRow[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backproof-quarter-'));
  runs = (await recordQuarter(folder)).map(({ run }) => run);
  ledger = await openLedger(folder);
  outcomes = await allOf(readRows(ledger, TABLES.outcomes));
});
afterAll(() => rm(folder, { recursive: true }));

async function allOf<Row>(rows: AsyncIterable<Row>): Promise<readonly Row[]> {
  const all: Row[] = [];
  for await (const row of rows) all.push(row);
  return all;
}

/** What a rule said of a resource, scan by scan: the day with the message id. */
function told(ruleId: string, resourceName: string): readonly string[] {
  const rows = outcomes.filter((row) => row.ruleId === ruleId && row.resourceName === resourceName);
  return rows.map(({ takenAt, messageId }) => `${dayOf(takenAt)} ${messageId}`);
}

function dayOf(moment: number | undefined): string {
  return moment === undefined ? '' : new Date(moment).toISOString().slice(5, 10);
}

/** The exceptions that the ledger tells of. */
function recordedExceptions(): readonly SeenException[] {
  const groups = groupBy(outcomes, ({ ruleId, resourceArn }) => `${ruleId} ${resourceArn}`);
  return [...groups.values()].flatMap(exceptionsIn).toSorted(inOrder);
}

function exceptionsIn(rows: readonly OutcomeRow[]): readonly SeenException[] {
  const [row] = rows;
  if (row === undefined) return [];
  const failed = SCANS.map((scan) => rows.some(({ takenAt, status }) => takenAt === scan && status === 'fail'));
  return SCANS.flatMap((opened, index): readonly SeenException[] => {
    if (failed[index] !== true || failed[index - 1] === true) return [];
    const closed = SCANS.find((_, later) => later > index && failed[later] === false);
    const { ruleId: rule, resourceArn, resourceName } = row;
    return [{ rule, resourceArn, resourceName, opened, ...(closed !== undefined && { closed }) }];
  });
}

describe('a quarter that is scanned each week', () => {
  it('bears out every label of its story', () => {
    expect(runs.flatMap((run, week) => unmetLabels(story.at(SCANS[week] ?? 0), run))).toEqual([]);
  });

  it('is recorded, scan by scan, behind an intact chain', async () => {
    const recorded = await allOf(readRows(ledger, TABLES.runs));
    expect(recorded.map(({ takenAt }) => takenAt)).toEqual(SCANS);
    expect(await verifyLedger(folder)).toMatchObject({ faults: [], manifests: SCANS.length });
  });

  it('shows which exceptions were open, and from when to when', () => {
    const exceptions = recordedExceptions();
    expect(exceptions).toEqual(seenExceptions);
    const lines = exceptions.map(
      ({ rule, resourceName, opened, closed }) => `${rule} ${resourceName} ${dayOf(opened)} ${dayOf(closed)}`,
    );
    expect(lines.toSorted()).toEqual([
      'backup-coverage kiosk-db 08-09 08-23',
      'backup-coverage orders 07-26 08-02',
      'backup-coverage wiki 07-05 09-06',
      'cross-account-copy invoices 08-09 08-23',
      'cross-account-copy kiosk-db 08-09 08-23',
      'cross-account-copy orders 07-26 08-02',
      'cross-account-copy wiki 07-05 09-06',
      'replication-only kiosk-db 08-09 08-23',
      'restore-test accounts-db 09-20 09-27',
      'restore-test archive 07-05 ',
      'restore-test contracts 09-13 09-20',
      'restore-test wiki 07-05 09-13',
      'retention-tiers kiosk-db 08-09 09-06',
      'retention-tiers orders 07-26 08-09',
      'retention-tiers wiki 07-05 09-20',
    ]);
  });

  it('knows by CloudTrail that nothing was tested until the ledger reaches back 90 days', () => {
    expect(told('restore-test', 'archive')).toEqual([
      ...SCANS.slice(0, 9).map((scan) => `${dayOf(scan)} never-restored`),
      ...SCANS.slice(9).map((scan) => `${dayOf(scan)} never-tested`),
    ]);
  });

  it('knows the restores that AWS has forgotten since', async () => {
    const { scopes } = story.at(SCANS.at(-1) ?? 0).world;
    const remembered = scopes.flatMap(({ restoreJobs = [] }) => restoreJobs.map(({ CreationDate }) => CreationDate));
    expect(new Set(remembered.map((created) => dayOf(created?.getTime())))).toEqual(
      new Set(['09-10', '09-17', '09-24']),
    );
    const known = await readJobs(ledger, TABLES.restoreJobs);
    expect(new Set(known.map(({ createdAt }) => dayOf(createdAt)))).toEqual(
      new Set(['06-10', '06-20', '07-10', '08-10', '09-10', '09-17', '09-24']),
    );
  });

  it('holds a waiver in force until it expires, and says so afterwards', () => {
    const failures = outcomes.filter(
      ({ ruleId, resourceName, status }) =>
        ruleId === 'backup-coverage' && resourceName === 'wiki' && status === 'fail',
    );
    const dispositions = failures.map(({ takenAt, disposition = '', waiver = '', expiredWaiver = '' }) =>
      [dayOf(takenAt), disposition, waiver, expiredWaiver].join(' '),
    );
    expect(dispositions).toEqual([
      ...SCANS.slice(0, 6).map((scan) => `${dayOf(scan)} waived wiki-without-backup `),
      ...SCANS.slice(6, 9).map((scan) => `${dayOf(scan)} open  wiki-without-backup`),
    ]);
  });

  it('forgets nothing of what was there for a while only', () => {
    expect(told('backup-coverage', 'campaign')).toEqual(
      ['07-19', '07-26', '08-02', '08-09', '08-16'].map((day) => `${day} backed-up`),
    );
  });
});
