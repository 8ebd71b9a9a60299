import { buildVaultArn } from '@backproof/core';
import {
  backupPlan,
  backupRule,
  bunker,
  bunkerVaultArn,
  copyJob,
  daysAgo,
  dynamoDbTable,
  ebsVolume,
  ec2Instance,
  encryptionKey,
  inPlan,
  rdsInstance,
  recoveryPoint,
  regionSettings,
  scope,
  vault,
} from '@backproof/testing';

/** The subject of most stories. */
export const db = rdsInstance();

/** The subject, created two days ago. */
export const young = rdsInstance({ createdAt: daysAgo(2) });

/** Its API does not tell when it was created. */
export const undated = { ...db };
Reflect.deleteProperty(undated, 'createdAt');

/** The bunker as messages name it. */
export const place = { vault: 'bunker', account: '222222222222', region: 'eu-central-1' };

export const toBunker = [{ destinationVaultArn: bunkerVaultArn }];

export const bunkerVault = vault({ scope: bunker, name: 'bunker' });

/** Copies to the bunker every night. */
export const copying = backupPlan({ rules: [backupRule({ copyActions: toBunker })] });

/** The subject, covered by that plan. */
export const copiedNightly = { resource: db, ...inPlan(db, copying) };

/** The copy of last night's point. */
export const copy = recoveryPoint(db, { vaultArn: bunkerVaultArn, keepDays: 35 });

/** Last night's point itself. */
export const source = recoveryPoint(db, { keepDays: 35 });

/** The copy job of that copy, as the account reports it. */
export const reported = copyJob(db, {
  sourceRecoveryPointArn: source.arn,
  destinationLifecycle: { deleteAfterDays: 40 },
});

/** The account's own vault in the other Region. */
export const awayVaultArn = buildVaultArn(scope({ region: 'eu-central-1' }), 'away');

/** That vault as messages name it. */
export const atHome = { ...place, vault: 'away', account: '111111111111' };

export const airGapped = vault({ name: 'sealed', vaultType: 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT' });
export const sealed = { vault: 'sealed', account: '111111111111', region: 'eu-west-1' };
export const sealedCopy = recoveryPoint(db, { vaultArn: airGapped.arn, keepDays: 35 });

export const nearVaultArn = buildVaultArn(scope({ accountId: '222222222222' }), 'near');

/** Copies nightly to a vault, for as long as the backup itself is kept or as given. */
export function copyingTo(destinationVaultArn: string, keepDays?: number) {
  const action = { destinationVaultArn, ...(keepDays !== undefined && { lifecycle: { deleteAfterDays: keepDays } }) };
  return inPlan(db, backupPlan({ rules: [backupRule({ copyActions: [action] })] }));
}

export function failed(message?: string) {
  return copyJob(db, { state: 'FAILED', ...(message !== undefined && { message }) });
}

export const key = encryptionKey();

/** The subject, encrypted with that key. */
export function encryptedWith(managedByAws: boolean) {
  return { resource: { ...db, encryptionKeyArn: key.arn }, encryptionKeys: [{ ...key, managedByAws }] };
}

/** A weekly rule that copies, which a daily one with this retention overlaps. */
export function overlapping(keepDays: number) {
  const weekly = backupRule({
    name: 'weekly',
    scheduleExpression: 'cron(0 5 ? * SUN *)',
    lifecycle: { deleteAfterDays: 60 },
    copyActions: toBunker,
  });
  return inPlan(db, backupPlan({ rules: [backupRule({ lifecycle: { deleteAfterDays: keepDays } }), weekly] }));
}

export const volume = ebsVolume({ attachments: [{ instanceArn: ec2Instance().arn, since: 0 }] });
export const table = dynamoDbTable();
export const advanced = regionSettings({ management: { DynamoDB: true } });
export const basic = regionSettings({ management: { DynamoDB: false } });
