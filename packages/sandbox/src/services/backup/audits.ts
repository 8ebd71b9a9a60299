import {
  DescribeFramework$,
  type DescribeFrameworkInput,
  type DescribeFrameworkOutput,
  type Framework,
  ListFrameworks$,
  type ListFrameworksInput,
  type ListFrameworksOutput,
  ListReportPlans$,
  type ListReportPlansInput,
  type ListReportPlansOutput,
  type ReportPlan,
} from '@aws-sdk/client-backup';
import { backupPaging, resourceNotFound } from './paging.js';
import { listing } from '../../service/listing.js';
import { found } from '../../service/lookup.js';
import type { Call, Operation } from '../../service/operation.js';
import type { BackupWorld } from './world.js';

/** AWS Backup Audit Manager: frameworks and report plans. */
export const backupAuditOperations: readonly Operation<BackupWorld>[] = [
  listing<BackupWorld, ListFrameworksInput, ListFrameworksOutput, Framework>(ListFrameworks$, {
    items: ({ scope }) => scope.frameworks ?? [],
    page: 'Frameworks',
    paging: backupPaging,
  }),
  { schema: DescribeFramework$, answer: describeFramework },
  listing<BackupWorld, ListReportPlansInput, ListReportPlansOutput, ReportPlan>(ListReportPlans$, {
    items: ({ scope }) => scope.reportPlans ?? [],
    page: 'ReportPlans',
    paging: backupPaging,
  }),
];

function describeFramework(
  { FrameworkName = '' }: DescribeFrameworkInput,
  { scope }: Call<BackupWorld>,
): DescribeFrameworkOutput {
  const known = scope.frameworks?.find((framework) => framework.FrameworkName === FrameworkName);
  return found(known, () => resourceNotFound(`Framework ${FrameworkName}`));
}
