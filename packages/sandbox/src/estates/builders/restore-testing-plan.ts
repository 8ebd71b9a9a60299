import type { ResourceType, Scope } from '@backproof/core';
import type { WorldScope } from '../../world/world.js';
import { uuid } from './ids.js';
import { daysAgo } from './moment.js';
import { arnIn, inScope, LONG_AGO } from './resource.js';

/** A restore-testing plan. */
export interface EstateTestPlan {
  readonly name: string;
  readonly arn: string;
  readonly scope: Scope;
  /** The day on which it ran last, counted back from the estate's now. */
  readonly day: number;
  readonly types: readonly ResourceType[];
  readonly world: WorldScope;
}

interface TestPlanOptions {
  readonly name: string;
  readonly day: number;
  readonly types: readonly ResourceType[];
  /** The ARNs of vaults that it picks no points of. Absent: none. */
  readonly excludeVaults?: string[];
}

/** The types that AWS can test. @source Developer Guide, restore-testing: supported resource types */
export const TESTABLE_TYPES = [
  ...(['Aurora', 'DocumentDB', 'DynamoDB', 'EBS', 'EC2'] as const),
  ...(['EFS', 'FSx', 'Neptune', 'RDS', 'S3'] as const),
] satisfies readonly ResourceType[];

/** A restore-testing plan that runs each month, and may pick all resources of its types. */
export function restoreTestingPlan(scope: Scope, options: TestPlanOptions): EstateTestPlan {
  const { name, day, types, excludeVaults } = options;
  const arn = arnIn(scope, 'backup', `restore-testing-plan:${name}-${uuid('restore testing', scope.accountId, name)}`);
  const roleArn = `arn:${scope.partition}:iam::${scope.accountId}:role/service-role/AWSBackupDefaultServiceRole`;
  const plan = {
    RestoreTestingPlanName: name,
    RestoreTestingPlanArn: arn,
    CreationTime: LONG_AGO,
    LastExecutionTime: daysAgo(day),
    ScheduleExpression: `cron(0 12 ${String(daysAgo(day).getUTCDate())} * ? *)`,
    ScheduleExpressionTimezone: 'Etc/UTC',
    StartWindowHours: 24,
    RecoveryPointSelection: {
      Algorithm: 'LATEST_WITHIN_WINDOW' as const,
      IncludeVaults: ['*'],
      ...(excludeVaults && { ExcludeVaults: excludeVaults }),
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
  const world = inScope(scope, { restoreTestingPlans: [plan], restoreTestingSelections: selections });
  return { name, arn, scope, day, types, world };
}
