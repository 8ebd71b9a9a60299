import {
  type DBInstance,
  type DBInstanceAutomatedBackup,
  paginateDescribeDBInstanceAutomatedBackups,
  type RDSClient,
} from '@aws-sdk/client-rds';
import { defined, type NativeBackup, sameScope, type Scope, scopeOf } from '@backproof/core';
import type { Operation, Page, ReadingContext } from '../collector.js';
import { required } from '../required.js';
import { toInstant } from './translate.js';

/** What tells of automated backups that come from other Regions. */
export const replicatedBackupOperations = {
  DescribeDBInstanceAutomatedBackups: { iam: 'rds:DescribeDBInstanceAutomatedBackups', pageSize: 100 },
} satisfies Record<string, Operation>;

/**
 * The automated backups of an instance that RDS replicates to other Regions, as far as the instance's own Region tells:
 * that it does, and not up to when they can be restored.
 *
 * @source API DBInstance.DBInstanceAutomatedBackupsReplications; Amazon RDS User Guide, USER_ReplicateBackups
 */
export function backupsSentElsewhere(scope: Scope, instance: DBInstance): readonly NativeBackup[] {
  const replications = instance.DBInstanceAutomatedBackupsReplications ?? [];
  return replications.map(({ DBInstanceAutomatedBackupsArn }) => ({
    scope,
    resourceArn: required(instance.DBInstanceArn, 'DescribeDBInstances: DBInstanceArn'),
    mechanism: 'rds-replicated-backups',
    backupsArn: required(DBInstanceAutomatedBackupsArn, 'DescribeDBInstances: DBInstanceAutomatedBackupsArn'),
    enabled: true,
  }));
}

/**
 * The automated backups that lie here of instances elsewhere. The listing holds those of the Region's own instances too,
 * which tell of them themselves.
 */
export async function* readReplicatedBackups({
  client,
  scope,
  signal,
}: ReadingContext<RDSClient>): AsyncIterable<Page> {
  const { pageSize } = replicatedBackupOperations.DescribeDBInstanceAutomatedBackups;
  const config = { client, pageSize };
  for await (const page of paginateDescribeDBInstanceAutomatedBackups(config, {}, { abortSignal: signal })) {
    const what = 'DescribeDBInstanceAutomatedBackups: DBInstanceAutomatedBackups';
    yield {
      nativeBackups: required(page.DBInstanceAutomatedBackups, what, page).flatMap(
        (backups) => toReplicatedBackups(scope, backups) ?? [],
      ),
    };
  }
}

/** @source API DBInstanceAutomatedBackup: `retained` are those that no instance or replication adds to any more */
function toReplicatedBackups(scope: Scope, backups: DBInstanceAutomatedBackup): NativeBackup | undefined {
  const resourceArn = required(backups.DBInstanceArn, 'DescribeDBInstanceAutomatedBackups: DBInstanceArn');
  const source = scopeOf(resourceArn);
  if (source === undefined || sameScope(source, scope)) return undefined;
  return {
    scope,
    resourceArn,
    mechanism: 'rds-replicated-backups',
    backupsArn: required(
      backups.DBInstanceAutomatedBackupsArn,
      'DescribeDBInstanceAutomatedBackups: DBInstanceAutomatedBackupsArn',
    ),
    enabled: backups.Status !== 'retained',
    ...defined({
      retentionDays: backups.BackupRetentionPeriod,
      earliestRestorableAt: toInstant(backups.RestoreWindow?.EarliestTime),
      latestRestorableAt: toInstant(backups.RestoreWindow?.LatestTime),
    }),
  };
}
