import {
  type BackupPlansListMember,
  type BackupSelectionsListMember,
  GetBackupPlan$,
  type GetBackupPlanInput,
  type GetBackupPlanOutput,
  GetBackupSelection$,
  type GetBackupSelectionInput,
  type GetBackupSelectionOutput,
  ListBackupPlans$,
  type ListBackupPlansInput,
  type ListBackupPlansOutput,
  ListBackupSelections$,
  type ListBackupSelectionsInput,
  type ListBackupSelectionsOutput,
} from '@aws-sdk/client-backup';
import { backupPaging, resourceNotFound } from './paging.js';
import { listing } from '../../service/listing.js';
import { found } from '../../service/lookup.js';
import type { Call, Operation } from '../../service/operation.js';
import type { BackupWorld, WorldPlan } from './world.js';

/** Backup plans and their selections. */
export const backupPlanOperations: readonly Operation<BackupWorld>[] = [
  listing<BackupWorld, ListBackupPlansInput, ListBackupPlansOutput, BackupPlansListMember>(ListBackupPlans$, {
    items: ({ scope }) => (scope.plans ?? []).map(planMember),
    page: 'BackupPlansList',
    paging: backupPaging,
  }),
  listing<BackupWorld, ListBackupSelectionsInput, ListBackupSelectionsOutput, BackupSelectionsListMember>(
    ListBackupSelections$,
    {
      items: (call, { BackupPlanId }) => selectionMembers(planOf(call, BackupPlanId)),
      page: 'BackupSelectionsList',
      paging: backupPaging,
    },
  ),
  { schema: GetBackupPlan$, answer: getBackupPlan },
  { schema: GetBackupSelection$, answer: getBackupSelection },
];

function getBackupPlan({ BackupPlanId }: GetBackupPlanInput, call: Call<BackupWorld>): GetBackupPlanOutput {
  const known = planOf(call, BackupPlanId);
  return { ...planMember(known), BackupPlan: known.plan };
}

function getBackupSelection(input: GetBackupSelectionInput, call: Call<BackupWorld>): GetBackupSelectionOutput {
  const { BackupPlanId, SelectionId } = input;
  const { selections } = planOf(call, BackupPlanId);
  const known = found(
    selections.find(({ id }) => id === SelectionId),
    () => resourceNotFound(`Backup selection ${SelectionId ?? ''}`),
  );
  return { BackupPlanId, SelectionId, BackupSelection: known.selection, CreationDate: LONG_AGO };
}

function planOf({ scope }: Call<BackupWorld>, id: string | undefined): WorldPlan {
  return found(
    scope.plans?.find((plan) => plan.id === id),
    () => resourceNotFound(`Backup plan ${id ?? ''}`),
  );
}

/** AWS always sends when something was made; where a world does not say it, that was long ago. */
const LONG_AGO = new Date('2020-01-01T00:00:00Z');

function planMember({ id, arn, plan, createdAt = LONG_AGO }: WorldPlan): BackupPlansListMember {
  return {
    BackupPlanId: id,
    BackupPlanArn: arn,
    BackupPlanName: plan.BackupPlanName,
    VersionId: Buffer.from(id).toString('base64url'),
    CreationDate: createdAt,
    AdvancedBackupSettings: plan.AdvancedBackupSettings,
  };
}

function selectionMembers({ id: BackupPlanId, selections }: WorldPlan): BackupSelectionsListMember[] {
  return selections.map(({ id, selection }) => ({
    BackupPlanId,
    SelectionId: id,
    SelectionName: selection.SelectionName,
    IamRoleArn: selection.IamRoleArn,
    CreationDate: LONG_AGO,
  }));
}
