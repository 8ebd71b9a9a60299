import { durationText, HOUR } from '@backproof/core';
import type { NativeBackup, Resource } from '@backproof/core';
import {
  daysAgo,
  dynamoDbTable,
  ebsVolume,
  ec2Instance,
  hoursAgo,
  inPlan,
  nativeBackup,
  rdsInstance,
  recoveryPoint,
  replica,
  storageGatewayVolume,
} from '@backproof/testing';
import type { Stories } from '@backproof/testing';

const vm = ec2Instance();
const attached = [{ instanceArn: vm.arn, since: 0 }];
const [root, data] = [ebsVolume({ name: 'root', attachments: attached }), ebsVolume({ attachments: attached })];
const late = ebsVolume({ attachments: [{ instanceArn: vm.arn, since: hoursAgo(1) }] });
const images = [recoveryPoint(vm, { age: '31h' }), recoveryPoint(vm, { age: '7h' })];

const orders = rdsInstance();
const follower = rdsInstance({ name: 'orders-ro' });
const following = {
  resource: follower,
  others: [orders],
  replicas: [replica(orders, { replicaArn: follower.arn })],
  ...inPlan(orders),
  recoveryPoints: [recoveryPoint(orders)],
};

const table = dynamoDbTable();
const gateway = storageGatewayVolume();

function snapshots(of: Resource, fields: Partial<NativeBackup> = {}): NativeBackup {
  return nativeBackup(of, { mechanism: 'dlm-snapshots', latestRestorableAt: hoursAgo(9), ...fields });
}

/** What protects a resource otherwise: its instance, its volumes, what it follows, native backups of all kinds. */
export const relations: Stories = {
  pass: [
    {
      name: 'an instance in no plan, all of whose volumes are backed up',
      given: { resource: vm, others: [root, data], nativeBackups: [snapshots(root), snapshots(data)] },
      message: 'parts-covered',
      data: { name: 'web', count: 2 },
    },
    {
      name: 'a volume attached after the newest image of its instance, and the next image is due tonight',
      given: { resource: late, others: [vm], ...inPlan(vm), recoveryPoints: images },
      message: 'awaiting-with',
      data: { via: 'web' },
    },
    {
      name: 'a read replica whose source is backed up',
      given: following,
      message: 'covered-by',
      data: { name: 'orders-ro', via: 'orders', relation: 'source' },
    },
    {
      name: 'images that Data Lifecycle Manager makes of an instance',
      given: { resource: vm, nativeBackups: [snapshots(vm, { mechanism: 'dlm-images' })] },
      message: 'native-only',
      data: { kind: 'Data Lifecycle Manager images', restorable: new Date(hoursAgo(9)) },
    },
    {
      name: 'a stored volume of a gateway with its own schedule of snapshots',
      given: { resource: gateway, nativeBackups: [snapshots(gateway, { mechanism: 'storage-gateway-snapshots' })] },
      message: 'native-only',
      data: { kind: 'scheduled snapshots' },
    },
    {
      name: 'a young snapshot made by hand, which the options accept',
      given: { resource: root, nativeBackups: [snapshots(root, { mechanism: 'ebs-snapshots' })] },
      options: { acceptManual: true },
      message: 'native-only',
      data: { kind: 'manual EBS snapshots' },
    },
  ],
  fail: [
    {
      name: 'an instance in no plan, all of whose volumes are backed up, where each is judged by itself',
      given: { resource: vm, others: [root, data], nativeBackups: [snapshots(root), snapshots(data)] },
      options: { parts: 'judge' },
      message: 'unprotected',
      data: { name: 'web' },
    },
    {
      name: 'an instance in no plan, whose volumes count for themselves only by its options',
      given: { resource: vm, others: [root], nativeBackups: [snapshots(root)] },
      options: { parts: 'judge' },
      message: 'unprotected',
      data: {
        kinds: 'AWS Backup recovery points, Data Lifecycle Manager images, manual images (AMIs)',
        nearest: 'none',
      },
    },
    {
      name: 'an instance in no plan, one of whose volumes is not backed up either',
      given: { resource: vm, others: [root, data], nativeBackups: [snapshots(root)] },
      message: 'parts-missing',
      data: { volumes: 'data', count: 2 },
    },
    {
      name: 'a volume attached after the newest image of its instance, which is in no plan any more',
      given: { resource: late, others: [vm], recoveryPoints: images },
      message: 'unprotected',
      data: { name: 'data' },
    },
    {
      name: 'a read replica that must have backups of its own by the options',
      given: following,
      options: { followers: 'judge' },
      message: 'unprotected',
      data: { name: 'orders-ro' },
    },
    {
      name: 'a read replica that was promoted is judged by itself',
      given: { ...following, replicas: [] },
      message: 'unprotected',
      data: { name: 'orders-ro' },
    },
    {
      name: 'a table with an on-demand backup, which somebody made',
      given: {
        resource: table,
        nativeBackups: [
          nativeBackup(table, { enabled: false }),
          nativeBackup(table, { mechanism: 'dynamodb-backups', latestRestorableAt: hoursAgo(2) }),
        ],
      },
      message: 'manual-only',
      data: { name: 'sessions', kind: 'on-demand backups', restorable: new Date(hoursAgo(2)), nearest: 'none' },
    },
    {
      name: 'an old snapshot made by hand, though the options accept such',
      given: {
        resource: root,
        nativeBackups: [snapshots(root, { mechanism: 'ebs-snapshots', latestRestorableAt: daysAgo(3) })],
      },
      options: { acceptManual: true },
      message: 'native-stale',
      data: {
        kind: 'manual EBS snapshots',
        restorable: new Date(daysAgo(3)),
        allowed: durationText(36 * HOUR),
      },
    },
  ],
  unknown: [
    {
      name: 'a read replica whose source was not scanned',
      given: { resource: follower, replicas: [replica(orders, { replicaArn: follower.arn })] },
      message: 'source-not-scanned',
      data: { name: 'orders-ro', source: orders.arn },
    },
    {
      name: 'a volume of an instance of which it is not known when it was attached',
      given: {
        resource: ebsVolume({ attachments: [{ instanceArn: vm.arn }] }),
        others: [vm],
        ...inPlan(vm),
        recoveryPoints: images,
      },
      message: 'attachment-unread',
      data: { via: 'web' },
    },
  ],
};
