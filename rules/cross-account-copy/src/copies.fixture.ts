import type { LegalHold, RecoveryPoint } from '@backproof/core';
import { bunker, bunkerVaultArn, copyJob, daysAgo, rdsInstance, recoveryPoint } from '@backproof/testing';
import type { Stories } from '@backproof/testing';
import { awayVaultArn, copiedNightly, copy, db, place, reported, source } from './estate.fixture.js';

const infectedCopy: RecoveryPoint = { ...copy, infected: true };
const olderCopy = recoveryPoint(db, { vaultArn: bunkerVaultArn, age: '3d', keepDays: 35 });

/** Its lifecycle ended yesterday. */
const endedCopy = recoveryPoint(db, { vaultArn: bunkerVaultArn, age: '36d', keepDays: 35 });

function hold({ arn }: RecoveryPoint): LegalHold {
  return { scope: bunker, arn: 'arn:hold', title: 'investigation', recoveryPointArns: [arn] };
}

/** Stopped 20 days ago. */
const stopped = rdsInstance({ state: { is: 'stopped', word: 'stopped', since: daysAgo(20) } });

/** From the home vault to the other Region. */
const firstHop = copyJob(db, {
  id: 'first-hop',
  age: '4d',
  sourceRecoveryPointArn: source.arn,
  destinationVaultArn: awayVaultArn,
  destinationRecoveryPointArn: 'arn:away',
  destinationLifecycle: { deleteAfterDays: 2 },
});

/** From there to the other account. */
const secondHop = copyJob(db, { id: 'second-hop', age: '3d', sourceRecoveryPointArn: 'arn:away' });

const oldSource = recoveryPoint(db, { arn: source.arn, age: '5d', keepDays: 35 });

/** Copies whose state, age or end takes more than one look. */
export const unusualCopies: Stories = {
  pass: [
    {
      name: 'the newest copy is infected, and the one before is not',
      given: { ...copiedNightly, recoveryPoints: [infectedCopy, olderCopy] },
      message: 'clean-copy',
      data: { name: 'orders', ...place, asOf: new Date(daysAgo(3)), age: '3 days', infected: new Date(copy.createdAt) },
      evidence: [infectedCopy.arn, olderCopy.arn],
    },
    {
      name: 'an older copy is infected, and the newest is not',
      given: { ...copiedNightly, recoveryPoints: [copy, { ...olderCopy, infected: true }] },
      message: 'copied',
    },
    {
      name: 'a legal hold keeps the copy past the end of its lifecycle',
      given: { ...copiedNightly, recoveryPoints: [endedCopy], legalHolds: [hold(endedCopy)] },
      options: { maxAge: '40d' },
      message: 'copy-held',
      data: { ...place, age: '36 days', end: new Date(daysAgo(1)) },
      evidence: [endedCopy.arn],
    },
    {
      name: 'a stopped database whose copy was recent when it stopped',
      given: {
        ...copiedNightly,
        resource: stopped,
        recoveryPoints: [recoveryPoint(db, { vaultArn: bunkerVaultArn, age: '25d', keepDays: 35 })],
      },
      message: 'copied-before-stop',
      data: { ...place, asOf: new Date(daysAgo(25)), stopped: new Date(daysAgo(20)) },
    },
    {
      name: 'a copy of a copy that is gone: the chain of copy jobs dates it',
      given: {
        resource: db,
        recoveryPoints: [oldSource],
        copyJobs: [firstHop, { ...secondHop, destinationLifecycle: { deleteAfterDays: 40 } }],
      },
      message: 'copy-reported',
      data: { ...place, asOf: new Date(daysAgo(5)), kept: '40 days' },
      evidence: [firstHop.id, secondHop.id],
    },
  ],

  fail: [
    {
      name: 'every copy is infected',
      given: { ...copiedNightly, recoveryPoints: [infectedCopy, { ...olderCopy, infected: true }] },
      message: 'only-infected',
      data: { name: 'orders', ...place, asOf: new Date(copy.createdAt) },
      evidence: [infectedCopy.arn],
    },
    {
      name: 'the backup that the only reported copy was made from is infected',
      given: { ...copiedNightly, recoveryPoints: [{ ...source, infected: true }], copyJobs: [reported] },
      message: 'only-infected',
      data: place,
      evidence: [reported.id],
    },
    {
      name: 'the newest clean copy is too old, and a newer one is infected',
      given: {
        ...copiedNightly,
        recoveryPoints: [infectedCopy, recoveryPoint(db, { vaultArn: bunkerVaultArn, age: '9d' })],
      },
      message: 'stale',
      data: { asOf: new Date(daysAgo(9)) },
    },
    {
      name: 'no legal hold keeps the copy past the end of its lifecycle',
      given: { ...copiedNightly, recoveryPoints: [endedCopy], legalHolds: [hold(copy)] },
      options: { maxAge: '40d' },
      message: 'no-usable-copy',
      data: place,
    },
    {
      name: 'a stopped database whose copy was too old when it stopped',
      given: {
        ...copiedNightly,
        resource: stopped,
        recoveryPoints: [recoveryPoint(db, { vaultArn: bunkerVaultArn, age: '28d' })],
      },
      message: 'stale',
      data: { age: '28 days' },
    },
    {
      name: 'a copy of a copy that is gone: it ends with that one where it does not say when',
      given: {
        resource: db,
        recoveryPoints: [oldSource],
        copyJobs: [{ ...firstHop, destinationLifecycle: { deleteAfterDays: 14 } }, secondHop],
      },
      message: 'retention-too-short',
      data: { ...place, kept: '14 days' },
    },
    {
      name: 'a copy of a copy of old data',
      given: {
        resource: db,
        recoveryPoints: [recoveryPoint(db, { arn: source.arn, age: '20d' })],
        copyJobs: [firstHop, { ...secondHop, destinationLifecycle: { deleteAfterDays: 40 } }],
      },
      message: 'stale',
      data: { asOf: new Date(daysAgo(20)) },
    },
  ],

  unknown: [
    {
      name: 'the copy is in a state that AWS added later',
      given: { ...copiedNightly, recoveryPoints: [{ ...copy, status: 'UNKNOWN' }] },
      message: 'copy-state-unknown',
      data: { name: 'orders', ...place },
    },
    {
      name: 'the copy job is in a state that AWS added later',
      given: { ...copiedNightly, recoveryPoints: [source], copyJobs: [{ ...reported, state: 'VERIFIED' }] },
      message: 'copy-state-unknown',
      data: place,
    },
    {
      name: 'a legal hold may keep the copy past the end of its lifecycle, and holds could not be read',
      given: { ...copiedNightly, recoveryPoints: [endedCopy], unread: ['legalHolds'] },
      options: { maxAge: '40d' },
      message: 'holds-unread',
      data: place,
    },
    {
      name: 'copy jobs that lead to each other date nothing',
      given: {
        resource: db,
        copyJobs: [
          { ...firstHop, sourceRecoveryPointArn: 'arn:bunker' },
          { ...secondHop, destinationRecoveryPointArn: 'arn:bunker' },
        ],
      },
      message: 'copy-unverified',
      data: place,
    },
  ],
};
