import {
  GetRestoreTestingPlanCommand,
  type GetRestoreTestingPlanCommandOutput,
  GetRestoreTestingSelectionCommand,
  type GetRestoreTestingSelectionCommandOutput,
  ListRestoreTestingPlansCommand,
  ListRestoreTestingSelectionsCommand,
} from '@aws-sdk/client-backup';
import { defined } from '@backproof/core';
import type { RestoreTestingPlan, RestoreTestingSelection, Scope, TagCondition } from '@backproof/core';
import type { Page } from '../../page.js';
import type { ReadingContext } from '../../reading.js';
import { listOf, meant } from '../../left-out.js';
import { required } from '../../required.js';
import { bareTagKey } from './translate.js';
import { toInstant } from '../translate.js';

export async function* readPlans({
  pages,
  call,
  scope,

  forEachItem,
  translated,
}: ReadingContext): AsyncIterable<Page> {
  for await (const page of pages(ListRestoreTestingPlansCommand, {})) {
    const listed = required(page.RestoreTestingPlans, 'ListRestoreTestingPlans: RestoreTestingPlans', page);
    const names = translated(listed, 'ListRestoreTestingPlans: RestoreTestingPlanArn', (plan) =>
      required(plan.RestoreTestingPlanName, 'ListRestoreTestingPlans: RestoreTestingPlanName', page),
    );
    const answers = forEachItem(names, (RestoreTestingPlanName) =>
      call(new GetRestoreTestingPlanCommand({ RestoreTestingPlanName })),
    );
    for await (const { item: RestoreTestingPlanName, answer } of answers) {
      const told = [{ RestoreTestingPlanName }];
      const plans = translated(told, 'GetRestoreTestingPlan: RestoreTestingPlanName', () => toPlan(scope, answer));
      yield { restoreTestingPlans: plans };
    }
  }
}

export async function* readSelections(context: ReadingContext): AsyncIterable<Page> {
  const { call, scope, found, forEachItem, translated } = context;
  const lists = forEachItem(found('restoreTestingPlans'), ({ name }) => selectionNames(context, name));
  for await (const { item: plan, answer: names } of lists) {
    const answers = forEachItem(names, (RestoreTestingSelectionName) => {
      const command = new GetRestoreTestingSelectionCommand({
        RestoreTestingPlanName: plan.name,
        RestoreTestingSelectionName,
      });
      return call(command);
    });
    for await (const { item: RestoreTestingSelectionName, answer } of answers) {
      const told = [{ RestoreTestingSelectionName }];
      const id = 'GetRestoreTestingSelection: RestoreTestingSelectionName';
      const selections = translated(told, id, () => toSelection(scope, answer));
      yield { restoreTestingSelections: selections };
    }
  }
}

async function selectionNames(
  { pages, translated }: ReadingContext,
  RestoreTestingPlanName: string,
): Promise<string[]> {
  const names: string[] = [];
  for await (const page of pages(ListRestoreTestingSelectionsCommand, { RestoreTestingPlanName })) {
    const selections = required(
      page.RestoreTestingSelections,
      'ListRestoreTestingSelections: RestoreTestingSelections',
      page,
    );
    const id = 'ListRestoreTestingSelections: RestoreTestingPlanName';
    const named = translated(selections, id, ({ RestoreTestingSelectionName }) =>
      required(RestoreTestingSelectionName, 'ListRestoreTestingSelections: RestoreTestingSelectionName', page),
    );
    names.push(...named);
  }
  return names;
}

/** @source API RestoreTestingPlanForGet, RestoreTestingRecoveryPointSelection, which names the defaults */
function toPlan(scope: Scope, answer: GetRestoreTestingPlanCommandOutput): RestoreTestingPlan {
  const plan = required(answer.RestoreTestingPlan, 'GetRestoreTestingPlan: RestoreTestingPlan', answer);
  const points = required(plan.RecoveryPointSelection, 'GetRestoreTestingPlan: RecoveryPointSelection', answer);
  return {
    scope,
    arn: required(plan.RestoreTestingPlanArn, 'GetRestoreTestingPlan: RestoreTestingPlanArn', answer),
    name: required(plan.RestoreTestingPlanName, 'GetRestoreTestingPlan: RestoreTestingPlanName', answer),
    scheduleExpression: required(plan.ScheduleExpression, 'GetRestoreTestingPlan: ScheduleExpression', answer),
    timezone: meant('RestoreTestingPlanForGet.ScheduleExpressionTimezone', plan.ScheduleExpressionTimezone),
    algorithm: required(points.Algorithm, 'GetRestoreTestingPlan: Algorithm', answer),
    recoveryPointTypes: required(points.RecoveryPointTypes, 'GetRestoreTestingPlan: RecoveryPointTypes', answer),
    includeVaults: required(points.IncludeVaults, 'GetRestoreTestingPlan: IncludeVaults', answer),
    excludeVaults: listOf('RestoreTestingRecoveryPointSelection.ExcludeVaults', points.ExcludeVaults),
    selectionWindowDays: meant('RestoreTestingRecoveryPointSelection.SelectionWindowDays', points.SelectionWindowDays),
    ...defined({ lastExecutedAt: toInstant(plan.LastExecutionTime) }),
  };
}

/** @source API RestoreTestingSelectionForGet */
function toSelection(scope: Scope, answer: GetRestoreTestingSelectionCommandOutput): RestoreTestingSelection {
  const selection = required(
    answer.RestoreTestingSelection,
    'GetRestoreTestingSelection: RestoreTestingSelection',
    answer,
  );
  const { ProtectedResourceArns, ProtectedResourceConditions: conditions } = selection;
  required(ProtectedResourceArns ?? conditions, 'GetRestoreTestingSelection: ProtectedResourceArns', answer);
  return {
    scope,
    planName: required(selection.RestoreTestingPlanName, 'GetRestoreTestingSelection: RestoreTestingPlanName', answer),
    name: required(
      selection.RestoreTestingSelectionName,
      'GetRestoreTestingSelection: RestoreTestingSelectionName',
      answer,
    ),
    resourceType: required(
      selection.ProtectedResourceType,
      'GetRestoreTestingSelection: ProtectedResourceType',
      answer,
    ),
    resourceArns: listOf('RestoreTestingSelectionForGet.ProtectedResourceArns', ProtectedResourceArns),
    stringEquals: toConditions(listOf('ProtectedResourceConditions.StringEquals', conditions?.StringEquals), answer),
    stringNotEquals: toConditions(
      listOf('ProtectedResourceConditions.StringNotEquals', conditions?.StringNotEquals),
      answer,
    ),
    validationWindowHours: meant(
      'RestoreTestingSelectionForGet.ValidationWindowHours',
      selection.ValidationWindowHours,
    ),
  };
}

interface AwsKeyValue {
  readonly Key?: string | undefined;
  readonly Value?: string | undefined;
}

function toConditions(
  conditions: readonly AwsKeyValue[],
  answer: GetRestoreTestingSelectionCommandOutput,
): TagCondition[] {
  return conditions.map(({ Key, Value }) => ({
    key: bareTagKey(required(Key, 'GetRestoreTestingSelection: Key', answer)),
    value: required(Value, 'GetRestoreTestingSelection: Value', answer),
  }));
}
