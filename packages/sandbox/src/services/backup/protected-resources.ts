import {
  DescribeProtectedResource$,
  type DescribeProtectedResourceInput,
  type DescribeProtectedResourceOutput,
  ListProtectedResources$,
  type ListProtectedResourcesInput,
  type ListProtectedResourcesOutput,
  ListRestoreJobsByProtectedResource$,
  type ListRestoreJobsByProtectedResourceInput,
  type ListRestoreJobsByProtectedResourceOutput,
  type ProtectedResource,
  type RestoreJobsListMember,
} from '@aws-sdk/client-backup';
import { backupPaging, checkArn, resourceNotFound } from './paging.js';
import { remembered } from './remembered.js';
import { after, before, is } from '../../service/filters.js';
import { listing } from '../../service/listing.js';
import { found } from '../../service/lookup.js';
import type { Call, Operation } from '../../service/operation.js';
import type { BackupWorld } from './world.js';

/** The resources that were ever backed up, and their restores. */
export const protectedResourceOperations: readonly Operation<BackupWorld>[] = [
  listing<BackupWorld, ListProtectedResourcesInput, ListProtectedResourcesOutput, ProtectedResource>(
    ListProtectedResources$,
    { items: ({ scope }) => scope.protectedResources ?? [], page: 'Results', paging: backupPaging },
  ),
  { schema: DescribeProtectedResource$, answer: describeProtectedResource },
  listing<
    BackupWorld,
    ListRestoreJobsByProtectedResourceInput,
    ListRestoreJobsByProtectedResourceOutput,
    RestoreJobsListMember
  >(ListRestoreJobsByProtectedResource$, {
    items: (call, { ResourceArn = '' }) => restoresOf(call, ResourceArn),
    where: {
      ByStatus: is('Status'),
      ByRecoveryPointCreationDateAfter: after('RecoveryPointCreationDate'),
      ByRecoveryPointCreationDateBefore: before('RecoveryPointCreationDate'),
    },
    page: 'RestoreJobs',
    paging: backupPaging,
  }),
];

function describeProtectedResource(
  { ResourceArn = '' }: DescribeProtectedResourceInput,
  call: Call<BackupWorld>,
): DescribeProtectedResourceOutput {
  checkArn(ResourceArn);
  const known = found(
    call.scope.protectedResources?.find((each) => each.ResourceArn === ResourceArn),
    () => resourceNotFound(`Protected resource ${ResourceArn}`),
  );
  return { ...known, ...latestRestore(restoresOf(call, ResourceArn)) };
}

/** @source API DescribeProtectedResourceOutput: the latest job, whatever it came to */
function latestRestore(jobs: readonly RestoreJobsListMember[]): DescribeProtectedResourceOutput {
  const [latest] = jobs.toSorted((a, b) => Number(b.CreationDate) - Number(a.CreationDate));
  if (latest === undefined) return {};
  const { CreationDate, CompletionDate, RecoveryPointCreationDate } = latest;
  return {
    ...(CompletionDate && {
      LatestRestoreExecutionTimeMinutes: Math.round((Number(CompletionDate) - Number(CreationDate)) / 60_000),
    }),
    LatestRestoreJobCreationDate: CreationDate,
    LatestRestoreRecoveryPointCreationDate: RecoveryPointCreationDate,
  };
}

function restoresOf({ scope, world }: Call<BackupWorld>, arn: string): readonly RestoreJobsListMember[] {
  checkArn(arn);
  return remembered(scope.restoreJobs, world.now).filter(({ SourceResourceArn }) => SourceResourceArn === arn);
}
