import { describe, expect, it } from '@jest/globals';
import type { NativeBackup } from '../model/evidence.js';
import { DAY, MINUTE } from '../model/instant.js';
import type { RecoveryPoint } from '../model/recovery-point.js';
import { restorableWindow, widestRestorableWindow } from './restorable-window.js';

const NOW = Date.UTC(2026, 10, 22, 12);

const point: RecoveryPoint = {
  arn: 'arn:aws:backup:eu-west-1:111111111111:recovery-point:continuous:db-1',
  vaultArn: 'arn:aws:backup:eu-west-1:111111111111:backup-vault:main',
  resourceArn: 'arn:aws:rds:eu-west-1:111111111111:db:db',
  resourceType: 'RDS',
  status: 'AVAILABLE',
  createdAt: NOW - 20 * DAY,
  deleteAfterCopy: false,
  continuous: true,
  isParent: false,
};

const native: NativeBackup = {
  scope: { partition: 'aws', accountId: '111111111111', region: 'eu-west-1' },
  resourceArn: point.resourceArn,
  mechanism: 'rds-automated-backups',
  enabled: true,
  retentionDays: 35,
  latestRestorableAt: NOW - 5 * MINUTE,
  recoveryPointArn: point.arn,
};
const { resourceArn, mechanism, enabled, scope } = native;
const bare: NativeBackup = { resourceArn, mechanism, enabled, scope, recoveryPointArn: point.arn };

describe('restorableWindow', () => {
  const to = NOW - 5 * MINUTE;

  it.each([
    ['begins with the point while that is young', point, native, { from: point.createdAt, to }],
    ['moves on with the retention', { ...point, createdAt: NOW - 90 * DAY }, native, { from: to - 35 * DAY, to }],
    [
      'begins where the service says',
      point,
      { ...native, earliestRestorableAt: NOW - 3 * DAY },
      { from: NOW - 3 * DAY, to },
    ],
    ['is not told by the backups of another point', point, { ...native, recoveryPointArn: 'other' }, undefined],
    ['is not told without its newest moment', point, { ...bare, retentionDays: 35 }, undefined],
    ['is not told without its retention', point, { ...bare, latestRestorableAt: to }, undefined],
    [
      'is not told of a stopped point without its oldest moment',
      { ...point, status: 'STOPPED' as const },
      { ...native, recoveryPointArn: 'other' },
      undefined,
    ],
    [
      'of a stopped point is what the window that goes on still shows',
      { ...point, status: 'STOPPED' as const },
      { ...native, recoveryPointArn: 'other', earliestRestorableAt: NOW - 30 * DAY },
      { from: point.createdAt, to },
    ],
  ])('%s', (_, of, by, expected) => {
    expect(restorableWindow(of, [by])).toEqual(expected && { ...expected, retentionDays: 35 });
  });
});

it('takes the oldest moment from where the service reports it apart from the newest', () => {
  const times = { retentionDays: 35, latestRestorableAt: NOW, earliestRestorableAt: NOW - 35 * DAY };
  const unnamed = { resourceArn, mechanism, enabled, scope, ...times };
  const young = { ...point, createdAt: NOW - 5 * DAY };
  expect(restorableWindow(young, [native, unnamed])?.from).toBe(NOW - 35 * DAY);
});

describe('widestRestorableWindow', () => {
  it.each([
    ['from its creation', 20, 20],
    ['35 days at most', 90, 35],
  ])('%s', (_, age, length) => {
    const window = widestRestorableWindow({ ...point, createdAt: NOW - age * DAY }, NOW);
    expect(window).toEqual({ from: NOW - length * DAY, to: NOW, retentionDays: 35 });
  });
});
