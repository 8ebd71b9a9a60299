import { DAY, HOUR } from '@backproof/core';
import type { LockedSnapshot } from '@backproof/core';
import { home, nativeBackup, NOW, recoveryPoint } from '@backproof/testing';
import type { Stories } from '@backproof/testing';
import { disk, noPolicy, old } from './estate.fixture.js';

/** A snapshot that somebody made yesterday and locked for a year. */
const byHand: LockedSnapshot = {
  scope: home,
  arn: 'arn:aws:ec2:eu-west-1::snapshot/snap-hand',
  resourceArn: disk.arn,
  startedAt: NOW - 26 * HOUR,
  lockedUntil: NOW + 365 * DAY,
};
const manual = nativeBackup(disk, { mechanism: 'ebs-snapshots', latestRestorableAt: byHand.startedAt });
/** Of 05:00 today, in the main vault at home, as the snapshot that it is. */
const point = recoveryPoint(disk, { arn: 'arn:aws:ec2:eu-west-1::snapshot/snap-today', keepDays: 35 });
/** The recovery point of today, locked as a snapshot. */
const lockedPoint = { ...byHand, arn: point.arn, startedAt: point.createdAt };

/** Snapshots that are locked by themselves, wherever they lie. */
export const snapshots: Stories = {
  pass: [
    {
      name: 'a recovery point in an open vault, whose snapshot is locked',
      given: { resource: disk, recoveryPoints: [point], vaultPolicies: [noPolicy], lockedSnapshots: [lockedPoint] },
      message: 'snapshot-locked',
      data: { age: '7 hours', lockedUntil: new Date(byHand.lockedUntil) },
      evidence: [point.arn],
    },
    {
      name: 'a snapshot without AWS Backup',
      given: { resource: disk, nativeBackups: [manual], lockedSnapshots: [byHand] },
      message: 'snapshot-locked',
      data: { snapshot: 'snap-hand' },
      evidence: [byHand.arn],
    },
    {
      name: 'the only backup, where the options ask for all and the policies of vaults were not read',
      given: { resource: disk, nativeBackups: [manual], lockedSnapshots: [byHand], unread: ['vaultPolicies'] },
      options: { points: 'all' },
      message: 'snapshot-locked',
      data: { snapshot: 'snap-hand' },
    },
    {
      name: 'a snapshot beside recovery points that are not protected',
      given: { resource: disk, recoveryPoints: [point], vaultPolicies: [noPolicy], lockedSnapshots: [byHand] },
      message: 'snapshot-locked',
      data: { snapshot: 'snap-hand' },
    },
    {
      name: 'each moment, where the options ask for all',
      given: { resource: disk, recoveryPoints: [point], vaultPolicies: [noPolicy], lockedSnapshots: [lockedPoint] },
      options: { points: 'all' },
      message: 'all-protected',
      data: { count: 1 },
    },
  ],
  fail: [
    {
      name: 'a lock that has ended',
      given: { resource: disk, nativeBackups: [manual], lockedSnapshots: [{ ...byHand, lockedUntil: NOW - HOUR }] },
      message: 'native-only',
      data: { kinds: 'manual EBS snapshots' },
    },
    {
      name: 'a lock that is shorter than the required retention',
      given: { resource: disk, nativeBackups: [manual], lockedSnapshots: [{ ...byHand, lockedUntil: NOW + DAY }] },
      options: { minRetention: '7d' },
      message: 'native-only',
      data: { kinds: 'manual EBS snapshots' },
    },
    {
      name: 'a locked snapshot that is too old',
      given: {
        ...{ resource: disk, recoveryPoints: [point], vaultPolicies: [noPolicy] },
        lockedSnapshots: [{ ...byHand, startedAt: NOW - 20 * DAY }],
      },
      message: 'unlocked',
      data: { vault: 'main' },
    },
    {
      name: 'another moment, where the options ask for all',
      given: {
        ...{ resource: disk, recoveryPoints: [point, old], vaultPolicies: [noPolicy] },
        lockedSnapshots: [lockedPoint],
      },
      options: { points: 'all' },
      message: 'some-unprotected',
      data: { count: 2, protected: 1 },
    },
    {
      name: 'a snapshot at home, and the options ask for a copy',
      given: { resource: disk, nativeBackups: [manual], lockedSnapshots: [byHand] },
      options: { where: 'copy' },
      message: 'native-only',
      data: { kinds: 'manual EBS snapshots' },
    },
  ],
  unknown: [
    {
      name: 'a recovery point in an open vault, where the locks of snapshots were not read',
      given: { resource: disk, recoveryPoints: [point], vaultPolicies: [noPolicy], unread: ['lockedSnapshots'] },
      message: 'snapshot-locks-unread',
    },
    {
      name: 'a snapshot without AWS Backup, where the locks of snapshots were not read',
      given: { resource: disk, nativeBackups: [manual], unread: ['lockedSnapshots'] },
      message: 'snapshot-locks-unread',
    },
    {
      name: 'the only backup, where the options ask for all and the locks of snapshots were not read',
      given: { resource: disk, nativeBackups: [manual], unread: ['lockedSnapshots'] },
      options: { points: 'all' },
      message: 'snapshot-locks-unread',
    },
  ],
};
