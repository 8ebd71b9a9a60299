import {
  continuousPoint,
  daysAgo,
  home,
  nativeBackup,
  NOW,
  ontapVolume,
  recoveryPoint,
  replica,
} from '@backproof/testing';
import type { Story } from '@backproof/testing';
import {
  aDay,
  bothTables,
  destination,
  fiveMinutesAgo,
  follower,
  following,
  ledger,
  ledgerAbroad,
  multiAz,
  off,
  orders,
  second,
  sentAbroad,
  share,
  shareCopy,
  shareReplication,
  table,
  tableInFrankfurt,
} from './resources.fixture.js';

/** What is replicated and can go back in time. */
export const passes: readonly Story[] = [
  {
    name: 'Multi-AZ with a week of automated backups',
    given: { resource: orders, replicas: [multiAz], nativeBackups: [nativeBackup(orders)] },
    message: 'native-window',
    data: { name: 'orders', moment: fiveMinutesAgo, way: 'automated backups', window: '7 days' },
    evidence: [orders.arn],
  },
  {
    name: 'an Aurora cluster with readers and a global database has a day, always',
    given: {
      resource: ledger,
      others: [ledgerAbroad],
      replicas: [replica(ledger, { mechanism: 'aurora-readers' }), replica(ledger, { replicaArn: ledgerAbroad.arn })],
      nativeBackups: [aDay(ledger), aDay(ledgerAbroad)],
    },
    message: 'native-window',
    data: { window: '1 day' },
    evidence: [ledgerAbroad.arn],
  },
  {
    name: 'the cluster that follows in a global database has a day too',
    given: {
      resource: ledgerAbroad,
      others: [ledger],
      replicas: [replica(ledger, { replicaArn: ledgerAbroad.arn })],
      nativeBackups: [aDay(ledger), aDay(ledgerAbroad)],
    },
    message: 'native-window',
    data: { window: '1 day' },
  },
  {
    name: 'a service that does not tell how far back it reaches',
    given: {
      resource: table,
      replicas: bothTables,
      nativeBackups: [
        { scope: home, resourceArn: table.arn, mechanism: 'dynamodb-pitr', enabled: true, latestRestorableAt: NOW },
      ],
    },
    message: 'native-window',
    data: { window: 'an unknown time' },
  },
  {
    name: 'automated backups that are sent to another Region and kept there for longer',
    given: { resource: orders, replicas: [multiAz], nativeBackups: [nativeBackup(orders), sentAbroad(orders)] },
    message: 'native-window',
    data: { moment: fiveMinutesAgo, way: 'automated backups', window: '35 days' },
    evidence: [orders.arn, sentAbroad(orders).backupsArn],
  },
  {
    name: 'automated backups of which only what was sent to another Region can be restored',
    given: {
      resource: orders,
      replicas: [multiAz],
      nativeBackups: [{ ...off(orders), enabled: true, retentionDays: 7 }, sentAbroad(orders)],
    },
    message: 'native-window',
    data: { moment: new Date(daysAgo(1)), way: 'automated backups replicated to another Region', window: '35 days' },
    evidence: [sentAbroad(orders).backupsArn],
  },
  {
    name: 'Multi-AZ with a recovery point, which is named before the automated backups',
    given: {
      resource: orders,
      replicas: [multiAz],
      recoveryPoints: [recoveryPoint(orders)],
      nativeBackups: [nativeBackup(orders)],
    },
    message: 'backed-up',
    data: { moment: new Date('2026-11-22T05:00:00Z'), way: 'AWS Backup recovery points' },
    evidence: [recoveryPoint(orders).arn, orders.arn],
  },
  {
    name: 'a continuous recovery point, as of the moment that RDS tells',
    given: {
      resource: orders,
      replicas: [multiAz],
      recoveryPoints: [continuousPoint(orders)],
      nativeBackups: [nativeBackup(orders, { recoveryPointArn: continuousPoint(orders).arn })],
    },
    message: 'backed-up',
    data: { moment: fiveMinutesAgo, way: 'AWS Backup recovery points' },
  },
  {
    name: 'a snapshot that somebody took, with automated backups off',
    given: {
      resource: orders,
      replicas: [multiAz],
      nativeBackups: [
        off(orders),
        nativeBackup(orders, { mechanism: 'rds-snapshots', latestRestorableAt: daysAgo(40) }),
      ],
    },
    message: 'backed-up',
    data: { moment: new Date(daysAgo(40)), way: 'manual snapshots' },
  },
  {
    name: 'a snapshot that somebody took reaches back further than the automated backups, which are fresher',
    given: {
      resource: orders,
      replicas: [multiAz],
      nativeBackups: [
        nativeBackup(orders, { mechanism: 'rds-snapshots', latestRestorableAt: daysAgo(40) }),
        nativeBackup(orders),
      ],
    },
    message: 'backed-up',
    data: { moment: fiveMinutesAgo, way: 'automated backups' },
  },
  {
    name: 'a snapshot that is fresher than automated backups, which have stopped',
    given: {
      resource: orders,
      replicas: [multiAz],
      nativeBackups: [
        nativeBackup(orders, { latestRestorableAt: daysAgo(40) }),
        nativeBackup(orders, { mechanism: 'rds-snapshots', latestRestorableAt: daysAgo(2) }),
      ],
    },
    message: 'backed-up',
    data: { moment: new Date(daysAgo(2)), way: 'manual snapshots' },
  },
  {
    name: 'a read replica without backups follows a source in another account that has some',
    given: {
      resource: follower,
      others: [orders],
      replicas: [following],
      nativeBackups: [off(follower), nativeBackup(orders)],
    },
    message: 'covered-by',
    data: { name: 'orders-replica', via: 'orders', relation: 'source' },
    evidence: [orders.arn],
  },
  {
    name: 'a read replica of a read replica follows the source of both',
    given: {
      resource: second,
      others: [orders, follower],
      replicas: [following, replica(follower, { replicaArn: second.arn })],
      recoveryPoints: [recoveryPoint(orders)],
    },
    message: 'covered-by',
    data: { name: 'orders-replica-2', via: 'orders' },
  },
  {
    name: 'the destination of EFS replication follows a source that is backed up',
    given: {
      resource: shareCopy,
      others: [share],
      replicas: [shareReplication],
      recoveryPoints: [recoveryPoint(share)],
    },
    message: 'covered-by',
    data: { via: 'share', relation: 'source' },
  },
  {
    name: 'a SnapMirror destination follows a volume that is known and backed up',
    given: {
      resource: destination,
      others: [ontapVolume()],
      replicas: [replica(ontapVolume(), { mechanism: 'ontap-snapmirror', replicaArn: destination.arn })],
      recoveryPoints: [recoveryPoint(ontapVolume())],
    },
    message: 'covered-by',
    data: { name: 'mirror', via: 'vol1', relation: 'source' },
  },
  {
    name: 'a global table with point-in-time recovery in this Region',
    given: {
      resource: table,
      others: [tableInFrankfurt],
      replicas: bothTables,
      nativeBackups: [nativeBackup(table)],
    },
    options: { acceptElsewhere: false },
    message: 'native-window',
    data: { way: 'point-in-time recovery' },
  },
  {
    name: 'a global table with point-in-time recovery in another Region',
    given: {
      resource: tableInFrankfurt,
      others: [table],
      replicas: bothTables,
      nativeBackups: [off(tableInFrankfurt), nativeBackup(table)],
    },
    message: 'covered-by',
    data: { via: 'sessions', relation: 'peer' },
    evidence: [table.arn],
  },
];
