import { buildVaultArn } from '@backproof/core';
import type { BackupRule } from '@backproof/core';
import {
  backupPlan,
  backupRule,
  bunkerVaultArn,
  copyJob,
  daysAgo,
  dynamoDbTable,
  encryptionKey,
  inPlan,
  nativeBackup,
  rdsInstance,
  recoveryPoint,
  scope,
  vault,
} from '@backproof/testing';

/** The subject of most stories. */
export const db = rdsInstance();

/** The subject, created two days ago. */
export const young = rdsInstance({ createdAt: daysAgo(2) });

/** The account's own vault in another Region. */
export const away = scope({ region: 'eu-central-1' });
export const awayVault = vault({ scope: away, name: 'away' });
export const awayVaultArn = awayVault.arn;

/** That vault as messages name it. */
export const place = { vault: 'away', account: '111111111111', region: 'eu-central-1' };

/** The vault of another account in another Region. */
export const bunkerPlace = { vault: 'bunker', account: '222222222222', region: 'eu-central-1' };

/** A vault of another account in the Region of the subject. */
export const nearVaultArn = buildVaultArn(scope({ accountId: '222222222222' }), 'near');

export const toAway = [{ destinationVaultArn: awayVaultArn }];

/** A plan of one rule that copies to the other Region each night. */
export function copyingBy(rule: Partial<BackupRule> = {}) {
  return backupPlan({ rules: [backupRule({ copyActions: toAway, ...rule })] });
}

/** The subject, covered by that plan. */
export const copiedNightly = { resource: db, ...inPlan(db, copyingBy()) };

/** The subject, covered by a plan that copies to a vault, for as long as the backup itself is kept or as given. */
export function copiedTo(destinationVaultArn: string, keepDays?: number) {
  const action = { destinationVaultArn, ...(keepDays !== undefined && { lifecycle: { deleteAfterDays: keepDays } }) };
  return { resource: db, ...inPlan(db, copyingBy({ copyActions: [action] })) };
}

/** The copy of last night's point, that point itself, and the copy job. */
export const copy = recoveryPoint(db, { vaultArn: awayVaultArn, keepDays: 35 });
export const source = recoveryPoint(db, { keepDays: 35 });
export const reported = copyJob(db, {
  sourceRecoveryPointArn: source.arn,
  destinationVaultArn: awayVaultArn,
  destinationLifecycle: { deleteAfterDays: 40 },
});

/** A copy in the vault of another account, in another Region. */
export const farCopy = recoveryPoint(db, { vaultArn: bunkerVaultArn, keepDays: 35 });

export function failed(message?: string, destinationVaultArn = awayVaultArn) {
  return copyJob(db, { state: 'FAILED', destinationVaultArn, ...(message !== undefined && { message }) });
}

export const key = encryptionKey();
export const table = dynamoDbTable();

/** Its automated backups, which RDS replicates to another Region. */
export const replicated = nativeBackup(db, {
  mechanism: 'rds-replicated-backups',
  backupsArn: 'arn:aws:rds:eu-central-1:111111111111:auto-backup:ab-orders',
  retentionDays: 35,
});

/** Those backups as messages name them. */
export const replica = { backups: 'automated backups replicated to another Region', region: 'eu-central-1' };
