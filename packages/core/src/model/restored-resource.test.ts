import { describe, expect, it } from '@jest/globals';
import type { RestoreJob } from './job.js';
import { home, instance, NOW, point } from './records.fixture.js';
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

describe('the resource of a restore job', () => {
  it.each<[string, Partial<RestoreJob>, string | undefined]>([
    ['is what AWS says', { sourceResourceArn: 'arn:said', recoveryPointArn: 'arn:newer' }, 'arn:said'],
    ['is that of its point', { recoveryPointArn: 'arn:newer' }, instance().arn],
    ['is that of its point, however many there are', { recoveryPointArn: 'arn:older' }, instance().arn],
    ['is that of its point, not of another', { recoveryPointArn: 'arn:other' }, 'arn:z'],
    ['is not known where the point is gone', { recoveryPointArn: 'arn:gone' }, undefined],
    ['is not known where AWS names neither', {}, undefined],
  ])('%s', (_, fields, expected) => {
    expect(withSourceResources([job(fields)], points)).toEqual([
      job({ ...fields, ...(expected !== undefined && { sourceResourceArn: expected }) }),
    ]);
  });

  it('costs nothing where AWS names all of them', () => {
    const jobs = [job({ sourceResourceArn: 'arn:said' })];
    expect(withSourceResources(jobs, points)).toBe(jobs);
  });
});
