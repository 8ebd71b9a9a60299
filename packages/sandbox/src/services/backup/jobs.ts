import {
  type BackupJob,
  type CopyJob,
  ListBackupJobs$,
  type ListBackupJobsInput,
  type ListBackupJobsOutput,
  ListCopyJobs$,
  type ListCopyJobsInput,
  type ListCopyJobsOutput,
  ListRestoreJobs$,
  type ListRestoreJobsInput,
  type ListRestoreJobsOutput,
  type RestoreJobsListMember,
} from '@aws-sdk/client-backup';
import { backupPaging } from './paging.js';
import { after, before, is } from '../../service/filters.js';
import { listing } from '../../service/listing.js';
import { remembered } from './remembered.js';
import type { Operation } from '../../service/operation.js';
import type { BackupWorld } from './world.js';

/** Jobs: the last 30 days of them. */
export const backupJobOperations: readonly Operation<BackupWorld>[] = [
  listing<BackupWorld, ListBackupJobsInput, ListBackupJobsOutput, BackupJob>(ListBackupJobs$, {
    items: ({ scope, world }) => remembered(scope.backupJobs, world.now),
    where: {
      ByAccountId: ofAccount,
      ByBackupVaultName: is('BackupVaultName'),
      ByCompleteAfter: after('CompletionDate'),
      ByCompleteBefore: before('CompletionDate'),
      ByCreatedAfter: after('CreationDate'),
      ByCreatedBefore: before('CreationDate'),
      ByMessageCategory: is('MessageCategory'),
      ByParentJobId: is('ParentJobId'),
      ByResourceArn: is('ResourceArn'),
      ByResourceType: is('ResourceType'),
      ByState: is('State'),
    },
    page: 'BackupJobs',
    paging: backupPaging,
  }),
  listing<BackupWorld, ListCopyJobsInput, ListCopyJobsOutput, CopyJob>(ListCopyJobs$, {
    items: ({ scope, world }) => remembered(scope.copyJobs, world.now),
    where: {
      ByAccountId: ofAccount,
      ByCompleteAfter: after('CompletionDate'),
      ByCompleteBefore: before('CompletionDate'),
      ByCreatedAfter: after('CreationDate'),
      ByCreatedBefore: before('CreationDate'),
      ByDestinationVaultArn: is('DestinationBackupVaultArn'),
      ByMessageCategory: is('MessageCategory'),
      ByParentJobId: is('ParentJobId'),
      ByResourceArn: is('ResourceArn'),
      ByResourceType: is('ResourceType'),
      BySourceRecoveryPointArn: is('SourceRecoveryPointArn'),
      ByState: is('State'),
    },
    page: 'CopyJobs',
    paging: backupPaging,
  }),
  listing<BackupWorld, ListRestoreJobsInput, ListRestoreJobsOutput, RestoreJobsListMember>(ListRestoreJobs$, {
    items: ({ scope, world }) => remembered(scope.restoreJobs, world.now),
    where: {
      ByAccountId: ofAccount,
      ByCompleteAfter: after('CompletionDate'),
      ByCompleteBefore: before('CompletionDate'),
      ByCreatedAfter: after('CreationDate'),
      ByCreatedBefore: before('CreationDate'),
      ByParentJobId: is('ParentJobId'),
      ByResourceType: is('ResourceType'),
      ByRestoreTestingPlanArn: (wanted) => (job) => job.CreatedBy?.RestoreTestingPlanArn === wanted,
      ByStatus: is('Status'),
    },
    page: 'RestoreJobs',
    paging: backupPaging,
  }),
];

/** `*` asks for all accounts of the organization; a world keeps each account's jobs apart, so these are all. */
function ofAccount(wanted: string) {
  return ({ AccountId }: { readonly AccountId?: string | undefined }): boolean =>
    wanted === '*' || AccountId === wanted;
}
