import {
  backupPlan,
  backupRule,
  bunker,
  bunkerVaultArn,
  continuousPoint,
  copyJob,
  daysAgo,
  ebsVolume,
  hoursAgo,
  inPlan,
  recoveryPoint,
  vault,
} from '@backproof/testing';
import type { Story } from '@backproof/testing';
import {
  db,
  place,
  toBunker,
  copiedNightly,
  copy,
  source,
  reported,
  awayVaultArn,
  atHome,
  airGapped,
  sealed,
  sealedCopy,
  table,
  advanced,
} from './estate.fixture.js';

/** There is a copy as asked for, or as much of it as is asked for. */
export const passes: readonly Story[] = [
  {
    name: 'its copy was seen in the other account',
    given: { ...copiedNightly, recoveryPoints: [source, copy] },
    message: 'copied',
    data: { name: 'orders', ...place, asOf: new Date(hoursAgo(7)), age: '7 hours', kept: '35 days' },
    evidence: [copy.arn],
  },
  {
    name: 'a copy counts whatever plan made it, and forever is long enough',
    given: { resource: db, recoveryPoints: [recoveryPoint(db, { vaultArn: bunkerVaultArn })] },
    message: 'copied',
    data: { kept: 'forever' },
  },
  {
    name: 'a fresh copy behind one that is still being made',
    given: {
      resource: db,
      recoveryPoints: [
        recoveryPoint(db, { vaultArn: bunkerVaultArn, age: '1h', status: 'CREATING' }),
        recoveryPoint(db, { vaultArn: bunkerVaultArn, age: '6d' }),
      ],
    },
    message: 'copied',
    data: { asOf: new Date(daysAgo(6)), age: '6 days' },
  },
  {
    name: 'a copy whose last day AWS cuts short is kept for whole days',
    given: {
      resource: db,
      recoveryPoints: [recoveryPoint(db, { vaultArn: bunkerVaultArn, deleteAt: hoursAgo(12) + 30 * 24 * 3_600_000 })],
    },
    message: 'copied',
    data: { kept: '30 days' },
  },
  {
    name: 'an air-gapped vault of another account is a place like others',
    given: {
      resource: db,
      vaults: [vault({ scope: bunker, name: 'bunker', vaultType: 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT' })],
      recoveryPoints: [copy],
    },
    message: 'copied',
  },
  {
    name: 'its account reports the copy, and the other one was not scanned',
    given: { ...copiedNightly, recoveryPoints: [source], copyJobs: [reported] },
    message: 'copy-reported',
    data: { ...place, asOf: new Date(hoursAgo(7)), kept: '40 days' },
    evidence: [reported.id],
  },
  {
    name: 'a reported copy that says nothing of its end goes with its source',
    given: {
      resource: db,
      recoveryPoints: [source],
      copyJobs: [copyJob(db, { sourceRecoveryPointArn: source.arn })],
    },
    message: 'copy-reported',
    data: { kept: '35 days' },
  },
  {
    name: 'a reported copy of a continuous backup is of when it was made',
    given: {
      resource: db,
      recoveryPoints: [continuousPoint(db, { arn: 'arn:continuous' })],
      copyJobs: [
        copyJob(db, { sourceRecoveryPointArn: 'arn:continuous', destinationLifecycle: { deleteAfterDays: 40 } }),
      ],
    },
    message: 'copy-reported',
    data: { asOf: new Date(hoursAgo(6)) },
  },
  {
    name: 'a plan is enough where no proof is asked for',
    given: copiedNightly,
    options: { proof: 'configured' },
    message: 'copy-configured',
    data: { plan: 'nightly', ...place, kept: '35 days' },
  },
  {
    name: 'a copy of its own lifecycle, and of one without end, where no proof is asked for',
    given: {
      resource: db,
      ...inPlan(db, backupPlan({ rules: [backupRule({ lifecycle: {}, copyActions: toBunker })] })),
    },
    options: { proof: 'configured' },
    message: 'copy-configured',
    data: { kept: 'forever' },
  },
  {
    name: 'a copy as old as the options allow',
    given: { resource: db, recoveryPoints: [recoveryPoint(db, { vaultArn: bunkerVaultArn, age: '40d' })] },
    options: { maxAge: '40d' },
    message: 'copied',
  },
  {
    name: 'a copy kept as long as the options ask',
    given: {
      resource: db,
      recoveryPoints: [recoveryPoint(db, { vaultArn: bunkerVaultArn, keepDays: 1 })],
    },
    options: { minRetention: '1d' },
    message: 'copied',
    data: { kept: '1 day' },
  },
  {
    name: 'a copy in one of the accounts asked for',
    given: { resource: db, recoveryPoints: [copy] },
    options: { accounts: ['333333333333', '222222222222'] },
    message: 'copied',
  },
  {
    name: 'an air-gapped vault of its own account, which the options accept',
    given: { resource: db, vaults: [airGapped], recoveryPoints: [sealedCopy] },
    options: { acceptAirGapped: true },
    message: 'air-gapped',
    data: { ...sealed, asOf: new Date(hoursAgo(7)) },
  },
  {
    name: 'a plan that backs a volume up into an air-gapped vault, where that and no proof is asked for',
    given: {
      resource: ebsVolume(),
      ...inPlan(ebsVolume(), backupPlan({ rules: [backupRule({ airGappedVaultArn: airGapped.arn })] })),
      vaults: [airGapped],
    },
    options: { acceptAirGapped: true, proof: 'configured' },
    message: 'copy-configured',
    data: { ...sealed, name: 'data' },
  },
  {
    name: 'an air-gapped vault in a Region that was not scanned, by its copy job',
    given: {
      resource: db,
      recoveryPoints: [source],
      copyJobs: [
        {
          ...reported,
          destinationVaultArn: awayVaultArn,
          destinationVaultType: 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT',
        },
      ],
    },
    options: { acceptAirGapped: true },
    message: 'copy-reported',
    data: atHome,
  },
  {
    name: 'an advanced backup of DynamoDB is copied like others',
    given: {
      resource: table,
      regionSettings: [advanced],
      recoveryPoints: [recoveryPoint(table, { vaultArn: bunkerVaultArn })],
    },
    message: 'copied',
  },
  {
    name: 'a copy in another account and Region, where both are asked for',
    given: { resource: db, recoveryPoints: [recoveryPoint(db, { vaultArn: bunkerVaultArn, keepDays: 50 })] },
    options: { crossRegion: true },
    message: 'copied',
    data: { kept: '50 days' },
  },
];
