import { type BackupSummary, type DynamoDBClient, ListBackupsCommand } from '@aws-sdk/client-dynamodb';
import type { Instant } from '@backproof/core';
import { defineCollector, type Operation, type Page, type ReadingContext } from '../../collector.js';
import { required } from '../../required.js';
import { keepNewest, toNativeBackups } from '../newest-backups.js';
import { toInstant } from '../translate.js';

const operations = {
  ListBackups: { iam: 'dynamodb:ListBackups', pageSize: 100 },
} satisfies Record<string, Operation>;

/**
 * The backups that somebody made of the tables that were found, folded to the newest of each table as they come. Those
 * that AWS Backup made are recovery points, and DynamoDB's own are left of tables that were deleted.
 *
 * @source API ListBackups, BackupTypeFilter
 */
export const dynamodbBackups = defineCollector({
  service: 'dynamodb',
  operations,
  readings: [{ yields: [{ kind: 'nativeBackups', of: 'DynamoDB' }], after: ['resources'], read: readBackups }],
});

async function* readBackups(context: ReadingContext<DynamoDBClient>): AsyncIterable<Page> {
  const { scope, found, translated } = context;
  const tables = new Map(
    found('resources').flatMap(({ type, arn, createdAt = 0 }) => (type === 'DynamoDB' ? [[arn, createdAt]] : [])),
  );
  if (tables.size === 0) return;
  const newest = new Map<string, Instant>();
  for await (const backups of backupPages(context)) {
    translated(backups, 'ListBackups: BackupName', (backup) => {
      if (backup.BackupStatus !== 'AVAILABLE') return;
      const arn = required(backup.TableArn, 'ListBackups: TableArn');
      const madeAt = required(toInstant(backup.BackupCreationDateTime), 'ListBackups: BackupCreationDateTime');
      const tableCreatedAt = tables.get(arn);
      // A name may have been another table's before.
      if (tableCreatedAt !== undefined && madeAt >= tableCreatedAt) keepNewest(newest, arn, madeAt);
    });
  }
  yield { nativeBackups: toNativeBackups(scope, 'dynamodb-backups', newest) };
}

/** The SDK has no paginator for this listing, whose next page begins after the last backup of this one. */
async function* backupPages({
  client,
  signal,
}: ReadingContext<DynamoDBClient>): AsyncIterable<readonly BackupSummary[]> {
  let ExclusiveStartBackupArn: string | undefined;
  do {
    const input = { BackupType: 'USER' as const, Limit: operations.ListBackups.pageSize, ExclusiveStartBackupArn };
    const page = await client.send(new ListBackupsCommand(input), { abortSignal: signal });
    yield required(page.BackupSummaries, 'ListBackups: BackupSummaries', page);
    ExclusiveStartBackupArn = page.LastEvaluatedBackupArn;
  } while (ExclusiveStartBackupArn !== undefined);
}
