import type { Scope } from '@backproof/core';
import { dynamoDbTable } from '../builders/dynamodb.js';
import { ebsVolume } from '../builders/ebs.js';
import { efsFileSystem } from '../builders/efs.js';
import type { Entry } from '../builders/entry.js';
import type { EstatePart } from '../builders/estate-of.js';
import { fsxFileSystem, ontap, ontapVolume } from '../builders/fsx.js';
import { ownPlans } from '../builders/own-plans.js';
import { daily } from '../builders/plan.js';
import { dbInstance } from '../builders/rds.js';
import { replicatedBackups } from '../builders/rds-automated-backups.js';
import type { EstateVault } from '../builders/vault.js';
import type { MessageOf } from '../builders/verdicts.js';
import { production } from '../company.js';
import { farVault, frankfurtVault, lockedCopyVault, openVault, sealedFrankfurtVault } from './vaults.js';

const { ireland, frankfurt } = production;
const stockholm: Scope = { ...ireland, region: 'eu-north-1' };

type Message = MessageOf<'cross-region-copy'>;

/** A file system with copies in a vault, and what `cross-region-copy` says of it. */
function copiedTo(vault: EstateVault, expect: Message, why: string, copyKeepDays = 35) {
  return {
    resource: efsFileSystem(ireland, { name: `copied-to-${vault.name}-for-${copyKeepDays}` }),
    rules: [daily(35, openVault, { copyTo: vault, copyKeepDays })],
    history: [{ since: 100 }],
    and: { 'cross-region-copy': { expect, why } },
  };
}

const copied = ownPlans([
  copiedTo(frankfurtVault, 'copied', "this morning's copy lies in Frankfurt, in its own account"),
  copiedTo(frankfurtVault, 'retention-too-short', 'its copies are kept for a week', 7),
  copiedTo(sealedFrankfurtVault, 'copied', 'an air-gapped vault in Frankfurt counts as well'),
  copiedTo(farVault, 'copy-reported', 'its copies go to Stockholm, which is not scanned, and the jobs say so'),
  copiedTo(lockedCopyVault, 'same-region', 'the other account keeps its copies in the same Region'),
  {
    resource: ebsVolume(ireland, { name: 'disk-at-home' }),
    rules: [daily(35, openVault)],
    history: [{ since: 100 }],
    and: { 'cross-region-copy': { expect: 'no-copy-action', why: 'its plan copies nothing' } },
  },
]);

const sent = [
  dbInstance(ireland, { name: 'sent-for-35-days', retentionDays: 35, backupsSentTo: frankfurt }),
  dbInstance(ireland, { name: 'sent-for-a-week', retentionDays: 7, backupsSentTo: frankfurt }),
] as const;

/** An instance that RDS backs up by itself. */
function native(resource: Entry['resource'], expect: Message, why: string): Entry {
  return {
    resource,
    expect: 'native-only',
    why: 'RDS backs it up by itself',
    and: { 'cross-region-copy': { expect, why } },
  };
}

const filer = fsxFileSystem(ireland, { name: 'filer', form: ontap });

/** Copies and replicated backups in other Regions, and what is none. */
export const otherRegions: EstatePart = {
  plans: copied.plans,
  world: [replicatedBackups(sent[0], frankfurt, 35), replicatedBackups(sent[1], frankfurt, 7)],
  entries: [
    ...copied.entries,
    native(sent[0], 'backups-replicated', 'RDS keeps its automated backups in Frankfurt for 35 days, too'),
    native(sent[1], 'replication-too-short', 'RDS keeps them there for a week, and 30 days are required'),
    native(
      dbInstance(ireland, { name: 'sent-out-of-sight', retentionDays: 35, backupsSentTo: stockholm }),
      'replication-unread',
      'RDS sends its automated backups to Stockholm, which is not scanned',
    ),
    {
      resource: filer,
      expect: 'ontap-file-system',
      why: 'ONTAP is backed up by volume',
    },
    {
      resource: ontapVolume({ on: filer, name: 'volume-at-home' }),
      expect: 'unprotected',
      why: 'no plan selects it',
      and: { 'cross-region-copy': { expect: 'aws-cannot-copy', why: 'AWS Backup copies no ONTAP volumes' } },
    },
    {
      resource: dynamoDbTable(ireland, { name: 'table-at-home' }),
      expect: 'unprotected',
      why: 'no plan selects it',
      and: { 'cross-region-copy': { expect: 'no-copy-action', why: 'it has advanced backups, and no copy' } },
    },
  ],
};
