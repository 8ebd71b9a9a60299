import type { Scope } from '@backproof/core';
import type { WorldPlan, WorldScope } from '@backproof/sandbox';
import { uuid } from './ids.js';
import type { PlanName } from './resources.js';
import { runOf } from './moments.js';
import { arnIn, copyScope } from './scopes.js';

export const PLAN_NAMES: readonly PlanName[] = ['compute', 'data'];

/** A vault of each plan, and one for the other account's copies. */
export const VAULT_NAMES = [...PLAN_NAMES, 'copies'] as const;

export type VaultName = (typeof VAULT_NAMES)[number];

export function vaultArn(scope: Scope, name: VaultName): string {
  return arnIn(scope, 'backup', `backup-vault:${name}`);
}

export function keyArn(scope: Scope, name: VaultName): string {
  return arnIn(scope, 'kms', `key/${uuid(vaultArn(scope, name))}`);
}

export function vault(scope: Scope, name: VaultName, points: number): NonNullable<WorldScope['vaults']>[number] {
  return {
    BackupVaultName: name,
    BackupVaultArn: vaultArn(scope, name),
    VaultType: 'BACKUP_VAULT',
    CreationDate: runOf(500),
    EncryptionKeyArn: keyArn(scope, name),
    NumberOfRecoveryPoints: points,
    Locked: false,
  };
}

export function roleArn({ partition, accountId }: Scope): string {
  return `arn:${partition}:iam::${accountId}:role/service-role/AWSBackupDefaultServiceRole`;
}

const CRON = 'cron(0 5 ? * * *)';

/** A plan that backs up every day what carries the tag `backup` with its name, and copies it to the other account. */
export function plan(scope: Scope, name: PlanName, keepDays: number): WorldPlan {
  const { id, arn } = planIds(scope, name);
  const lifecycle = { DeleteAfterDays: keepDays };
  const rule = {
    RuleId: uuid(`rule ${arn}`),
    RuleName: 'daily',
    TargetBackupVaultName: name,
    ScheduleExpression: CRON,
    ScheduleExpressionTimezone: 'Etc/UTC',
    StartWindowMinutes: 480,
    CompletionWindowMinutes: 10_080,
    Lifecycle: lifecycle,
    CopyActions: [{ DestinationBackupVaultArn: vaultArn(copyScope(scope), 'copies'), Lifecycle: lifecycle }],
  };
  const selection = {
    SelectionName: 'tagged',
    IamRoleArn: roleArn(scope),
    ListOfTags: [{ ConditionType: 'STRINGEQUALS' as const, ConditionKey: 'backup', ConditionValue: name }],
  };
  return {
    id,
    arn,
    plan: { BackupPlanName: name, Rules: [rule] },
    selections: [{ id: uuid(`selection ${arn}`), selection }],
  };
}

/** What the points and jobs of a plan say of it. */
export function createdBy(scope: Scope, name: PlanName) {
  const { id, arn } = planIds(scope, name);
  return {
    BackupPlanId: id,
    BackupPlanArn: arn,
    BackupPlanName: name,
    BackupPlanVersion: uuid(`version ${arn}`),
    BackupRuleId: uuid(`rule ${arn}`),
    BackupRuleName: 'daily',
    BackupRuleCron: CRON,
    BackupRuleTimezone: 'Etc/UTC',
  };
}

function planIds(scope: Scope, name: PlanName) {
  const id = uuid(`plan ${scope.accountId} ${scope.region} ${name}`);
  return { id, arn: arnIn(scope, 'backup', `backup-plan:${id}`) };
}
