import { describe, expect, it } from '@jest/globals';
import type { Inventory } from './inventory.js';
import type { RestoreJob } from './job.js';
import { backupJob, copyJob, home, instance, NOW, point } from './records.fixture.js';
import { recoveryPointTable } from './recovery-point-table-builder.js';
import { withSourceResources } from './restored-resource.js';

const points = recoveryPointTable([
  point({ arn: 'arn:other', resourceArn: 'arn:z' }),
  point({ arn: 'arn:older', createdAt: NOW - 5 }),
  point({ arn: 'arn:newer' }),
]);

function job(fields: Partial<RestoreJob>): RestoreJob {
  return { scope: home, id: 'restore-1', createdAt: NOW, status: 'COMPLETED', ...fields };
}

const restored = (fields: Partial<RestoreJob>, records: object = {}) =>
  withSourceResources({
    ...{ restoreJobs: [job(fields)], recoveryPoints: points, backupJobs: [], copyJobs: [], ...records },
  }).find(({ id }) => id === 'restore-1');

describe('the resource of a restore job', () => {
  it.each<[string, Partial<RestoreJob>, string | undefined]>([
    ['is what AWS says', { sourceResourceArn: 'arn:said', recoveryPointArn: 'arn:newer' }, 'arn:said'],
    ['is that of its point', { recoveryPointArn: 'arn:newer' }, instance().arn],
    ['is that of its point, however many there are', { recoveryPointArn: 'arn:older' }, instance().arn],
    ['is that of its point, not of another', { recoveryPointArn: 'arn:other' }, 'arn:z'],
    ['is not known where the point is gone', { recoveryPointArn: 'arn:gone' }, undefined],
    ['is not known where AWS names neither', {}, undefined],
  ])('%s', (_, fields, expected) => {
    expect(restored(fields)).toEqual(
      job({ ...fields, ...(expected !== undefined && { sourceResourceArn: expected }) }),
    );
  });

  const ofGone = job({ id: 'other', recoveryPointArn: 'arn:gone', sourceResourceArn: 'arn:r' });
  it.each<[string, Partial<Inventory>]>([
    ['made', { backupJobs: [backupJob({ recoveryPointArn: 'arn:gone', resourceArn: 'arn:r' })] }],
    ['copied', { copyJobs: [copyJob({ sourceRecoveryPointArn: 'arn:gone', resourceArn: 'arn:r' })] }],
    ['made as a copy', { copyJobs: [copyJob({ destinationRecoveryPointArn: 'arn:gone', resourceArn: 'arn:r' })] }],
    ['restored', { restoreJobs: [ofGone, job({ recoveryPointArn: 'arn:gone' })] }],
  ])('is that of a job by which a point was %s that has expired since', (_, records) => {
    expect(restored({ recoveryPointArn: 'arn:gone' }, records)?.sourceResourceArn).toBe('arn:r');
  });

  it('is not that of a job without a point, where AWS names no point either', () => {
    expect(restored({}, { backupJobs: [backupJob({ resourceArn: 'arn:r' })] })).not.toHaveProperty('sourceResourceArn');
  });

  it('costs nothing where AWS names all of them', () => {
    const restoreJobs = [job({ sourceResourceArn: 'arn:said' })];
    expect(withSourceResources({ restoreJobs, recoveryPoints: points, backupJobs: [], copyJobs: [] })).toBe(
      restoreJobs,
    );
  });
});
