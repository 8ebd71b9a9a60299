import {
  type DBInstance,
  type DBInstanceAutomatedBackup,
  DescribeDBInstanceAutomatedBackupsCommand,
} from '@aws-sdk/client-rds';
import { defined, type NativeBackup, sameScope, type Scope, scopeOf } from '@backproof/core';
import type { Page } from '../../page.js';
import type { ReadingContext } from '../../reading.js';
import { listOf } from '../../left-out.js';
import { required, says } from '../../required.js';
import type { Words } from '../../required.js';
import { toInstant } from '../translate.js';

/**
 * The automated backups of an instance that RDS replicates to other Regions, as the instance's own Region reports them:
 * without their latest restorable times.
 *
 * @source API DBInstance.DBInstanceAutomatedBackupsReplications; Amazon RDS User Guide, USER_ReplicateBackups
 */
export function backupsSentElsewhere(scope: Scope, instance: DBInstance): readonly NativeBackup[] {
  const { DBInstanceAutomatedBackupsReplications } = instance;
  const replications = listOf(
    'DBInstance.DBInstanceAutomatedBackupsReplications',
    DBInstanceAutomatedBackupsReplications,
  );
  return replications.map(({ DBInstanceAutomatedBackupsArn }) => ({
    scope,
    resourceArn: required(instance.DBInstanceArn, 'DescribeDBInstances: DBInstanceArn'),
    mechanism: 'rds-replicated-backups',
    backupsArn: required(DBInstanceAutomatedBackupsArn, 'DescribeDBInstances: DBInstanceAutomatedBackupsArn'),
    enabled: true,
  }));
}

/**
 * The automated backups in this Region: those of instances elsewhere, and for the Region's own instances the earliest
 * restorable times, where the instances do not report them.
 */
export async function* readAutomatedBackups({ pages, scope, translated }: ReadingContext): AsyncIterable<Page> {
  for await (const page of pages(DescribeDBInstanceAutomatedBackupsCommand, {})) {
    const what = 'DescribeDBInstanceAutomatedBackups: DBInstanceAutomatedBackups';
    const listed = required(page.DBInstanceAutomatedBackups, what, page);
    const backups = translated(listed, 'DescribeDBInstanceAutomatedBackups: DBInstanceIdentifier', (each) =>
      toNativeBackup(scope, each),
    );
    yield { nativeBackups: backups.flatMap((backup) => backup ?? []) };
  }
}

/** @source API DBInstanceAutomatedBackup.Status; Amazon RDS User Guide, AutomatedBackups.Replicating */
const ADDED_TO: Words = { yes: ['active', 'creating', 'pending', 'replicating'], no: ['retained'] };

/** @source API DBInstanceAutomatedBackup.Status */
const OF_AN_INSTANCE: Words = { yes: ['active'], no: ['creating', 'pending', 'retained'] };

/**
 * Nothing for what is left of an instance that is gone: another may have its name, and so its ARN, by now.
 *
 * @source API DBInstanceAutomatedBackup: `retained` are those that no instance or replication adds to any more
 */
function toNativeBackup(scope: Scope, backups: DBInstanceAutomatedBackup): NativeBackup | undefined {
  const resourceArn = required(backups.DBInstanceArn, 'DescribeDBInstanceAutomatedBackups: DBInstanceArn');
  const source = scopeOf(resourceArn);
  const window = defined({
    retentionDays: backups.BackupRetentionPeriod,
    earliestRestorableAt: toInstant(backups.RestoreWindow?.EarliestTime),
    latestRestorableAt: toInstant(backups.RestoreWindow?.LatestTime),
  });
  if (source === undefined) return undefined;
  if (sameScope(source, scope)) {
    if (!says('DescribeDBInstanceAutomatedBackups: Status', backups.Status, OF_AN_INSTANCE)) return undefined;
    return { scope, resourceArn, mechanism: 'rds-automated-backups', enabled: true, ...window };
  }
  return {
    scope,
    resourceArn,
    mechanism: 'rds-replicated-backups',
    backupsArn: required(
      backups.DBInstanceAutomatedBackupsArn,
      'DescribeDBInstanceAutomatedBackups: DBInstanceAutomatedBackupsArn',
    ),
    enabled: says('DescribeDBInstanceAutomatedBackups: Status', backups.Status, ADDED_TO),
    ...window,
  };
}
