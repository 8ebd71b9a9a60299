import {
  dynamoDbTable,
  ebsVolume,
  ec2Instance,
  inPlan,
  rdsInstance,
  recoveryPoint,
  regionSettings,
  replica,
} from '@backproof/testing';
import type { Given, Stories } from '@backproof/testing';
import { awayVaultArn, copy, copyingBy, db, table } from './estate.fixture.js';

const web = ec2Instance();
const attachments = [{ instanceArn: web.arn, since: 0 }];
const volume = ebsVolume({ attachments });
const volumes = [volume, ebsVolume({ name: 'logs', attachments })];
const reader = rdsInstance({ name: 'orders-reader' });
const farTable = dynamoDbTable({ region: 'us-east-1' });
const followingCopied: Given = {
  resource: reader,
  others: [db],
  replicas: [replica(db, { replicaArn: reader.arn })],
  recoveryPoints: [copy],
};
const copiedByParts: Given = {
  resource: web,
  others: volumes,
  recoveryPoints: volumes.map((each) => recoveryPoint(each, { vaultArn: awayVaultArn })),
};

/** Resources that are related to others with copies or without. */
export const relations: Stories = {
  pass: [
    {
      name: 'a volume that is copied with its instance',
      given: {
        resource: volume,
        others: [web],
        ...inPlan(web, copyingBy()),
        recoveryPoints: [recoveryPoint(web, { vaultArn: awayVaultArn })],
      },
      message: 'covered-by',
      data: { name: 'data', via: 'web' },
    },
    {
      name: 'a read replica of what is copied',
      given: followingCopied,
      message: 'covered-by',
      data: { name: 'orders-reader', via: 'orders' },
    },
    {
      name: 'an instance all of whose volumes are copied, where the options accept that',
      given: copiedByParts,
      options: { parts: 'inherit' },
      message: 'parts-covered',
      data: { name: 'web', count: 2 },
    },
  ],
  fail: [
    {
      name: 'a read replica of what is copied, where the options ask for copies of its own',
      given: followingCopied,
      options: { followers: 'judge' },
      message: 'no-copy-action',
      data: { name: 'orders-reader' },
    },
    {
      name: 'a replica of a global table in another Region is no copy',
      given: {
        resource: table,
        others: [farTable],
        replicas: [replica(table, { replicaArn: farTable.arn })],
        regionSettings: [
          regionSettings({ management: { DynamoDB: true } }),
          regionSettings({
            scope: { partition: 'aws', accountId: '111111111111', region: 'us-east-1' },
            management: { DynamoDB: true },
          }),
        ],
      },
      message: 'no-copy-action',
      data: { name: 'sessions' },
    },
    {
      name: 'an instance all of whose volumes are copied, without a copy of its image',
      given: copiedByParts,
      message: 'no-copy-action',
      data: { name: 'web' },
    },
  ],
  unknown: [
    {
      name: 'a read replica whose source was not scanned',
      given: { ...followingCopied, others: [], recoveryPoints: [] },
      message: 'source-not-scanned',
    },
  ],
};
