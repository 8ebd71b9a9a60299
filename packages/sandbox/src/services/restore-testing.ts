import {
  GetRestoreTestingPlan$,
  type GetRestoreTestingPlanInput,
  type GetRestoreTestingPlanOutput,
  GetRestoreTestingSelection$,
  type GetRestoreTestingSelectionInput,
  type GetRestoreTestingSelectionOutput,
  ListRestoreTestingPlans$,
  type ListRestoreTestingPlansInput,
  type ListRestoreTestingPlansOutput,
  ListRestoreTestingSelections$,
  type ListRestoreTestingSelectionsInput,
  type ListRestoreTestingSelectionsOutput,
  type RestoreTestingPlanForGet,
  type RestoreTestingPlanForList,
  type RestoreTestingSelectionForGet,
  type RestoreTestingSelectionForList,
} from '@aws-sdk/client-backup';
import { backupPaging, resourceNotFound } from './backup-paging.js';
import { listing } from './listing.js';
import { found } from './lookup.js';
import type { Call, Operation } from './operation.js';

/** Restore testing plans and their selections. What a list leaves out of them, its schema leaves out. */
export const restoreTestingOperations: readonly Operation[] = [
  listing<ListRestoreTestingPlansInput, ListRestoreTestingPlansOutput, RestoreTestingPlanForList>(
    ListRestoreTestingPlans$,
    { items: ({ scope }) => scope.restoreTestingPlans ?? [], page: 'RestoreTestingPlans', paging: backupPaging },
  ),
  listing<ListRestoreTestingSelectionsInput, ListRestoreTestingSelectionsOutput, RestoreTestingSelectionForList>(
    ListRestoreTestingSelections$,
    {
      items: (call, { RestoreTestingPlanName }) => selectionsOf(call, RestoreTestingPlanName),
      page: 'RestoreTestingSelections',
      paging: backupPaging,
    },
  ),
  { schema: GetRestoreTestingPlan$, answer: getRestoreTestingPlan },
  { schema: GetRestoreTestingSelection$, answer: getRestoreTestingSelection },
];

function getRestoreTestingPlan(input: GetRestoreTestingPlanInput, call: Call): GetRestoreTestingPlanOutput {
  return { RestoreTestingPlan: planOf(call, input.RestoreTestingPlanName) };
}

function getRestoreTestingSelection(
  input: GetRestoreTestingSelectionInput,
  call: Call,
): GetRestoreTestingSelectionOutput {
  const { RestoreTestingPlanName, RestoreTestingSelectionName: name } = input;
  const selection = found(
    selectionsOf(call, RestoreTestingPlanName).find((known) => known.RestoreTestingSelectionName === name),
    () => resourceNotFound(`Restore testing selection ${name ?? ''}`),
  );
  return { RestoreTestingSelection: selection };
}

function planOf({ scope }: Call, name: string | undefined): RestoreTestingPlanForGet {
  return found(
    scope.restoreTestingPlans?.find((plan) => plan.RestoreTestingPlanName === name),
    () => resourceNotFound(`Restore testing plan ${name ?? ''}`),
  );
}

function selectionsOf(call: Call, planName: string | undefined): readonly RestoreTestingSelectionForGet[] {
  const { RestoreTestingPlanName } = planOf(call, planName);
  const selections = call.scope.restoreTestingSelections ?? [];
  return selections.filter((selection) => selection.RestoreTestingPlanName === RestoreTestingPlanName);
}
