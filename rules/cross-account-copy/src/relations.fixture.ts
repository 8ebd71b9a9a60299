import {
  bunkerVaultArn,
  daysAgo,
  documentDbCluster,
  dynamoDbTable,
  ebsVolume,
  ec2Instance,
  inPlan,
  neptuneCluster,
  rdsInstance,
  recoveryPoint,
  replica,
  scope,
} from '@backproof/testing';
import type { Given, Stories } from '@backproof/testing';
import { advanced, copy, copying, db, volume } from './estate.fixture.js';

const web = ec2Instance();
const webCopy = recoveryPoint(web, { vaultArn: bunkerVaultArn });

/** Attached two days ago. */
const attachedLately = ebsVolume({ attachments: [{ instanceArn: web.arn, since: daysAgo(2) }] });

const reader = rdsInstance({ name: 'orders-reader' });
const followingCopied: Given = {
  resource: reader,
  others: [db],
  replicas: [replica(db, { replicaArn: reader.arn })],
  recoveryPoints: [copy],
};

const volumes = [volume, ebsVolume({ name: 'logs', attachments: volume.attachments })];
const copiedByParts: Given = {
  resource: web,
  others: volumes,
  recoveryPoints: volumes.map((each) => recoveryPoint(each, { vaultArn: bunkerVaultArn })),
};

const table = dynamoDbTable();
const farTable = dynamoDbTable({ region: 'us-east-1' });

/** Resources that are related to others with copies or without. */
export const relations: Stories = {
  pass: [
    {
      name: 'a volume that is copied with its instance',
      given: { resource: volume, others: [web], recoveryPoints: [webCopy] },
      message: 'covered-by',
      data: { name: 'data', via: 'web' },
    },
    {
      name: 'a volume that was attached after the newest copy of its instance: the next one is not overdue',
      given: {
        resource: attachedLately,
        others: [web],
        ...inPlan(web, copying),
        recoveryPoints: [recoveryPoint(web, { vaultArn: bunkerVaultArn, age: '3d' })],
      },
      message: 'awaiting-with',
      data: { name: 'data', via: 'web' },
    },
    {
      name: 'a read replica of what is copied',
      given: followingCopied,
      message: 'covered-by',
      data: { name: 'orders-reader', via: 'orders' },
    },
    {
      name: 'a replica of a global table of which another one is copied',
      given: {
        resource: farTable,
        others: [table],
        replicas: [replica(table, { replicaArn: farTable.arn })],
        regionSettings: [advanced, { ...advanced, scope: scope({ region: 'us-east-1' }) }],
        recoveryPoints: [recoveryPoint(table, { vaultArn: bunkerVaultArn })],
      },
      message: 'covered-by',
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
      name: 'a volume whose instance is not copied either',
      given: { resource: volume, others: [web] },
      message: 'no-copy-action',
      data: { name: 'data' },
    },
    {
      name: 'a volume that was attached after the newest copy of its instance, which no plan copies',
      given: {
        resource: attachedLately,
        others: [web],
        recoveryPoints: [recoveryPoint(web, { vaultArn: bunkerVaultArn, age: '3d' })],
      },
      message: 'attached-later',
      data: { name: 'data', via: 'web', since: new Date(daysAgo(2)) },
    },
    {
      name: 'a read replica of what is copied, where the options ask for copies of its own',
      given: followingCopied,
      options: { followers: 'judge' },
      message: 'no-copy-action',
      data: { name: 'orders-reader' },
    },
    {
      name: 'a replica that was promoted is judged by itself',
      given: { ...followingCopied, replicas: [] },
      message: 'no-copy-action',
      data: { name: 'orders-reader' },
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
    {
      name: 'a volume of which it is not known when it was attached',
      given: {
        resource: ebsVolume({ attachments: [{ instanceArn: web.arn }] }),
        others: [web],
        recoveryPoints: [webCopy],
      },
      message: 'attachment-unread',
    },
  ],

  notApplicable: [
    {
      name: 'DocumentDB in a Region that accounts must enable',
      given: { resource: documentDbCluster({ region: 'eu-south-1' }) },
      message: 'aws-cannot-copy',
      data: { name: 'docs', kind: 'DocumentDB', region: 'eu-south-1' },
    },
    {
      name: 'Neptune in a Region that accounts must enable',
      given: { resource: neptuneCluster({ region: 'il-central-1' }) },
      message: 'aws-cannot-copy',
      data: { kind: 'Neptune', region: 'il-central-1' },
    },
  ],
};
