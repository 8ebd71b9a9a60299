import { expect, it } from '@jest/globals';
import { isFailedBackup } from './failed-backup.js';

const job = {
  scope: { partition: 'aws', accountId: '111111111111', region: 'eu-west-1' },
  id: 'job-1',
  createdAt: 0,
  resourceArn: 'arn:aws:ec2:eu-west-1:111111111111:volume/vol-1',
};

it.each([
  ['FAILED', true],
  ['EXPIRED', true],
  ['ABORTED', true],
  ['PARTIAL', true],
  ['COMPLETED', false],
  ['RUNNING', false],
  ['CREATED', false],
  ['A_STATE_THAT_AWS_ADDS_LATER', false],
])('a job in state %s has failed: %s', (state, failed) => {
  expect(isFailedBackup({ ...job, state })).toBe(failed);
});
