import {
  type DBInstanceAutomatedBackup,
  type DBInstanceAutomatedBackupMessage,
  DescribeDBInstanceAutomatedBackups$,
  type DescribeDBInstanceAutomatedBackupsMessage,
} from '@aws-sdk/client-rds';
import { ServiceError } from '../../wire/service-error.js';
import { is, matches } from '../../service/filters.js';
import { listing } from '../../service/listing.js';
import { byIds } from '../../service/lookup.js';
import { idsOf, paging, unknownFilter } from './paging.js';
import type { RdsWorld } from './world.js';

/** The automated backups of RDS instances, those that come from other Regions among them. */
export const automatedBackupOperation = listing<
  RdsWorld,
  DescribeDBInstanceAutomatedBackupsMessage,
  DBInstanceAutomatedBackupMessage,
  DBInstanceAutomatedBackup
>(DescribeDBInstanceAutomatedBackups$, {
  items: ({ scope }, { DBInstanceIdentifier }) =>
    byIds(
      scope.dbInstanceAutomatedBackups,
      idsOf(DBInstanceIdentifier),
      (backups) => backups.DBInstanceIdentifier,
      (id) => new ServiceError('DBInstanceAutomatedBackupNotFound', `No automated backup of ${id} found.`, 404),
    ),
  where: {
    DbiResourceId: is('DbiResourceId'),
    DBInstanceAutomatedBackupsArn: is('DBInstanceAutomatedBackupsArn'),
    Filters: matches(
      {
        status: (backups) => [backups.Status],
        'db-instance-id': (backups) => [backups.DBInstanceIdentifier, backups.DBInstanceArn],
        'dbi-resource-id': (backups) => [backups.DbiResourceId],
      },
      unknownFilter,
    ),
  },
  page: 'DBInstanceAutomatedBackups',
  paging,
});
