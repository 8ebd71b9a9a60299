import {
  bunker,
  bunkerVaultArn,
  copyJob,
  inPlan,
  ontapVolume,
  rdsCluster,
  rdsInstance,
  recoveryPoint,
} from '@backproof/testing';
import type { Story } from '@backproof/testing';
import { db, place, copying, copiedNightly, source, reported, table, basic } from './estate.fixture.js';

/** It is not known whether there is a copy as asked for. */
export const unknowns: readonly Story[] = [
  {
    name: 'copy jobs denied and the destination not scanned',
    given: { ...copiedNightly, recoveryPoints: [source], copyJobs: [reported], unread: ['copyJobs'] },
    message: 'evidence-incomplete',
  },
  {
    name: 'the destination was scanned and its points could not be read',
    given: {
      ...copiedNightly,
      scopes: [bunker],
      copyJobs: [reported],
      unread: [{ kind: 'recoveryPoints', scope: bunker }],
    },
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
    given: { ...copiedNightly, recoveryPoints: [source], copyJobs: [copyJob(db)] },
    message: 'copy-unverified',
    data: place,
  },
  {
    name: 'AWS does not tell whether the table has advanced backups',
    given: { resource: table, ...inPlan(table, copying) },
    message: 'capability-unknown',
    data: { name: 'sessions' },
  },
  {
    name: 'nor whether it still has those that old copies are of',
    given: { resource: table, recoveryPoints: [recoveryPoint(table, { vaultArn: bunkerVaultArn, age: '20d' })] },
    message: 'capability-unknown',
    data: { name: 'sessions' },
  },
];

/** There can be no copy. */
export const notApplicables: readonly Story[] = [
  {
    name: 'an ONTAP volume',
    given: { resource: ontapVolume() },
    message: 'aws-cannot-copy',
    data: { name: 'vol1', kind: 'FSx ONTAP' },
  },
  {
    name: 'a Multi-AZ cluster, whatever its plan says',
    given: { resource: rdsCluster(), ...inPlan(rdsCluster(), copying) },
    options: { proof: 'configured' },
    message: 'aws-cannot-copy',
    data: { kind: 'RDS Multi-AZ cluster' },
  },
  {
    name: 'a table with basic backups',
    given: { resource: table, regionSettings: [basic] },
    message: 'aws-cannot-copy',
    data: { kind: 'DynamoDB basic' },
  },
  {
    name: 'in the China Regions',
    given: {
      resource: rdsInstance({
        arn: 'arn:aws-cn:rds:cn-north-1:111111111111:db:orders',
        region: 'cn-north-1',
      }),
    },
    message: 'china',
    data: { name: 'orders' },
  },
  {
    name: 'an RDS Custom instance has no backups that could be copied',
    given: { resource: rdsInstance({ engine: 'custom-oracle-ee' }) },
    message: 'rds-custom',
  },
];
