import { dynamoDbTable } from '../builders/dynamodb.js';
import { efsFileSystem, efsReplication } from '../builders/efs.js';
import type { Entry } from '../builders/entry.js';
import type { EstatePart } from '../builders/estate-of.js';
import { fsxFileSystem, ontap, ontapVolume } from '../builders/fsx.js';
import { clusterMembers } from '../builders/dependents.js';
import { dbCluster, globalDatabase } from '../builders/rds-clusters.js';
import { dbInstance } from '../builders/rds.js';
import { production } from '../company.js';
import { GOLD, goldHistory, goldSays, nothingSays, throughGold } from './plans.js';

const { ireland, frankfurt } = production;

const orders = dbInstance(ireland, { name: 'orders', tags: GOLD });
const media = efsFileSystem(ireland, { name: 'media', tags: GOLD });
const mediaReplica = efsFileSystem(frankfurt, { name: 'media-replica' });
const ledger = dbCluster(ireland, { name: 'ledger', engine: 'aurora-postgresql', tags: GOLD, members: ['ledger-1'] });
const ledgerReader = dbCluster(frankfurt, {
  name: 'ledger-reader',
  engine: 'aurora-postgresql',
  members: ['ledger-reader-1'],
});
const filer = fsxFileSystem(frankfurt, { name: 'filer', form: ontap });

const gold = {
  history: [goldHistory],
  expect: 'backed-up',
  why: 'its newest point is from this morning',
  and: goldSays,
} as const;

/** The source is out of sight, for whatever asks for backups. */
const outOfSight = { expect: 'source-not-scanned', why: 'its source is in a Region that was not scanned' } as const;

const databases: readonly Entry[] = [
  { resource: orders, ...gold },
  {
    resource: dbInstance(ireland, { name: 'orders-reader', replicaOf: 'orders', retentionDays: 0 }),
    expect: 'covered-by',
    why: 'orders, which it replicates, is backed up',
    and: {
      ...throughGold('orders'),
      'replication-only': { expect: 'covered-by', why: 'orders, which it replicates, can go back' },
    },
  },
  {
    resource: dbInstance(ireland, {
      name: 'branch-reader',
      replicaOf: 'arn:aws:rds:us-east-1:111111111111:db:branch',
      retentionDays: 0,
    }),
    ...outOfSight,
    and: {
      'retention-tiers': outOfSight,
      'cross-account-copy': outOfSight,
      'replication-only': outOfSight,
    },
  },
  {
    resource: dbInstance(ireland, { name: 'orders-promoted', retentionDays: 0 }),
    expect: 'unprotected',
    why: 'it was promoted: it replicates nothing any more, and nothing backs it up',
    and: { ...nothingSays, 'replication-only': { expect: 'not-replicated', why: 'it was promoted' } },
  },
  { resource: ledger, ...gold },
  ...clusterMembers(ledger),
  {
    resource: ledgerReader,
    expect: 'native-only',
    why: 'Aurora can go back a day in every Region of a global database',
    and: throughGold('ledger'),
  },
  ...clusterMembers(ledgerReader),
];

const others: readonly Entry[] = [
  { resource: media, ...gold },
  {
    resource: mediaReplica,
    expect: 'covered-by',
    why: 'media, which it replicates, is backed up',
    and: {
      ...throughGold('media'),
      'replication-only': { expect: 'covered-by', why: 'media, which it replicates, can go back' },
    },
  },
  {
    resource: dynamoDbTable(ireland, { name: 'profiles', tags: GOLD, replicas: [frankfurt.region] }),
    ...gold,
  },
  {
    resource: dynamoDbTable(frankfurt, { name: 'profiles', replicas: [ireland.region] }),
    expect: 'covered-by',
    why: 'the replica of the same table in Ireland is backed up',
    and: {
      ...throughGold('the replica in Ireland'),
      'replication-only': { expect: 'covered-by', why: 'the replica of the same table in Ireland can go back' },
    },
  },
  { resource: filer, expect: 'ontap-file-system', why: 'its volumes are backed up, one by one' },
  {
    resource: ontapVolume({ name: 'homes_mirror', on: filer, volumeType: 'DP' }),
    expect: 'ontap-volume-type',
    why: 'AWS Backup backs up no SnapMirror destination',
    and: { 'replication-only': { expect: 'source-not-scanned', why: 'AWS does not report what it follows' } },
  },
];

/** Replicas and what they follow. */
export const followers: EstatePart = {
  world: [...efsReplication(media, mediaReplica), globalDatabase('ledger', ledger, [ledgerReader])],
  entries: [...databases, ...others],
};
