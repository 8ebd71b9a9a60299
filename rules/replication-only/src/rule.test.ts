import {
  bunker,
  ebsVolume,
  ec2Instance,
  fsxFileSystem,
  home,
  nativeBackup,
  ontapVolume,
  recoveryPoint,
  replica,
  storageGatewayVolume,
  testRule,
} from '@backproof/testing';
import { buckets } from './buckets.fixture.js';
import { failures } from './failures.fixture.js';
import { passes } from './passes.fixture.js';
import {
  bothTables,
  destination,
  follower,
  following,
  globalTable,
  multiAz,
  off,
  orders,
  overdue,
  second,
  snapMirror,
  table,
  tableInFrankfurt,
  tableInOhioArn,
} from './resources.fixture.js';
import { replicationOnly } from './rule.js';

testRule(replicationOnly, {
  pass: [...passes, ...(buckets.pass ?? [])],
  fail: [...failures, ...(buckets.fail ?? [])],

  unknown: [
    ...(buckets.unknown ?? []),
    {
      name: 'a read replica whose source was not scanned',
      given: { resource: follower, replicas: [following], nativeBackups: [off(follower)] },
      message: 'source-not-scanned',
      data: { name: 'orders-replica', source: orders.arn },
      evidence: [follower.arn],
    },
    {
      name: 'a read replica of a read replica whose source was not scanned',
      given: {
        resource: second,
        others: [follower],
        replicas: [following, replica(follower, { replicaArn: second.arn })],
      },
      message: 'source-not-scanned',
      data: { source: orders.arn },
    },
    {
      name: 'a global table with a replica in a Region that was not scanned',
      given: {
        resource: table,
        others: [tableInFrankfurt],
        replicas: [...bothTables, ...globalTable(table.arn, tableInOhioArn)],
      },
      message: 'source-not-scanned',
      data: { source: tableInOhioArn },
    },
    {
      name: 'replicated, and its recovery points may not be read',
      given: {
        resource: orders,
        replicas: [multiAz],
        recoveryPoints: [recoveryPoint(orders)],
        unread: ['recoveryPoints'],
      },
      message: 'evidence-incomplete',
    },
    {
      name: 'a replica, and the backups of its source in another account may not be read',
      given: {
        resource: follower,
        others: [orders],
        replicas: [following],
        nativeBackups: [nativeBackup(orders)],
        unread: [{ kind: 'nativeBackups', scope: home }],
      },
      message: 'related-unknown',
      data: { via: 'orders of account 111111111111 in eu-west-1' },
    },
    {
      name: 'a replica of a replica, of which it may not be read what that one follows',
      given: {
        resource: second,
        others: [follower],
        replicas: [{ ...replica(follower, { replicaArn: second.arn }), scope: home }],
        unread: [{ kind: 'replicas', scope: bunker }],
      },
      message: 'related-unknown',
      data: { via: 'orders-replica of account 222222222222 in eu-central-1' },
    },
    {
      name: 'a point in a status that AWS added later',
      given: { resource: orders, replicas: [multiAz], recoveryPoints: [recoveryPoint(orders, { status: 'UNKNOWN' })] },
      message: 'status-unknown',
      data: { name: 'orders' },
    },
    {
      name: 'a point past its deletion date, and legal holds could not be read',
      given: {
        resource: orders,
        replicas: [multiAz],
        recoveryPoints: [overdue],
        unread: ['legalHolds'],
      },
      message: 'holds-unread',
      data: { name: 'orders', moment: new Date(overdue.createdAt) },
      evidence: [overdue.arn],
    },
    {
      name: 'a SnapMirror destination, as FSx does not report its source',
      given: { resource: destination, replicas: [snapMirror] },
      message: 'source-not-scanned',
      data: { source: 'AWS does not name it' },
    },
  ],

  notApplicable: [
    { name: 'a database in one zone', given: { resource: orders }, message: 'not-replicated' },
    { name: 'a volume of EBS', given: { resource: ebsVolume() }, message: 'not-replicated' },
    {
      name: 'a volume of a Volume Gateway',
      given: { resource: storageGatewayVolume() },
      message: 'not-replicated',
    },
    { name: 'an instance', given: { resource: ec2Instance() }, message: 'not-replicated' },
    {
      name: 'a SnapMirror destination where followers must have backups of their own, which it cannot have',
      given: { resource: destination, others: [ontapVolume()], replicas: [snapMirror] },
      options: { followers: 'judge' },
      message: 'ontap-volume-type',
    },
    {
      name: 'an ONTAP file system over two zones: its volumes are judged',
      given: {
        resource: fsxFileSystem({ engine: 'ONTAP', deployment: 'MULTI_AZ_1' }),
        replicas: [replica(fsxFileSystem())],
      },
      message: 'ontap-file-system',
    },
    {
      name: 'a load sharing volume of an ONTAP file system over two zones',
      given: { resource: ontapVolume({ volumeType: 'LS' }), replicas: [replica(ontapVolume())] },
      message: 'ontap-volume-type',
    },
  ],
});
