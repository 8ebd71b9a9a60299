import type { EstatePart } from '../builders/estate-of.js';
import { nativeRestore } from '../builders/native-restore.js';
import { dbCluster } from '../builders/rds-clusters.js';
import { dbInstance } from '../builders/rds.js';
import { production } from '../company.js';
import { backedUp } from './plans.js';

const { ireland, frankfurt } = production;

const ledger = dbCluster(ireland, { name: 'ledger', engine: 'aurora-postgresql', members: ['ledger-1'] });
const catalog = dbCluster(frankfurt, { name: 'catalog', engine: 'aurora-mysql', members: ['catalog-1'] });

const member = (resource: (typeof ledger.members)[number]) => ({
  resource,
  expect: 'cluster-member' as const,
  why: 'a cluster is backed up as a whole',
});

/** Databases that were restored by RDS itself, or were not. */
export const databases: EstatePart = {
  entries: [
    backedUp(dbInstance(ireland, { name: 'orders' }), {
      expect: 'restored-natively',
      why: 'RDS restored it to a point in time, 40 days ago',
    }),
    backedUp(dbInstance(ireland, { name: 'users' }), {
      expect: 'restored-natively',
      why: 'RDS restored its automated snapshot, which has its name',
    }),
    backedUp(dbInstance(ireland, { name: 'invoices' }), {
      expect: 'never-restored',
      why: 'other databases were restored, and an attempt of its own was refused',
    }),
    backedUp(
      dbInstance(ireland, { name: 'payroll' }),
      {
        expect: 'restored-in-events',
        why: 'AWS Backup restored it: the call that it made of RDS is no second restore',
      },
      [{ day: 40 }],
    ),
    backedUp(
      dbInstance(ireland, { name: 'archive' }),
      {
        expect: 'test-failed',
        why: 'the job of AWS Backup failed: the call that it made of RDS is no restore of its own',
      },
      [{ day: 40, failure: 'The instance could not be started' }],
    ),
    backedUp(ledger, {
      expect: 'native-source-unknown',
      why: 'a cluster was restored from a snapshot that is gone: it may have been this one',
    }),
    ...ledger.members.map(member),
    backedUp(catalog, { expect: 'never-restored', why: 'a clone is no restore of a backup' }),
    ...catalog.members.map(member),
  ],
  world: [
    nativeRestore(ireland, {
      call: 'RestoreDBInstanceToPointInTime',
      day: 40,
      input: { sourceDBInstanceIdentifier: 'Orders', targetDBInstanceIdentifier: 'orders-drill' },
    }),
    nativeRestore(ireland, {
      call: 'RestoreDBInstanceFromDBSnapshot',
      day: 60,
      input: { dBSnapshotIdentifier: 'rds:users-2026-09-23-05-00', dBInstanceIdentifier: 'users-drill' },
    }),
    nativeRestore(ireland, {
      call: 'RestoreDBInstanceToPointInTime',
      day: 35,
      input: { sourceDBInstanceIdentifier: 'invoices', targetDBInstanceIdentifier: 'invoices-drill' },
      errorCode: 'DBInstanceAlreadyExistsFault',
    }),
    ...['payroll', 'archive'].map((name) =>
      nativeRestore(ireland, {
        call: 'RestoreDBInstanceToPointInTime',
        day: 40,
        input: { sourceDBInstanceIdentifier: name, targetDBInstanceIdentifier: `awsbackup-${name}` },
        byAwsBackup: true,
      }),
    ),
    nativeRestore(ireland, {
      call: 'RestoreDBClusterFromSnapshot',
      day: 50,
      input: { snapshotIdentifier: 'before-migration', dBClusterIdentifier: 'drill', engine: 'aurora-postgresql' },
    }),
    nativeRestore(frankfurt, {
      call: 'RestoreDBClusterToPointInTime',
      day: 20,
      input: {
        sourceDBClusterIdentifier: 'catalog',
        dBClusterIdentifier: 'catalog-clone',
        restoreType: 'copy-on-write',
      },
    }),
  ],
};
