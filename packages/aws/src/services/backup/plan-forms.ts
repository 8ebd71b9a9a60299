import type {
  BackupRule as AwsBackupRule,
  CopyAction as AwsCopyAction,
  GetBackupPlanCommandOutput,
  GetBackupSelectionCommandOutput,
} from '@aws-sdk/client-backup';
import { defined } from '@backproof/core';
import type {
  BackupPlan,
  BackupRule,
  BackupSelection,
  CopyAction,
  Instant,
  Scope,
  TagCondition,
} from '@backproof/core';
import { listOf, meant } from '../../left-out.js';
import { required } from '../../required.js';
import { bareTagKey, toLifecycle } from './translate.js';
import { toInstant } from '../translate.js';

/**
 * Translates a plan.
 *
 * @param createdAt - as the list of plans reports it
 * @source API GetBackupPlan
 */
export function toPlan(scope: Scope, answer: GetBackupPlanCommandOutput, createdAt: Instant | undefined): BackupPlan {
  const plan = required(answer.BackupPlan, 'GetBackupPlan: BackupPlan', answer);
  const rules = required(plan.Rules, 'GetBackupPlan: BackupPlan.Rules', answer);
  return {
    scope,
    id: required(answer.BackupPlanId, 'GetBackupPlan: BackupPlanId', answer),
    arn: required(answer.BackupPlanArn, 'GetBackupPlan: BackupPlanArn', answer),
    name: required(plan.BackupPlanName, 'GetBackupPlan: BackupPlan.BackupPlanName', answer),
    rules: rules.map((rule, index) => toRule(rule, index, answer)),
    ...defined({ createdAt: createdAt ?? toInstant(answer.CreationDate) }),
  };
}

/** A rule without an id or a name is called by its place in the plan: only points and jobs name rules by AWS's id. @source API BackupRule */
function toRule(rule: AwsBackupRule, index: number, answer: GetBackupPlanCommandOutput): BackupRule {
  const id = rule.RuleId ?? `rule-${String(index + 1)}`;
  return {
    id,
    name: rule.RuleName ?? id,
    targetVaultName: required(rule.TargetBackupVaultName, 'GetBackupPlan: Rule.TargetBackupVaultName', answer),
    scheduleExpression: meant('BackupRule.ScheduleExpression', rule.ScheduleExpression),
    timezone: meant('BackupRule.ScheduleExpressionTimezone', rule.ScheduleExpressionTimezone),
    startWindowMinutes: meant('BackupRule.StartWindowMinutes', rule.StartWindowMinutes),
    continuous: meant('BackupRule.EnableContinuousBackup', rule.EnableContinuousBackup),
    lifecycle: toLifecycle(rule.Lifecycle),
    copyActions: listOf('BackupRule.CopyActions', rule.CopyActions).map((action) => toCopyAction(action, answer)),
    ...defined({
      completionWindowMinutes: rule.CompletionWindowMinutes,
      airGappedVaultArn: rule.TargetLogicallyAirGappedBackupVaultArn,
    }),
  };
}

/** @source API CopyAction */
function toCopyAction(action: AwsCopyAction, answer: GetBackupPlanCommandOutput): CopyAction {
  return {
    destinationVaultArn: required(
      action.DestinationBackupVaultArn,
      'GetBackupPlan: CopyAction.DestinationBackupVaultArn',
      answer,
    ),
    ...(action.Lifecycle && { lifecycle: toLifecycle(action.Lifecycle) }),
  };
}

/** A selection without a name is called by its id. @source API BackupSelection, Condition, Conditions */
export function toSelection(scope: Scope, answer: GetBackupSelectionCommandOutput): BackupSelection {
  const selection = required(answer.BackupSelection, 'GetBackupSelection: BackupSelection', answer);
  const { Resources, NotResources, ListOfTags, Conditions } = selection;
  const id = required(answer.SelectionId, 'GetBackupSelection: SelectionId', answer);
  return {
    scope,
    planId: required(answer.BackupPlanId, 'GetBackupSelection: BackupPlanId', answer),
    id,
    name: selection.SelectionName ?? id,
    iamRoleArn: required(selection.IamRoleArn, 'GetBackupSelection: IamRoleArn', answer),
    resources: [...listOf('BackupSelection.Resources', Resources)],
    notResources: [...listOf('BackupSelection.NotResources', NotResources)],
    listOfTags: toConditions(listOf('BackupSelection.ListOfTags', ListOfTags), answer),
    conditions: {
      stringEquals: toConditions(listOf('Conditions.StringEquals', Conditions?.StringEquals), answer),
      stringNotEquals: toConditions(listOf('Conditions.StringNotEquals', Conditions?.StringNotEquals), answer),
      stringLike: toConditions(listOf('Conditions.StringLike', Conditions?.StringLike), answer),
      stringNotLike: toConditions(listOf('Conditions.StringNotLike', Conditions?.StringNotLike), answer),
    },
  };
}

interface AwsCondition {
  readonly ConditionKey?: string | undefined;
  readonly ConditionValue?: string | undefined;
}

function toConditions(conditions: readonly AwsCondition[], answer: GetBackupSelectionCommandOutput): TagCondition[] {
  return conditions.map(({ ConditionKey, ConditionValue }) => ({
    key: bareTagKey(required(ConditionKey, 'GetBackupSelection: ConditionKey', answer)),
    value: required(ConditionValue, 'GetBackupSelection: ConditionValue', answer),
  }));
}
