import { dynamoDbTable } from '../builders/dynamodb.js';
import type { Entry } from '../builders/entry.js';
import type { EstatePart } from '../builders/estate-of.js';
import { fsxFileSystem, openZfs } from '../builders/fsx.js';
import { gateway, gatewayVolume } from '../builders/storage-gateway.js';
import { production } from '../company.js';
import { nothingSays } from './plans.js';

const { ireland, frankfurt } = production;

const diskGateway = gateway(ireland, 'plant', 'STORED');

const entries: readonly Entry[] = [
  {
    resource: dynamoDbTable(ireland, { name: 'prices', replicas: [frankfurt.region], backups: [8, 1] }),
    expect: 'manual-only',
    why: 'somebody made backups of the table, which count for coverage only by an option',
    and: {
      ...nothingSays,
      'replication-only': { expect: 'backed-up', why: 'the backup that somebody made of the table leads back' },
    },
  },
  {
    resource: dynamoDbTable(frankfurt, { name: 'prices', replicas: [ireland.region] }),
    expect: 'unprotected',
    why: 'the replica of the same table in Ireland has backups made by hand alone',
    and: {
      'replication-only': { expect: 'covered-by', why: 'the replica of the same table in Ireland can go back' },
    },
  },
  {
    resource: fsxFileSystem(ireland, { name: 'scans', form: openZfs, userBackups: [2] }),
    expect: 'manual-only',
    why: 'somebody made a backup of the file system, which counts only by an option',
    and: nothingSays,
  },
  {
    resource: gatewayVolume(diskGateway, { name: 'plant-disk', snapshots: [1.4, 0.4] }),
    expect: 'native-only',
    why: 'no plan selects it; the snapshot schedule of its gateway ran last night',
    and: {
      ...nothingSays,
      'restore-test': { expect: 'not-testable', why: 'restore testing does not support Storage Gateway' },
    },
  },
];

/** Resources that no plan selects, with backups that somebody made, or that their service makes. */
export const withoutPlan: EstatePart = { world: [diskGateway.world], entries };
