import { buildVaultArn } from '@backproof/core';
import {
  backupSelection,
  bunker,
  bunkerVaultArn,
  copyJob,
  daysAgo,
  home,
  hoursAgo,
  inPlan,
  recoveryPoint,
  vault,
} from '@backproof/testing';
import type { Story } from '@backproof/testing';
import {
  db,
  undated,
  place,
  copying,
  copiedNightly,
  copy,
  source,
  reported,
  awayVaultArn,
  atHome,
  airGapped,
  sealed,
  sealedCopy,
  nearVaultArn,
  copyingTo,
  failed,
} from './estate.fixture.js';

/** There is no copy as asked for. */
export const failures: readonly Story[] = [
  {
    name: 'nothing copies it',
    given: { resource: db, ...inPlan(db), recoveryPoints: [source] },
    message: 'no-copy-action',
    data: { name: 'orders' },
  },
  {
    name: 'a plan that leaves it out copies others',
    given: {
      resource: db,
      plans: [copying],
      selections: [backupSelection({ resources: ['arn:aws:rds:*:*:db:*'], notResources: [db.arn] })],
    },
    message: 'no-copy-action',
    data: { name: 'orders' },
  },
  {
    name: 'a copy action to what is no vault',
    given: { resource: db, ...copyingTo('not an ARN') },
    message: 'no-copy-action',
    data: { name: 'orders' },
  },
  {
    name: 'configured, but never done',
    given: { ...copiedNightly, recoveryPoints: [source] },
    message: 'never-copied',
    data: { name: 'orders', plan: 'nightly', ...place },
  },
  {
    name: 'configured, and the first job still runs',
    given: { ...copiedNightly, copyJobs: [copyJob(db, { state: 'RUNNING' })] },
    message: 'never-copied',
    data: place,
  },
  {
    name: 'a new resource whose creation is not known is not awaited',
    given: { ...copiedNightly, resource: undated },
    message: 'never-copied',
    data: place,
  },
  {
    name: 'the options ask for a copy that was seen',
    given: { ...copiedNightly, recoveryPoints: [source], copyJobs: [reported] },
    options: { proof: 'observed' },
    message: 'not-observed',
    data: { name: 'orders', ...place },
    evidence: [reported.id],
  },
  {
    name: 'the destination was scanned, and the reported copy is not there',
    given: { ...copiedNightly, scopes: [bunker], recoveryPoints: [source], copyJobs: [reported] },
    message: 'no-usable-copy',
    data: { name: 'orders', ...place },
  },
  {
    name: 'what is reported has expired since',
    given: {
      resource: db,
      recoveryPoints: [recoveryPoint(db, { arn: 'arn:old', age: '5d', keepDays: 35 })],
      copyJobs: [
        copyJob(db, {
          age: '100h',
          sourceRecoveryPointArn: 'arn:old',
          destinationLifecycle: { deleteAfterDays: 2 },
        }),
      ],
    },
    message: 'no-usable-copy',
    data: place,
  },
  {
    name: 'what was reported long ago has expired, whatever its source was',
    given: {
      ...copiedNightly,
      recoveryPoints: [source],
      copyJobs: [copyJob(db, { age: '200h', destinationLifecycle: { deleteAfterDays: 7 } })],
    },
    message: 'no-usable-copy',
    data: place,
  },
  {
    name: 'what was reported long ago and is kept for longer is too old',
    given: {
      ...copiedNightly,
      recoveryPoints: [source],
      copyJobs: [copyJob(db, { age: '200h', destinationLifecycle: { deleteAfterDays: 9 } })],
    },
    message: 'stale',
    data: place,
  },
  {
    name: 'the destination was scanned, and a copy job in a state that AWS added later has brought nothing there',
    given: {
      ...copiedNightly,
      scopes: [bunker],
      recoveryPoints: [source],
      copyJobs: [{ ...reported, state: 'COMPLETED_LATER' }],
    },
    message: 'never-copied',
    data: place,
  },
  {
    name: 'copies that have expired',
    given: { resource: db, recoveryPoints: [recoveryPoint(db, { vaultArn: bunkerVaultArn, status: 'EXPIRED' })] },
    message: 'no-usable-copy',
    data: place,
  },
  {
    name: 'copied to another Region of its own account',
    given: {
      resource: db,
      ...copyingTo(awayVaultArn),
      recoveryPoints: [recoveryPoint(db, { vaultArn: awayVaultArn })],
    },
    message: 'same-account',
    data: { name: 'orders', ...atHome },
  },
  {
    name: 'a copy action to another vault beside the first',
    given: { resource: db, ...copyingTo(buildVaultArn(home, 'second')), recoveryPoints: [source] },
    message: 'same-account',
    data: { vault: 'second', account: '111111111111', region: 'eu-west-1' },
  },
  {
    name: 'the newest copy is too old',
    given: { ...copiedNightly, recoveryPoints: [recoveryPoint(db, { vaultArn: bunkerVaultArn, age: '40d' })] },
    message: 'stale',
    data: { ...place, asOf: new Date(daysAgo(40)), age: '40 days', allowed: '7 days' },
  },
  {
    name: 'a young copy of old data',
    given: {
      resource: db,
      recoveryPoints: [recoveryPoint(db, { arn: 'arn:old', age: '50d' })],
      copyJobs: [copyJob(db, { sourceRecoveryPointArn: 'arn:old' })],
    },
    message: 'stale',
    data: { asOf: new Date(daysAgo(50)), age: '50 days' },
  },
  {
    name: 'the last copy job completed too long ago, and one elsewhere failed',
    given: {
      ...copiedNightly,
      copyJobs: [copyJob(db, { age: '9d' }), { ...failed(), destinationVaultArn: awayVaultArn }],
    },
    message: 'stale',
    data: { asOf: new Date(hoursAgo(9 * 24 + 1)), age: '9 days' },
  },
  {
    name: 'the copy is gone too soon',
    given: { resource: db, recoveryPoints: [recoveryPoint(db, { vaultArn: bunkerVaultArn, keepDays: 7 })] },
    message: 'retention-too-short',
    data: { ...place, kept: '7 days', required: '30 days' },
  },
  {
    name: 'the reported copy is gone too soon',
    given: {
      resource: db,
      recoveryPoints: [source],
      copyJobs: [{ ...reported, destinationLifecycle: { deleteAfterDays: 14 } }],
    },
    message: 'retention-too-short',
    data: { ...place, kept: '14 days' },
  },
  {
    name: 'a plan would let go of its copies too soon',
    given: { resource: db, ...copyingTo(bunkerVaultArn, 10) },
    options: { proof: 'configured' },
    message: 'retention-too-short',
    data: { ...place, kept: '10 days', required: '30 days' },
  },
  {
    name: 'copied to an account that is not asked for',
    given: { resource: db, recoveryPoints: [copy] },
    options: { accounts: ['333333333333'] },
    message: 'wrong-account',
    data: { name: 'orders', ...place },
  },
  {
    name: 'copied within its Region, where another one is asked for',
    given: {
      resource: db,
      ...copyingTo(nearVaultArn),
      recoveryPoints: [recoveryPoint(db, { vaultArn: nearVaultArn })],
    },
    options: { crossRegion: true },
    message: 'wrong-region',
    data: { vault: 'near', account: '222222222222', region: 'eu-west-1' },
  },
  {
    name: 'an air-gapped vault is of its own account',
    given: { resource: db, vaults: [airGapped], recoveryPoints: [sealedCopy] },
    message: 'air-gapped-same-account',
    data: { name: 'orders', ...sealed },
  },
  {
    name: 'a vault that gives access to copies elsewhere holds none',
    given: {
      resource: db,
      vaults: [vault({ scope: bunker, name: 'bunker', vaultType: 'RESTORE_ACCESS_BACKUP_VAULT' })],
      recoveryPoints: [copy],
    },
    message: 'no-copy-action',
    data: { name: 'orders' },
  },
];
