import {
  type BackupPlansListMember,
  type BackupSelectionsListMember,
  GetBackupPlan$,
  type GetBackupPlanInput,
  type GetBackupPlanOutput,
  GetBackupSelection$,
  type GetBackupSelectionInput,
  type GetBackupSelectionOutput,
  ListBackupPlanVersions$,
  type ListBackupPlanVersionsInput,
  type ListBackupPlanVersionsOutput,
  ListBackupPlans$,
  type ListBackupPlansInput,
  type ListBackupPlansOutput,
  ListBackupSelections$,
  type ListBackupSelectionsInput,
  type ListBackupSelectionsOutput,
} from '@aws-sdk/client-backup';
import { backupPaging, invalidValue, resourceNotFound } from './paging.js';
import { scheduledRuns } from './scheduled-runs.js';
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
  // A world keeps the current version of a plan only.
  listing<BackupWorld, ListBackupPlanVersionsInput, ListBackupPlanVersionsOutput, BackupPlansListMember>(
    ListBackupPlanVersions$,
    {
      items: (call, { BackupPlanId }) => [planMember(planOf(call, BackupPlanId))],
      page: 'BackupPlanVersionsList',
      paging: backupPaging,
    },
  ),
  { schema: GetBackupPlan$, answer: getBackupPlan },
  { schema: GetBackupSelection$, answer: getBackupSelection },
];

function getBackupPlan(input: GetBackupPlanInput, call: Call<BackupWorld>): GetBackupPlanOutput {
  const { BackupPlanId, VersionId, MaxScheduledRunsPreview: previewed = 0 } = input;
  const known = planOf(call, BackupPlanId);
  const member = planMember(known);
  if (VersionId !== undefined && VersionId !== member.VersionId)
    throw resourceNotFound(`Version ${VersionId} of backup plan ${known.id}`);
  if (previewed < 0 || previewed > 10) throw invalidValue('MaxScheduledRunsPreview must be between 0 and 10');
  const preview = previewed > 0 && { ScheduledRunsPreview: scheduledRuns(known.plan, call.world.now, previewed) };
  return { ...member, BackupPlan: known.plan, ...preview };
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

function planMember({ id, arn, plan, createdAt = LONG_AGO, ...more }: WorldPlan): BackupPlansListMember {
  return {
    BackupPlanId: id,
    BackupPlanArn: arn,
    BackupPlanName: plan.BackupPlanName,
    VersionId: more.version ?? Buffer.from(id).toString('base64url'),
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
