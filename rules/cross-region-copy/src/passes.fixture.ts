import {
  backupPlan,
  backupRule,
  bunkerVaultArn,
  daysAgo,
  ebsVolume,
  hoursAgo,
  inPlan,
  rdsInstance,
  recoveryPoint,
  regionSettings,
  scope,
  vault,
} from '@backproof/testing';
import type { Story } from '@backproof/testing';
import {
  away,
  awayVaultArn,
  bunkerPlace,
  copiedNightly,
  copy,
  db,
  farCopy,
  key,
  place,
  reported,
  source,
  table,
  young,
} from './estate.fixture.js';

const held = recoveryPoint(db, { vaultArn: awayVaultArn, age: '36d', keepDays: 35 });
const older = recoveryPoint(db, { vaultArn: awayVaultArn, age: '3d', keepDays: 35 });
const sealed = vault({ scope: away, name: 'sealed', vaultType: 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT' });
const stopped = rdsInstance({ state: { is: 'stopped', word: 'stopped', since: daysAgo(20) } });

/** There is a copy as asked for, or as much of it as is asked for. */
export const passes: readonly Story[] = [
  {
    name: 'its copy was seen in another Region of its own account',
    given: { ...copiedNightly, recoveryPoints: [source, copy] },
    message: 'copied',
    data: { name: 'orders', ...place, asOf: new Date(hoursAgo(7)), age: '7 hours', kept: '35 days' },
    evidence: [copy.arn],
  },
  {
    name: 'its copy was seen in another Region of another account',
    given: { resource: db, recoveryPoints: [source, farCopy] },
    message: 'copied',
    data: bunkerPlace,
  },
  {
    name: 'a copy in one of the Regions that the options name, beside a newer one elsewhere',
    given: {
      resource: db,
      recoveryPoints: [
        recoveryPoint(db, { vaultArn: vault({ scope: scope({ region: 'us-east-1' }), name: 'far' }).arn, age: '1h' }),
        copy,
      ],
    },
    options: { regions: ['eu-north-1', 'eu-central-1'] },
    message: 'copied',
    data: place,
  },
  {
    name: 'an air-gapped vault of its own account in another Region',
    given: { resource: db, vaults: [sealed], recoveryPoints: [recoveryPoint(db, { vaultArn: sealed.arn })] },
    message: 'copied',
    data: { vault: 'sealed', account: '111111111111', region: 'eu-central-1', kept: 'forever' },
  },
  {
    name: 'an AWS managed key does not matter within its own account',
    given: {
      ...copiedNightly,
      resource: { ...db, encryptionKeyArn: key.arn },
      encryptionKeys: [{ ...key, managedByAws: true }],
      recoveryPoints: [copy],
    },
    message: 'copied',
  },
  {
    name: 'a copy as old and as short-lived as the options allow',
    given: { resource: db, recoveryPoints: [recoveryPoint(db, { vaultArn: awayVaultArn, age: '9d', keepDays: 14 })] },
    options: { maxAge: '10d', minRetention: '14d' },
    message: 'copied',
    data: { age: '9 days', kept: '14 days' },
  },
  {
    name: 'a table with advanced backups',
    given: {
      resource: table,
      regionSettings: [regionSettings({ management: { DynamoDB: true } })],
      recoveryPoints: [recoveryPoint(table, { vaultArn: awayVaultArn })],
    },
    message: 'copied',
  },
  {
    name: 'the other Region was not scanned, and the copy job completed',
    given: { ...copiedNightly, recoveryPoints: [source], copyJobs: [reported] },
    message: 'copy-reported',
    data: { ...place, age: '7 hours', kept: '40 days' },
    evidence: [reported.id],
  },
  {
    name: 'the newest copy is infected, and the one before is not',
    given: { ...copiedNightly, recoveryPoints: [{ ...copy, infected: true }, older] },
    message: 'clean-copy',
    data: { ...place, age: '3 days', infected: new Date(copy.createdAt) },
  },
  {
    name: 'a legal hold keeps the copy past the end of its lifecycle',
    given: {
      ...copiedNightly,
      recoveryPoints: [held],
      legalHolds: [{ scope: away, arn: 'arn:hold', title: 'investigation', recoveryPointArns: [held.arn] }],
    },
    options: { maxAge: '40d' },
    message: 'copy-held',
    data: { ...place, end: new Date(daysAgo(1)) },
  },
  {
    name: 'a stopped database whose copy was recent when it stopped',
    given: { resource: stopped, recoveryPoints: [recoveryPoint(db, { vaultArn: awayVaultArn, age: '25d' })] },
    message: 'copied-before-stop',
    data: { ...place, stopped: new Date(daysAgo(20)) },
  },
  {
    name: 'a plan copies it to another Region, where no proof is asked for',
    given: copiedNightly,
    options: { proof: 'configured' },
    message: 'copy-configured',
    data: { plan: 'nightly', ...place, kept: '35 days' },
  },
  {
    name: 'a new resource, of which no copy can be late yet',
    given: { ...copiedNightly, resource: young },
    message: 'awaiting-first-copy',
    data: { plan: 'nightly', ...place, due: new Date(daysAgo(-5)) },
  },
  {
    name: 'a new resource whose organization could not be looked at: its own account has the copy',
    given: { ...copiedNightly, resource: young, unread: ['globalSettings'] },
    message: 'awaiting-first-copy',
  },
  {
    name: 'FSx or DocumentDB aside, Regions that accounts must enable have copies: a volume',
    given: {
      resource: ebsVolume({ region: 'eu-south-1' }),
      recoveryPoints: [recoveryPoint(ebsVolume({ region: 'eu-south-1' }), { vaultArn: awayVaultArn })],
    },
    message: 'copied',
  },
  {
    name: 'one of two copy actions leads to another Region',
    given: {
      resource: young,
      ...inPlan(
        young,
        backupPlan({
          rules: [
            backupRule({
              copyActions: [{ destinationVaultArn: bunkerVaultArn.replace('eu-central-1', 'eu-west-1') }],
            }),
            backupRule({
              name: 'hourly',
              scheduleExpression: 'cron(0 * ? * * *)',
              copyActions: [{ destinationVaultArn: awayVaultArn }],
            }),
          ],
        }),
      ),
    },
    message: 'awaiting-first-copy',
    data: place,
  },
];
