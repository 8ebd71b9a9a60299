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
import { backupPaging, resourceNotFound } from './paging.js';
import { listing } from '../../service/listing.js';
import { found } from '../../service/lookup.js';
import type { Call, Operation } from '../../service/operation.js';
import type { BackupWorld } from './world.js';

/** Restore testing plans and their selections. What a list leaves out of them, its schema leaves out. */
export const restoreTestingOperations: readonly Operation<BackupWorld>[] = [
  listing<BackupWorld, ListRestoreTestingPlansInput, ListRestoreTestingPlansOutput, RestoreTestingPlanForList>(
    ListRestoreTestingPlans$,
    { items: ({ scope }) => scope.restoreTestingPlans ?? [], page: 'RestoreTestingPlans', paging: backupPaging },
  ),
  listing<
    BackupWorld,
    ListRestoreTestingSelectionsInput,
    ListRestoreTestingSelectionsOutput,
    RestoreTestingSelectionForList
  >(ListRestoreTestingSelections$, {
    items: (call, { RestoreTestingPlanName }) => selectionsOf(call, RestoreTestingPlanName),
    page: 'RestoreTestingSelections',
    paging: backupPaging,
  }),
  { schema: GetRestoreTestingPlan$, answer: getRestoreTestingPlan },
  { schema: GetRestoreTestingSelection$, answer: getRestoreTestingSelection },
];

function getRestoreTestingPlan(
  input: GetRestoreTestingPlanInput,
  call: Call<BackupWorld>,
): GetRestoreTestingPlanOutput {
  return { RestoreTestingPlan: planOf(call, input.RestoreTestingPlanName) };
}

function getRestoreTestingSelection(
  input: GetRestoreTestingSelectionInput,
  call: Call<BackupWorld>,
): GetRestoreTestingSelectionOutput {
  const { RestoreTestingPlanName, RestoreTestingSelectionName: name } = input;
  const selection = found(
    selectionsOf(call, RestoreTestingPlanName).find((known) => known.RestoreTestingSelectionName === name),
    () => resourceNotFound(`Restore testing selection ${name ?? ''}`),
  );
  return { RestoreTestingSelection: selection };
}

function planOf({ scope }: Call<BackupWorld>, name: string | undefined): RestoreTestingPlanForGet {
  return found(
    scope.restoreTestingPlans?.find((plan) => plan.RestoreTestingPlanName === name),
    () => resourceNotFound(`Restore testing plan ${name ?? ''}`),
  );
}

function selectionsOf(call: Call<BackupWorld>, planName: string | undefined): readonly RestoreTestingSelectionForGet[] {
  const { RestoreTestingPlanName } = planOf(call, planName);
  const selections = call.scope.restoreTestingSelections ?? [];
  return selections.filter((selection) => selection.RestoreTestingPlanName === RestoreTestingPlanName);
}
