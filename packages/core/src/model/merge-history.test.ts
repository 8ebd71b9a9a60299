import { describe, expect, it } from '@jest/globals';
import { DAY } from './instant.js';
import type { Instant } from './instant.js';
import { InventoryBuilder } from './inventory-builder.js';
import { inventoryHash, inventoryLines } from './inventory-lines.js';
import { readInventory } from './read-inventory.js';
import type { Inventory } from './inventory.js';
import type { RestoreJob } from './job.js';
import { HistoryError, mergeHistory } from './merge-history.js';
import { backupJob, denied, home, instance, NOW, point, population } from './records.fixture.js';
import type { Population } from './population.js';

function restoreJob(fields: Partial<RestoreJob>): RestoreJob {
  const base = { scope: home, id: 'restore-1', createdAt: NOW - DAY, status: 'COMPLETED' };
  return { ...base, sourceResourceArn: instance().arn, ...fields };
}

/** What a scan took at a moment that found these restore jobs, and could list all there are unless told otherwise. */
function taken(takenAt: Instant, jobs: readonly RestoreJob[], read: Population = population('restoreJobs')): Inventory {
  const builder = new InventoryBuilder(takenAt);
  builder.add('resources', instance());
  builder.add('populations', read);
  for (const job of jobs) builder.add('restoreJobs', job);
  return builder.build();
}

const spansOf = ({ jobHistories }: Inventory) =>
  jobHistories.map(({ from, to, origin }) => [(from - NOW) / DAY, (to - NOW) / DAY, origin]);

describe('an inventory', () => {
  it('knows all jobs of the last 30 days where it could list them all', () => {
    const { jobHistories } = taken(NOW, []);
    expect(jobHistories).toEqual([{ scope: home, kind: 'restoreJobs', from: NOW - 30 * DAY, to: NOW, origin: 'live' }]);
  });

  it.each([
    ['could not list them', population('restoreJobs', { gap: denied })],
    ['listed something else', population('restoreTestingPlans')],
  ])('does not know all jobs where it %s', (_, read) => {
    expect(taken(NOW, [], read).jobHistories).toEqual([]);
  });

  it('keeps what it knows in its file', async () => {
    const merged = mergeHistory(taken(NOW, []), [taken(NOW - 20 * DAY, [restoreJob({ id: 'old' })])]);
    const again = await readInventory([...inventoryLines(merged)].map((line) => line.trimEnd()));
    expect([again.restoreJobs, again.jobHistories]).toEqual([merged.restoreJobs, merged.jobHistories]);
    expect(inventoryHash(again)).toBe(inventoryHash(merged));
  });
});

describe('mergeHistory', () => {
  const [old, middle] = [taken(NOW - 50 * DAY, [restoreJob({ id: 'a' })]), taken(NOW - 25 * DAY, [])];
  const current = taken(NOW, [restoreJob({ id: 'b' })]);

  it('adds the jobs that AWS has forgotten, and says where they come from', () => {
    const { restoreJobs } = mergeHistory(current, [old, middle]);
    expect(restoreJobs.map(({ id, origin }) => [id, origin])).toEqual([
      ['a', 'inventory'],
      ['b', undefined],
    ]);
  });

  it('adds the times for which the earlier inventories knew all jobs', () => {
    expect(spansOf(mergeHistory(current, [old, middle]))).toEqual(
      expect.arrayContaining([
        [-80, -50, 'inventory'],
        [-55, -25, 'inventory'],
        [-30, 0, 'live'],
      ]),
    );
  });

  it('keeps the newest record of a job, in whatever order the inventories come', () => {
    const running = taken(NOW - 2 * DAY, [restoreJob({ validationStatus: 'VALIDATING' })]);
    const ended = taken(NOW - DAY, [restoreJob({ validationStatus: 'SUCCESSFUL' })]);
    for (const earlier of [
      [running, ended],
      [ended, running],
    ]) {
      expect(mergeHistory(taken(NOW, []), earlier).restoreJobs).toEqual([
        restoreJob({ validationStatus: 'SUCCESSFUL', origin: 'inventory' }),
      ]);
    }
    expect(mergeHistory(ended, [running]).restoreJobs).toEqual(ended.restoreJobs);
  });

  it('adds backup and copy jobs too', () => {
    const builder = new InventoryBuilder(NOW - DAY);
    builder.add('backupJobs', backupJob());
    builder.add('copyJobs', { ...backupJob(), destinationVaultArn: 'arn:x' });
    const { backupJobs, copyJobs } = mergeHistory(current, [builder.build()]);
    expect([backupJobs, copyJobs].map((jobs) => jobs.map(({ id, origin }) => [id, origin]))).toEqual([
      [['job-1', 'inventory']],
      [['job-1', 'inventory']],
    ]);
  });

  it('finds the resource of a job in the points of its own time', () => {
    const builder = new InventoryBuilder(NOW - 50 * DAY);
    builder.addPoint(point({ arn: 'arn:gone' }));
    const { sourceResourceArn: source, ...nameless } = restoreJob({ recoveryPointArn: 'arn:gone' });
    builder.add('restoreJobs', nameless);
    expect(mergeHistory(current, [builder.build()]).restoreJobs).toContainEqual(
      restoreJob({ recoveryPointArn: 'arn:gone', origin: 'inventory', ...(source && { sourceResourceArn: source }) }),
    );
  });

  it('leaves everything else as it is', () => {
    const merged = mergeHistory(current, [old]);
    const { restoreJobs, jobHistories } = merged;
    expect(merged).toEqual({ ...current, restoreJobs, jobHistories });
    expect(mergeHistory(current, [])).toBe(current);
  });

  it('changes nothing the second time', () => {
    const once = mergeHistory(current, [old, middle]);
    expect(inventoryHash(mergeHistory(once, [old, middle]))).toBe(inventoryHash(once));
    expect(inventoryHash(mergeHistory(current, [mergeHistory(middle, [old])]))).toBe(inventoryHash(once));
  });

  it('refuses a history that is newer than the inventory, and takes one of the same moment', () => {
    expect(() => mergeHistory(middle, [old, current])).toThrow(
      new HistoryError(
        'an inventory of 2026-11-22T12:00:00.000Z cannot be the history of one of 2026-10-28T12:00:00.000Z. Evaluate the newer one, with the older one as its history.',
      ),
    );
    expect(mergeHistory(current, [taken(NOW, [restoreJob({ id: 'c' })])]).restoreJobs).toHaveLength(2);
  });
});
