import { daysAgo, nativeBackup, rdsCluster, recoveryPoint, replica } from '@backproof/testing';
import type { Story } from '@backproof/testing';
import {
  abroad,
  bothTables,
  follower,
  following,
  globalTable,
  multiAz,
  off,
  orders,
  overdue,
  second,
  share,
  shareCopy,
  shareReplication,
  switchedOn,
  table,
  tableInFrankfurt,
  tableInOhioArn,
  windows,
} from './resources.fixture.js';

/** What is replicated and cannot go back in time. */
export const failures: readonly Story[] = [
  {
    name: 'Multi-AZ without automated backups',
    given: { resource: orders, replicas: [multiAz], nativeBackups: [off(orders)] },
    message: 'replication-only',
    data: {
      name: 'orders',
      replication: 'a Multi-AZ standby',
      kinds:
        'AWS Backup recovery points, automated backups, automated backups replicated to another Region, manual snapshots',
    },
    evidence: [orders.arn],
  },
  {
    name: 'automated backups that are on and have brought forth nothing',
    given: {
      resource: orders,
      replicas: [multiAz],
      nativeBackups: [{ ...off(orders), enabled: true, retentionDays: 7 }],
    },
    message: 'replication-only',
    data: { replication: 'a Multi-AZ standby' },
  },
  {
    name: 'automated backups that are to be sent to another Region, of which nothing is seen there',
    given: {
      resource: orders,
      replicas: [multiAz],
      nativeBackups: [off(orders), { ...off(orders), ...abroad(orders), enabled: true }],
    },
    message: 'replication-only',
    data: { replication: 'a Multi-AZ standby' },
  },
  {
    name: 'automated backups that are off, whatever they once restored',
    given: {
      resource: orders,
      replicas: [multiAz],
      nativeBackups: [nativeBackup(orders, { enabled: false })],
    },
    message: 'replication-only',
    data: { replication: 'a Multi-AZ standby' },
  },
  {
    name: 'a global table without point-in-time recovery in any Region',
    given: {
      resource: table,
      others: [tableInFrankfurt],
      replicas: bothTables,
      nativeBackups: [off(table), off(tableInFrankfurt)],
    },
    message: 'replication-only',
    data: { replication: `a DynamoDB global table with ${tableInFrankfurt.arn}` },
    evidence: [table.arn, tableInFrankfurt.arn],
  },
  {
    name: 'point-in-time recovery in another Region, which the options do not accept',
    given: {
      resource: tableInFrankfurt,
      others: [table],
      replicas: bothTables,
      nativeBackups: [off(tableInFrankfurt), nativeBackup(table)],
    },
    options: { acceptElsewhere: false },
    message: 'replication-only',
    data: { replication: `a DynamoDB global table with ${table.arn}` },
  },
  {
    name: 'point-in-time recovery in a Region that was not scanned, which the options do not accept',
    given: { resource: table, replicas: globalTable(table.arn, tableInOhioArn), nativeBackups: [off(table)] },
    options: { acceptElsewhere: false },
    message: 'replication-only',
    data: { replication: `a DynamoDB global table with ${tableInOhioArn}` },
  },
  {
    name: 'EFS replication without a backup',
    given: { resource: share, others: [shareCopy], replicas: [shareReplication] },
    message: 'replication-only',
    data: { replication: `EFS replication with ${shareCopy.arn}` },
  },
  {
    name: 'the destination of EFS replication whose source has no backup either',
    given: { resource: shareCopy, others: [share], replicas: [shareReplication] },
    message: 'replication-only',
    data: { replication: `EFS replication with ${share.arn}` },
  },
  {
    name: 'a file system over two zones without automatic backups',
    given: { resource: windows, replicas: [replica(windows)], nativeBackups: [off(windows)] },
    message: 'replication-only',
    data: { replication: 'an FSx Multi-AZ standby' },
  },
  {
    name: 'a Multi-AZ cluster with a read replica of which nothing is backed up',
    given: {
      resource: rdsCluster(),
      replicas: [
        replica(rdsCluster(), { mechanism: 'rds-multi-az' }),
        replica(rdsCluster(), { replicaArn: follower.arn }),
        replica(rdsCluster(), { replicaArn: second.arn }),
      ],
    },
    message: 'replication-only',
    data: { replication: `a Multi-AZ standby; RDS read replication with ${follower.arn}, ${second.arn}` },
  },
  {
    name: 'replicated, and only EXPIRED points',
    given: {
      resource: orders,
      replicas: [multiAz],
      recoveryPoints: [
        recoveryPoint(orders, { status: 'EXPIRED' }),
        recoveryPoint(orders, { age: '40d', keepDays: 35 }),
      ],
    },
    message: 'replication-only',
    data: { replication: 'a Multi-AZ standby' },
  },
  {
    name: 'a read replica that must have backups of its own by the options',
    given: { resource: follower, others: [orders], replicas: [following], nativeBackups: [nativeBackup(orders)] },
    options: { followers: 'judge' },
    message: 'replication-only',
    data: { name: 'orders-replica' },
  },
  {
    name: 'automated backups that should have a restorable time by now',
    given: {
      resource: { ...orders, createdAt: daysAgo(3) },
      replicas: [multiAz],
      nativeBackups: [switchedOn(orders)],
    },
    message: 'replication-only',
    data: { replication: 'a Multi-AZ standby' },
  },
  {
    name: 'a point past its deletion date that no legal hold keeps',
    given: { resource: orders, replicas: [multiAz], recoveryPoints: [overdue] },
    message: 'replication-only',
    data: { replication: 'a Multi-AZ standby' },
  },
  {
    name: 'recovery points in each of which a malware scan found something',
    given: { resource: orders, replicas: [multiAz], recoveryPoints: [recoveryPoint(orders, { infected: true })] },
    message: 'replication-only',
    data: { replication: 'a Multi-AZ standby' },
  },
  {
    name: 'a read replica has backups, and its source has none',
    given: { resource: orders, others: [follower], replicas: [following], nativeBackups: [nativeBackup(follower)] },
    message: 'replication-only',
    data: { replication: `RDS read replication with ${follower.arn}` },
  },
];
