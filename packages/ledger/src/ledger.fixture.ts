import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import { DAY, defineRule, evaluate, InventoryBuilder } from '@backproof/core';
import type {
  BackupJob,
  CopyJob,
  Instant,
  Inventory,
  Population,
  RecoveryPoint,
  RestoreJob,
  Run,
} from '@backproof/core';
import { backupJob, bunker, copyJob, home, NOW, rdsInstance, recoveryPoint, restoreJob } from '@backproof/testing';
import { openLedger } from './chain.js';
import type { Ledger } from './chain.js';
import { recordRun } from './record.js';

const folders: string[] = [];

afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

/** A folder that is gone when the tests of the file are over. */
export async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'backproof-ledger-'));
  folders.push(folder);
  return folder;
}

export const orders = rdsInstance({ name: 'orders' });

/** A ledger of its own with a run for each of these inventories. */
export async function recorded(...inventories: readonly Inventory[]): Promise<Ledger> {
  const folder = await emptyFolder();
  for (const inventory of inventories) await recordRun(folder, inventory, runOf(inventory));
  return openLedger(folder);
}

/** What a scan saw. */
export interface Seen {
  readonly restoreJobs?: readonly RestoreJob[];
  readonly backupJobs?: readonly BackupJob[];
  readonly copyJobs?: readonly CopyJob[];
  readonly points?: readonly RecoveryPoint[];
}

/** An inventory of one database that holds what was seen, and could read all jobs there are. */
export function inventoryOf(takenAt: Instant, seen: Seen = {}): Inventory {
  const builder = new InventoryBuilder(takenAt);
  builder.add('scopes', home);
  builder.add('resources', orders);
  for (const kind of ['restoreJobs', 'backupJobs', 'copyJobs'] as const) {
    builder.add('populations', complete(kind));
    for (const job of seen[kind] ?? []) builder.add(kind, job);
  }
  for (const point of seen.points ?? []) builder.addPoint(point);
  return builder.build();
}

function complete(kind: Population['kind']): Population {
  return { kind, scope: home, count: 0, pages: 1, status: 'complete' };
}

const alwaysFails = defineRule({
  id: 'always-fails',
  version: '1.0.0',
  title: 'Nothing is good enough',
  recommended: true,
  rationale: 'A test needs an outcome.',
  remediation: 'None.',
  controls: [],
  needs: {},
  messages: { no: { status: 'fail', severity: 'medium', text: '{name} is not good enough, "ever",\nagain' } },
  options: { schema: { type: 'object' }, defaults: {} },
  judge: ({ dossier, fail }) => fail('no', { name: dossier.resource.name }),
});

export function runOf(inventory: Inventory): Run {
  return evaluate({
    inventory,
    rules: [{ rule: alwaysFails }],
    now: inventory.takenAt,
    tool: { name: 'test', version: '1.2.3' },
  });
}

/** An inventory that has something for every table, in two scopes. */
export function richInventory(takenAt: Instant = NOW): Inventory {
  return inventoryOf(takenAt, {
    restoreJobs: [
      restoreJob(orders, { id: 'restore-1', validationStatus: 'SUCCESSFUL', message: 'fine, "really"' }),
      restoreJob(orders, { id: 'restore-2', scope: bunker, status: 'RUNNING' }),
    ],
    backupJobs: [backupJob(orders, { id: 'backup-1' }), backupJob(orders, { id: 'backup-2', state: 'FAILED' })],
    copyJobs: [copyJob(orders, { id: 'copy-1', destinationLifecycle: { deleteAfterDays: 30 } })],
    points: [recoveryPoint(orders, { age: '7h', sizeBytes: 0 }), recoveryPoint(orders, { age: '31h' })],
  });
}

/** The moment so many days after that of all tests, or before it. */
export function day(days: number): Instant {
  return NOW + days * DAY;
}

export async function all<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}
