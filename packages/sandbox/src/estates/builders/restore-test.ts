import type { RestoreJobsListMember } from '@aws-sdk/client-backup';
import type { Scope } from '@backproof/core';
import type { WorldScope } from '../../world/world.js';
import { uuid } from './ids.js';
import { daysAgo, hoursAfter } from './moment.js';
import { arnIn, inScope, LONG_AGO, type EstateResource } from './resource.js';
import type { EstateVault } from './vault.js';

/** A restore-testing plan. */
export interface EstateTestPlan {
  readonly name: string;
  readonly arn: string;
  readonly scope: Scope;
  readonly roleArn: string;
  readonly world: WorldScope;
}

/** A restore-testing plan that runs on the 21st of each month and tests all resources of the given types. */
export function restoreTestingPlan(scope: Scope, name: string, types: readonly ('EBS' | 'RDS')[]): EstateTestPlan {
  const arn = arnIn(scope, 'backup', `restore-testing-plan:${name}-${uuid('restore testing', scope.accountId, name)}`);
  const roleArn = `arn:${scope.partition}:iam::${scope.accountId}:role/service-role/AWSBackupDefaultServiceRole`;
  const plan = {
    RestoreTestingPlanName: name,
    RestoreTestingPlanArn: arn,
    CreationTime: LONG_AGO,
    LastExecutionTime: daysAgo(1),
    ScheduleExpression: 'cron(0 8 21 * ? *)',
    ScheduleExpressionTimezone: 'Etc/UTC',
    StartWindowHours: 24,
    RecoveryPointSelection: {
      Algorithm: 'LATEST_WITHIN_WINDOW' as const,
      IncludeVaults: ['*'],
      RecoveryPointTypes: ['SNAPSHOT' as const, 'CONTINUOUS' as const],
      SelectionWindowDays: 30,
    },
  };
  const selections = types.map((type) => ({
    RestoreTestingPlanName: name,
    RestoreTestingSelectionName: `all_${type.toLowerCase()}`,
    ProtectedResourceType: type,
    ProtectedResourceArns: ['*'],
    IamRoleArn: roleArn,
    CreationTime: LONG_AGO,
    ValidationWindowHours: 8,
  }));
  return {
    name,
    arn,
    scope,
    roleArn,
    world: inScope(scope, { restoreTestingPlans: [plan], restoreTestingSelections: selections }),
  };
}

interface RestoreTest {
  readonly plan: EstateTestPlan;
  readonly of: EstateResource;
  /** The point that was restored. */
  readonly point: { readonly arn: string; readonly at: Date; readonly vault: EstateVault };
  /** What the test made of it. */
  readonly into: EstateResource;
}

/** The record of a restore test that succeeded, was validated, and whose restored resource is still there. */
export function restoreTest({ plan, of, point, into }: RestoreTest): WorldScope {
  const record: RestoreJobsListMember = {
    AccountId: plan.scope.accountId,
    RestoreJobId: uuid('restore job', plan.arn, of.arn),
    CreatedBy: { RestoreTestingPlanArn: plan.arn },
    RecoveryPointArn: point.arn,
    RecoveryPointCreationDate: point.at,
    BackupVaultArn: point.vault.arn,
    SourceResourceArn: of.arn,
    CreatedResourceArn: into.arn,
    ResourceType: of.type,
    IamRoleArn: plan.roleArn,
    Status: 'COMPLETED',
    PercentDone: '100.00%',
    CreationDate: into.createdAt,
    CompletionDate: hoursAfter(into.createdAt, 1),
    ValidationStatus: 'SUCCESSFUL',
    DeletionStatus: 'DELETING',
  };
  return inScope(plan.scope, { restoreJobs: [record] });
}
