import {
  type BackupJobSummary,
  type CopyJobSummary,
  ListBackupJobSummaries$,
  type ListBackupJobSummariesInput,
  type ListBackupJobSummariesOutput,
  ListCopyJobSummaries$,
  type ListCopyJobSummariesInput,
  type ListCopyJobSummariesOutput,
  ListRestoreJobSummaries$,
  type ListRestoreJobSummariesInput,
  type ListRestoreJobSummariesOutput,
  type RestoreJobSummary,
} from '@aws-sdk/client-backup';
import { summaryPaging } from './paging.js';
import { listing } from '../../service/listing.js';
import type { Operation } from '../../service/operation.js';
import { summariesOf } from './summaries.js';
import type { BackupWorld } from './world.js';

/** The numbers of jobs by state, type and so on. */
export const backupJobSummaryOperations: readonly Operation<BackupWorld>[] = [
  listing<BackupWorld, ListBackupJobSummariesInput, ListBackupJobSummariesOutput, BackupJobSummary>(
    ListBackupJobSummaries$,
    {
      items: (call, wanted) => summariesOf(call, ({ backupJobs }) => backupJobs, wanted),
      page: 'BackupJobSummaries',
      paging: summaryPaging,
      also: ({ AggregationPeriod = 'ONE_DAY' }) => ({ AggregationPeriod }),
    },
  ),
  listing<BackupWorld, ListCopyJobSummariesInput, ListCopyJobSummariesOutput, CopyJobSummary>(ListCopyJobSummaries$, {
    items: (call, wanted) => summariesOf(call, ({ copyJobs }) => copyJobs, wanted),
    page: 'CopyJobSummaries',
    paging: summaryPaging,
    also: ({ AggregationPeriod = 'ONE_DAY' }) => ({ AggregationPeriod }),
  }),
  listing<BackupWorld, ListRestoreJobSummariesInput, ListRestoreJobSummariesOutput, RestoreJobSummary>(
    ListRestoreJobSummaries$,
    {
      items: (call, wanted) =>
        summariesOf(call, ({ restoreJobs }) => restoreJobs?.map((job) => ({ ...job, State: job.Status })), wanted),
      page: 'RestoreJobSummaries',
      paging: summaryPaging,
      also: ({ AggregationPeriod = 'ONE_DAY' }) => ({ AggregationPeriod }),
    },
  ),
];
