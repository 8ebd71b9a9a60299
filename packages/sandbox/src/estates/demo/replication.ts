import { clusterMembers } from '../builders/dependents.js';
import { dynamoDbTable } from '../builders/dynamodb.js';
import { efsFileSystem, efsReplication } from '../builders/efs.js';
import type { Entry } from '../builders/entry.js';
import type { EstatePart } from '../builders/estate-of.js';
import { dbCluster, globalDatabase } from '../builders/rds-clusters.js';
import { dbInstance } from '../builders/rds.js';
import { replicatedBackups } from '../builders/rds-automated-backups.js';
import { production, REGIONS } from '../company.js';
import { dailyPlan } from './plans.js';

const { ireland, frankfurt } = production;

const tills = dbInstance(ireland, { name: 'tills-db', multiAz: true, retentionDays: 7, backupsSentTo: frankfurt });

const instances: readonly Entry[] = [
  {
    resource: dbInstance(ireland, { name: 'kiosk-db', multiAz: true, retentionDays: 0 }),
    expect: 'unprotected',
    why: 'a standby in another zone is not a backup, and it has nothing else',
    and: {
      'replication-only': { expect: 'replication-only', why: 'the standby repeats every deletion' },
    },
  },
  {
    resource: tills,
    expect: 'native-only',
    why: "RDS's automated backups reach back a week, here and in Frankfurt",
    and: {
      'replication-only': { expect: 'native-window', why: 'automated backups reach back a week' },
    },
  },
  {
    resource: dbInstance(ireland, { name: 'orders-db-reader', replicaOf: 'orders-db', retentionDays: 0 }),
    expect: 'covered-by',
    why: 'no plan selects the replica, and orders-db, which it follows, is backed up',
    and: {
      'replication-only': { expect: 'covered-by', why: 'orders-db, which it follows, is backed up' },
    },
  },
  {
    resource: dbInstance(ireland, {
      name: 'returns-db',
      tags: { backup: 'daily' },
      multiAz: true,
      retentionDays: 0,
    }),
    history: [{ plan: dailyPlan, since: 41, until: 40, statuses: { 41: 'EXPIRED', 40: 'EXPIRED' } }],
    expect: 'no-usable-point',
    why: 'its points are expired, and no job has run since',
    and: {
      'replication-only': { expect: 'replication-only', why: 'expired points are no way back' },
    },
  },
];

const tables: readonly Entry[] = [ireland, frankfurt].flatMap((scope): readonly Entry[] => {
  const replicas = REGIONS.filter((region) => region !== scope.region);
  return [
    {
      resource: dynamoDbTable(scope, { name: 'presence', replicas }),
      expect: 'unprotected',
      why: 'a replica in another Region is not a backup',
      and: {
        'replication-only': { expect: 'replication-only', why: 'no replica of it can go back in time' },
      },
    },
    scope === ireland
      ? {
          resource: dynamoDbTable(scope, { name: 'preferences', replicas, pitr: true }),
          expect: 'native-only',
          why: 'point-in-time recovery is on in this Region',
          and: {
            'replication-only': { expect: 'native-window', why: 'point-in-time recovery is on here' },
          },
        }
      : {
          resource: dynamoDbTable(scope, { name: 'preferences', replicas }),
          expect: 'covered-by',
          why: 'point-in-time recovery is off here, and on for the replica of the same table in Ireland',
          and: {
            'replication-only': { expect: 'covered-by', why: 'its replica in Ireland can go back' },
          },
        },
  ];
});

const designs = efsFileSystem(ireland, { name: 'designs' });
const designsMirror = efsFileSystem(frankfurt, { name: 'designs-mirror' });
const replicationOnly = { expect: 'replication-only' } as const;

const fileSystems: readonly Entry[] = [
  {
    resource: designs,
    expect: 'unprotected',
    why: 'it is replicated to Frankfurt, and no plan selects it',
    and: { 'replication-only': { ...replicationOnly, why: 'what is deleted here is deleted in Frankfurt, too' } },
  },
  {
    resource: designsMirror,
    expect: 'never-backed-up',
    why: 'a plan selects it by its type, and has not backed it up yet',
    and: { 'replication-only': { ...replicationOnly, why: 'its source has no backup either' } },
  },
];

const loyalty = dbCluster(ireland, {
  name: 'loyalty',
  engine: 'aurora-postgresql',
  members: ['loyalty-writer', 'loyalty-reader-1', 'loyalty-reader-2', 'loyalty-reader-3'],
});
const loyaltyFrankfurt = dbCluster(frankfurt, {
  name: 'loyalty-frankfurt',
  engine: 'aurora-postgresql',
  members: ['loyalty-frankfurt-reader'],
});

const clusters = [loyalty, loyaltyFrankfurt].flatMap((resource): readonly Entry[] => [
  {
    resource,
    expect: 'native-only',
    why: 'no plan takes it; Aurora itself can go back one day',
    and: {
      'replication-only': { expect: 'native-window', why: 'Aurora always keeps a day' },
    },
  },
  ...clusterMembers(resource),
]);

/** Replicated resources, with and without backups. */
export const replication: EstatePart = {
  world: [
    ...efsReplication(designs, designsMirror),
    globalDatabase('loyalty-global', loyalty, [loyaltyFrankfurt]),
    replicatedBackups(tills, frankfurt, 7),
  ],
  entries: [...instances, ...tables, ...fileSystems, ...clusters],
};
