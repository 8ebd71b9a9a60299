import { dynamoDbTable } from '../builders/dynamodb.js';
import { ebsVolume } from '../builders/ebs.js';
import { efsFileSystem } from '../builders/efs.js';
import type { EstatePart } from '../builders/estate-of.js';
import { fsxFileSystem, ontap, ontapVolume } from '../builders/fsx.js';
import { hoursAgo } from '../builders/moment.js';
import { ownPlans } from '../builders/own-plans.js';
import { daily, monthly } from '../builders/plan.js';
import type { PlanRule } from '../builders/plan.js';
import type { MessageOf } from '../builders/verdicts.js';
import { production } from '../company.js';
import { farVault, frankfurtVault, openVault } from './vaults.js';

const { ireland } = production;

/** The losses from which the estate must come back. */
export const OBJECTIVES = {
  deletion: { rpo: '36h' },
  late: { foundAfter: '20d', rpo: '2d' },
  region: { rpo: '36h' },
} as const;

/** A file system with backups by these rules, and what `recovery-objectives` says of it. */
function fileSystem(name: string, rules: readonly PlanRule[], expect: MessageOf<'recovery-objectives'>, why: string) {
  return {
    resource: efsFileSystem(ireland, { name }),
    rules,
    history: [{ since: 100 }],
    and: { 'recovery-objectives': { expect, why } },
  };
}

const filer = fsxFileSystem(ireland, { name: 'filer-with-objectives', form: ontap });

const planned = ownPlans([
  fileSystem(
    'comes-back',
    [daily(35, openVault, { copyTo: frankfurtVault })],
    'met',
    "this morning's copy in Frankfurt survives Ireland, and daily backups reach back 35 days",
  ),
  fileSystem('lost-with-ireland', [daily(35, openVault)], 'lost', 'all its backups lie in Ireland'),
  fileSystem(
    'kept-too-briefly',
    [daily(7, openVault, { copyTo: frankfurtVault })],
    'lost',
    'a corruption that is found after 20 days is in all that a week of backups holds',
  ),
  {
    ...fileSystem(
      'backed-up-monthly',
      [monthly(35, openVault, { copyTo: frankfurtVault })],
      'rpo-missed',
      'its newest backup is of the first of the month',
    ),
    expect: 'stale',
    why: 'its newest point is three weeks old',
  },
  fileSystem(
    'copied-out-of-sight',
    [daily(35, openVault, { copyTo: farVault })],
    'not-read',
    'its copies lie in Stockholm, which is not scanned',
  ),
  {
    resource: ontapVolume({ on: filer, name: 'volume-that-stays' }),
    rules: [daily(35, openVault)],
    history: [{ since: 100 }],
    and: {
      'recovery-objectives': { expect: 'aws-cannot', why: 'AWS Backup copies no ONTAP volumes to other Regions' },
    },
  },
]);

/** Objectives, and what meets or misses them. */
export const objectives: EstatePart = {
  plans: planned.plans,
  entries: [
    ...planned.entries,
    { resource: filer, expect: 'ontap-file-system', why: 'ONTAP is backed up by volume' },
    {
      resource: ebsVolume(ireland, { name: 'disk-of-today', createdAt: hoursAgo(5) }),
      expect: 'unprotected',
      why: 'no plan selects it',
      and: { 'recovery-objectives': { expect: 'too-young', why: 'no more than five hours of its data can be lost' } },
    },
    {
      resource: dynamoDbTable(ireland, { name: 'table-without-backups' }),
      expect: 'unprotected',
      why: 'no plan selects it',
      and: { 'recovery-objectives': { expect: 'lost', why: 'it has no backup at all' } },
    },
  ],
};
