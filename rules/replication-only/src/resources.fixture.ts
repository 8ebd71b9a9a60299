import type { NativeBackup, Replica, Resource } from '@backproof/core';
import {
  auroraCluster,
  bunker,
  daysAgo,
  dynamoDbTable,
  efsFileSystem,
  fsxFileSystem,
  home,
  nativeBackup,
  NOW,
  ontapVolume,
  rdsInstance,
  recoveryPoint,
  replica,
  scope,
} from '@backproof/testing';

/** A database that is replicated in one way or another. */
export const orders = rdsInstance();
/** Its standby. */
export const multiAz = replica(orders, { mechanism: 'rds-multi-az' });
/** Up to when services restore, as a message says it. */
export const fiveMinutesAgo = new Date(NOW - 5 * 60_000);

/** A read replica of the orders in another account and Region. */
export const follower = rdsInstance({ name: 'orders-replica', accountId: bunker.accountId, region: bunker.region });
export const following = replica(orders, { replicaArn: follower.arn });
/** Another read replica, at home. */
export const second = rdsInstance({ name: 'orders-replica-2' });

/** A point that should be deleted by now. */
export const overdue = recoveryPoint(orders, { age: '40d', keepDays: 35 });

/** Automated backups that are switched on and have no restorable time. */
export function switchedOn(of: Resource): NativeBackup {
  return { ...off(of), enabled: true, retentionDays: 7 };
}

/** A service's own backups of a resource, switched off. */
export function off(of: Resource): NativeBackup {
  const { scope: where, resourceArn, mechanism } = nativeBackup(of);
  return { scope: where, resourceArn, mechanism, enabled: false, retentionDays: 0 };
}

/** The automated backups of an instance in another Region. */
export function abroad(of: Resource) {
  return {
    mechanism: 'rds-replicated-backups',
    backupsArn: `arn:aws:rds:eu-central-1:${of.accountId}:auto-backup:ab-${of.name}`,
  } as const;
}

/** The same as they are seen there: kept for five weeks, the newest a day old. */
export function sentAbroad(of: Resource) {
  return { ...nativeBackup(of, { retentionDays: 35, latestRestorableAt: daysAgo(1) }), ...abroad(of) };
}

const frankfurt = scope({ region: 'eu-central-1' });
const ohio = scope({ region: 'us-east-2' });
export const table = dynamoDbTable();
export const tableInFrankfurt = dynamoDbTable({ region: frankfurt.region });
export const tableInOhioArn = dynamoDbTable({ region: ohio.region }).arn;

/** What the tables of a global table say: each is a source of the others. */
export function globalTable(arn: string, other: string, where = home): readonly Replica[] {
  const mechanism = 'dynamodb-global-table';
  return [
    { scope: where, mechanism, sourceArn: arn, replicaArn: other },
    { scope: where, mechanism, sourceArn: other, replicaArn: arn },
  ];
}

/** Two Regions of a global table, both scanned. */
export const bothTables = [
  ...globalTable(table.arn, tableInFrankfurt.arn),
  ...globalTable(tableInFrankfurt.arn, table.arn, frankfurt),
];

export const share = efsFileSystem();
export const shareCopy = efsFileSystem({ name: 'copy', region: frankfurt.region });
/** From the share to its copy in another Region. */
export const shareReplication = replica(share, { replicaArn: shareCopy.arn });

export const ledger = auroraCluster();
/** The same cluster's follower in another Region. */
export const ledgerAbroad = auroraCluster({ region: frankfurt.region });
/** Automated backups that keep one day. */
export const aDay = (of: Resource): NativeBackup => nativeBackup(of, { retentionDays: 1 });

export const windows = fsxFileSystem({ deployment: 'MULTI_AZ_1' });
export const destination = ontapVolume({ name: 'mirror', volumeType: 'DP' });
/** What FSx tells of it: that it follows, and not what. */
export const snapMirror: Replica = { scope: home, mechanism: 'ontap-snapmirror', replicaArn: destination.arn };
