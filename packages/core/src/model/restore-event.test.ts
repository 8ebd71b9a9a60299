import { describe, expect, it } from '@jest/globals';
import { InventoryBuilder } from './inventory-builder.js';
import { DAY, HOUR } from './instant.js';
import { STARTED } from './job.js';
import { home, NOW, population } from './records.fixture.js';
import { restoresOfEvents } from './restore-event.js';
import type { RestoreEvent } from './restore-event.js';

const at = NOW - 40 * DAY;
const recoveryPointArn = 'arn:aws:backup:eu-west-1:111111111111:recovery-point:1';
const start: RestoreEvent = { scope: home, id: 'e-1', at, proves: 'start', jobId: 'job', recoveryPointArn };
const end: RestoreEvent = {
  ...{ scope: home, id: 'e-2', at: at + HOUR, proves: 'end', jobId: 'job', recoveryPointArn, status: 'COMPLETED' },
  ...{ createdAt: at - 1, completedAt: at + HOUR, sourceResourceArn: 'arn:aws:ec2:x' },
};
const validation: RestoreEvent = {
  ...{ id: 'e-3', at: at + 2 * HOUR, proves: 'validation', jobId: 'job', validationStatus: 'SUCCESSFUL' },
};

const shown = { scope: home, id: 'job', origin: 'cloudtrail', recoveryPointArn };

describe('the restores that events prove', () => {
  it.each<[string, readonly RestoreEvent[], readonly object[]]>([
    ['one that began', [start], [{ ...shown, createdAt: at, status: STARTED, eventId: 'e-1' }]],
    ['one that ended', [end], [{ ...shown, createdAt: at - 1, status: 'COMPLETED', eventId: 'e-2' }]],
    ['one that ended badly', [start, { ...end, status: 'FAILED' }], [{ ...shown, status: 'FAILED' }]],
    [
      'one that was validated, in any order',
      [validation, end, start],
      [{ ...shown, status: 'COMPLETED', validationStatus: 'SUCCESSFUL', completedAt: at + HOUR }],
    ],
    ['none by its validation alone', [validation], []],
    ['two jobs', [start, { ...end, jobId: 'other' }], [{ id: 'job' }, { id: 'other' }]],
  ])('%s', (_, events, jobs) => {
    expect(restoresOfEvents(events)).toMatchObject(jobs);
  });
});

describe('an inventory', () => {
  const inventoryWith = (events: readonly RestoreEvent[], listed: readonly string[] = []) => {
    const builder = new InventoryBuilder(NOW);
    builder.addRestoreEvents(events);
    builder.add('populations', population('restoreEvents'));
    for (const id of listed) builder.add('restoreJobs', { scope: home, id, createdAt: at, status: 'RUNNING' });
    return builder.build();
  };

  it('has the restores of events that AWS does not list, and the time that their history covers', () => {
    const { restoreJobs, jobHistories } = inventoryWith([start, end]);
    expect(restoreJobs).toMatchObject([{ id: 'job', status: 'COMPLETED', origin: 'cloudtrail' }]);
    expect(jobHistories).toEqual([
      { scope: home, kind: 'restoreJobs', from: NOW - 90 * DAY, to: NOW, origin: 'cloudtrail' },
    ]);
  });

  it('has what AWS lists of a job rather than what its events show', () => {
    expect(inventoryWith([start, end], ['job']).restoreJobs).toMatchObject([{ id: 'job', status: 'RUNNING' }]);
  });
});
