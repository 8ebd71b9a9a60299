import {
  backupPlan,
  backupRule,
  backupSelection,
  bunkerVaultArn,
  copyJob,
  daysAgo,
  documentDbCluster,
  fsxFileSystem,
  inPlan,
  ontapVolume,
  rdsCluster,
  rdsInstance,
  recoveryPoint,
  regionSettings,
  s3Bucket,
} from '@backproof/testing';
import type { Story } from '@backproof/testing';
import {
  away,
  awayVault,
  awayVaultArn,
  bunkerPlace,
  copiedNightly,
  copiedTo,
  copy,
  copyingBy,
  db,
  place,
  reported,
  source,
  table,
  toAway,
  young,
} from './estate.fixture.js';

const ended = recoveryPoint(db, { vaultArn: awayVaultArn, age: '36d', keepDays: 35 });
const ofOrganization = backupPlan({ id: 'orgs/nightly', rules: copyingBy().rules });
const youngBucket = s3Bucket({ createdAt: daysAgo(2) });

/** The continuous backups go to one vault; the periodic ones, which are copied, to another. */
const apart = backupPlan({
  rules: [
    backupRule({ copyActions: toAway }),
    backupRule({ name: 'continuous', continuous: true, targetVaultName: 'windows' }),
  ],
});

/** It is not known whether there is a copy as asked for. */
export const unknowns: readonly Story[] = [
  {
    name: 'copy jobs denied and the other Region not scanned',
    given: { ...copiedNightly, recoveryPoints: [source], unread: ['copyJobs'] },
    message: 'evidence-incomplete',
  },
  {
    name: 'the other Region was scanned and its points could not be read',
    given: { ...copiedNightly, scopes: [away], unread: [{ kind: 'recoveryPoints', scope: away }] },
    message: 'evidence-incomplete',
  },
  {
    name: 'the source of a reported copy is gone',
    given: { ...copiedNightly, copyJobs: [reported] },
    message: 'copy-unverified',
    data: place,
  },
  {
    name: 'a reported copy does not name its source',
    given: { ...copiedNightly, copyJobs: [copyJob(db, { destinationVaultArn: awayVaultArn })] },
    message: 'copy-unverified',
  },
  {
    name: 'the copy is in a state that AWS added later',
    given: { ...copiedNightly, recoveryPoints: [{ ...copy, status: 'UNKNOWN' }] },
    message: 'copy-state-unknown',
    data: place,
  },
  {
    name: 'a legal hold may keep the copy past the end of its lifecycle, and holds could not be read',
    given: { ...copiedNightly, recoveryPoints: [ended], unread: ['legalHolds'] },
    options: { maxAge: '40d' },
    message: 'holds-unread',
    data: place,
  },
  {
    name: 'AWS does not tell whether the table has advanced backups',
    given: { resource: table, ...inPlan(table, copyingBy()) },
    message: 'capability-unknown',
    data: { name: 'sessions' },
  },
  {
    name: 'a plan would copy it if its type is opted in',
    given: {
      resource: young,
      plans: [copyingBy()],
      selections: [backupSelection()],
      regionSettings: [regionSettings({ optIn: {} })],
    },
    message: 'opt-in-unknown',
    data: { plan: 'nightly', ...place, setting: 'RDS' },
  },
  {
    name: 'a plan of the organization would copy it if the management account opted in',
    given: {
      resource: young,
      plans: [ofOrganization],
      selections: [backupSelection({ planId: ofOrganization.id, resources: ['*'] })],
    },
    message: 'organization-opt-in-unknown',
    data: place,
  },
  {
    name: 'a new resource whose copies go to another account, and whose organization could not be looked at',
    given: { ...copiedTo(bunkerVaultArn), resource: young, unread: ['globalSettings'] },
    message: 'promise-unread',
    data: { ...bunkerPlace, missing: 'the settings of its organization' },
  },
  {
    name: 'a new resource whose copies go to a vault in a state that AWS added later',
    given: { ...copiedNightly, resource: young, vaults: [{ ...awayVault, state: 'QUARANTINED' }] },
    message: 'vault-state-unknown',
    data: { ...place, state: 'the vault away is in the state QUARANTINED' },
  },
  {
    name: 'a new bucket whose continuous and periodic backups are to go to different vaults',
    given: { resource: youngBucket, ...inPlan(youngBucket, apart) },
    message: 'one-vault-unknown',
    data: place,
  },
];

/** There can be no copy. */
export const notApplicables: readonly Story[] = [
  {
    name: 'an ONTAP volume',
    given: { resource: ontapVolume() },
    message: 'aws-cannot-copy',
    data: { name: 'vol1', kind: 'FSx ONTAP', region: 'eu-west-1' },
  },
  {
    name: 'a Multi-AZ cluster, whatever its plan says',
    given: { resource: rdsCluster(), ...inPlan(rdsCluster(), copyingBy()) },
    options: { proof: 'configured' },
    message: 'aws-cannot-copy',
    data: { kind: 'RDS Multi-AZ cluster' },
  },
  {
    name: 'a table with basic backups',
    given: { resource: table, regionSettings: [regionSettings({ management: { DynamoDB: false } })] },
    message: 'aws-cannot-copy',
    data: { kind: 'DynamoDB basic' },
  },
  {
    name: 'FSx in a Region that accounts must enable',
    given: { resource: fsxFileSystem({ region: 'eu-south-1' }) },
    message: 'aws-cannot-copy',
    data: { region: 'eu-south-1' },
  },
  {
    name: 'DocumentDB in a Region that accounts must enable',
    given: { resource: documentDbCluster({ region: 'eu-south-1' }) },
    message: 'aws-cannot-copy',
    data: { kind: 'DocumentDB' },
  },
  {
    name: 'an RDS Custom instance has no backups that could be copied',
    given: { resource: rdsInstance({ engine: 'custom-oracle-ee' }) },
    message: 'rds-custom',
  },
];
