import type { BackupRule, BackupSelection, Condition, ConditionParameter, Lifecycle } from '@aws-sdk/client-backup';
import type { Scope, Tags } from '@backproof/core';
import type { WorldScope } from '../../world/world.js';
import { CADENCES, type Cadence } from './cadence.js';
import { uuid } from './ids.js';
import { arnIn, inScope } from './resource.js';
import type { EstateVault } from './vault.js';

/** The time that a point is kept. */
type KeepDays = number | 'forever';

/** A rule as people say it. */
export interface PlanRule {
  readonly cadence: Cadence;
  readonly keepDays: KeepDays;
  readonly vault: EstateVault;
  /** The logically air-gapped vault that it writes to, through the other one or instead of it. */
  readonly airGapped?: EstateVault;
  /** Every point is copied there. */
  readonly copyTo?: EstateVault;
  /** The time that a copy is kept. Absent: as long as its source. */
  readonly copyKeepDays?: KeepDays;
  /** When a point moves to cold storage. */
  readonly coldAfterDays?: number;
  /** Points live only until they are copied. */
  readonly deleteAfterCopy?: boolean;
  /** Databases that can be restored to any moment get one continuous point instead of many. */
  readonly continuous?: true;
}

/** A rule with the id that its points name. */
export interface EstateRule extends PlanRule {
  readonly id: string;
  readonly name: string;
}

/** A backup plan of an estate. */
export interface EstatePlan {
  readonly scope: Scope;
  readonly id: string;
  readonly arn: string;
  readonly name: string;
  /** The id of its version. */
  readonly version: string;
  readonly rules: readonly EstateRule[];
  readonly roleArn: string;
  readonly world: WorldScope;
}

interface PlanOptions {
  readonly name: string;
  /** A plan that AWS or an organization made has an id of its own form. */
  readonly id?: string;
  /** Long ago, unless said otherwise. */
  readonly createdAt?: Date;
  readonly rules: readonly PlanRule[];
  /** In AWS's own words. */
  readonly selections: readonly Omit<BackupSelection, 'IamRoleArn'>[];
}

/** A backup plan with its rules and selections. */
export function plan(scope: Scope, options: PlanOptions): EstatePlan {
  const { name, createdAt, id = uuid('plan', scope.accountId, scope.region, name) } = options;
  const arn = arnIn(scope, 'backup', `backup-plan:${id}`);
  const roleArn = `arn:${scope.partition}:iam::${scope.accountId}:role/service-role/AWSBackupDefaultServiceRole`;
  const rules = options.rules.map((rule) => ({
    ...rule,
    id: uuid('rule', arn, rule.cadence),
    name: `${rule.cadence}-${String(rule.keepDays)}`,
  }));
  const selections = options.selections.map((selection) => ({
    id: uuid('selection', arn, selection.SelectionName ?? ''),
    selection: { ...selection, IamRoleArn: roleArn },
  }));
  const made = { BackupPlanName: name, Rules: rules.map(ruleOf) };
  const version = uuid('version', arn);
  const worldPlan = { id, arn, version, ...(createdAt && { createdAt }), plan: made, selections };
  return { scope, id, arn, name, version, rules, roleArn, world: inScope(scope, { plans: [worldPlan] }) };
}

function ruleOf(rule: EstateRule): BackupRule {
  const { cron, timezone = 'Etc/UTC' } = CADENCES[rule.cadence];
  return {
    RuleId: rule.id,
    RuleName: rule.name,
    TargetBackupVaultName: rule.vault.name,
    ...(rule.airGapped && { TargetLogicallyAirGappedBackupVaultArn: rule.airGapped.arn }),
    ScheduleExpression: cron,
    ScheduleExpressionTimezone: timezone,
    StartWindowMinutes: 480,
    CompletionWindowMinutes: 10_080,
    // That points are temporary on their way to an air-gapped vault, the points say, not the plan.
    Lifecycle: lifecycleOf(rule.airGapped ? { ...rule, deleteAfterCopy: false } : rule),
    EnableContinuousBackup: rule.continuous ?? false,
    CopyActions: rule.copyTo
      ? [{ DestinationBackupVaultArn: rule.copyTo.arn, Lifecycle: lifecycleOf(copyRule(rule)) }]
      : [],
  };
}

/** The lifecycle of a rule's points. */
export function lifecycleOf({ keepDays, coldAfterDays, deleteAfterCopy }: EstateRule): Lifecycle {
  return {
    ...(keepDays !== 'forever' && { DeleteAfterDays: keepDays }),
    ...(coldAfterDays !== undefined && { MoveToColdStorageAfterDays: coldAfterDays }),
    ...(deleteAfterCopy && { DeleteAfterEvent: 'DELETE_AFTER_COPY' as const }),
  };
}

/** A rule as it holds for the copies of its points. */
export function copyRule(rule: EstateRule): EstateRule {
  return { ...rule, keepDays: rule.copyKeepDays ?? rule.keepDays, deleteAfterCopy: false };
}

/** A daily rule. */
export function daily(keepDays: KeepDays, vault: EstateVault, more: Partial<PlanRule> = {}): PlanRule {
  return { cadence: 'daily', keepDays, vault, ...more };
}

/** A rule that runs on Sundays. */
export function weekly(keepDays: KeepDays, vault: EstateVault, more: Partial<PlanRule> = {}): PlanRule {
  return { cadence: 'weekly', keepDays, vault, ...more };
}

/** A rule that runs on the first of the month. */
export function monthly(keepDays: KeepDays, vault: EstateVault, more: Partial<PlanRule> = {}): PlanRule {
  return { cadence: 'monthly', keepDays, vault, ...more };
}

/** Tags for `ListOfTags`: a resource needs one of them. */
export function anyOf(tags: Tags): Condition[] {
  return Object.entries(tags).map(([ConditionKey, ConditionValue]) => ({
    ConditionType: 'STRINGEQUALS',
    ConditionKey,
    ConditionValue,
  }));
}

/** Tags for one operator of `Conditions`: a resource needs all of them. */
export function allOf(tags: Tags): ConditionParameter[] {
  return Object.entries(tags).map(([key, ConditionValue]) => ({
    ConditionKey: `aws:ResourceTag/${key}`,
    ConditionValue,
  }));
}
