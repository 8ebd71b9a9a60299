import { ListBackupsCommand } from '@aws-sdk/client-dynamodb';
import type { Instant } from '@backproof/core';
import type { Page } from '../../page.js';
import type { ReadingContext } from '../../reading.js';
import { required, says } from '../../required.js';
import type { Words } from '../../required.js';
import { keepNewest, toNativeBackups } from '../newest-backups.js';
import { toInstant } from '../translate.js';

/** @source API (Amazon DynamoDB) BackupStatus */
const RESTORABLE: Words = { yes: ['AVAILABLE'], no: ['CREATING', 'DELETED'] };

/** @source API (Amazon DynamoDB) BackupType: others are filtered out, but not by everything that speaks its protocol */
const BY_HAND: Words = { yes: ['USER'], no: ['AWS_BACKUP', 'SYSTEM'] };

/**
 * The backups that somebody made of the tables that were found, folded to the newest of each table as they come. Those
 * that AWS Backup made are recovery points, and DynamoDB's own are left of tables that were deleted.
 *
 * @source API ListBackups, BackupTypeFilter
 */
export async function* readBackups({ pages, scope, found, translated }: ReadingContext): AsyncIterable<Page> {
  const tables = new Map(
    found('resources').flatMap(({ type, arn, createdAt = 0 }) => (type === 'DynamoDB' ? [[arn, createdAt]] : [])),
  );
  if (tables.size === 0) return;
  const newest = new Map<string, Instant>();
  for await (const page of pages(ListBackupsCommand, { BackupType: 'USER' })) {
    const backups = required(page.BackupSummaries, 'ListBackups: BackupSummaries', page);
    translated(backups, 'ListBackups: BackupName', (backup) => {
      if (!says('ListBackups: BackupType', backup.BackupType, BY_HAND)) return;
      if (!says('ListBackups: BackupStatus', backup.BackupStatus, RESTORABLE)) return;
      const arn = required(backup.TableArn, 'ListBackups: TableArn');
      const madeAt = required(toInstant(backup.BackupCreationDateTime), 'ListBackups: BackupCreationDateTime');
      const tableCreatedAt = tables.get(arn);
      // A name may have been another table's before.
      if (tableCreatedAt !== undefined && madeAt >= tableCreatedAt) keepNewest(newest, arn, madeAt);
    });
  }
  yield { nativeBackups: toNativeBackups(scope, 'dynamodb-backups', newest) };
}
