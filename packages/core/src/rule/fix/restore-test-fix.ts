import { parseDuration } from '../../config/duration.js';
import { DAY } from '../../model/instant.js';
import { identifierOf } from './fix.js';
import type { Fix, FixContext } from './fix.js';

/** Stands for what only the reader knows. */
const ROLE_ARN = 'ROLE_ARN';

/** AWS Backup removes what a test restored, at the latest after so many hours for validation. */
const VALIDATION_HOURS = 4;

/**
 * Tests restores of a resource as often as they are asked for.
 *
 * @param within - the greatest age of a test: a duration
 * @source API CreateRestoreTestingPlan, CreateRestoreTestingSelection; Terraform aws_backup_restore_testing_plan,
 * aws_backup_restore_testing_selection; CloudFormation AWS::Backup::RestoreTestingPlan, AWS::Backup::RestoreTestingSelection
 */
export function restoreTestFixes({ resource, plans }: FixContext, within: string): readonly Fix[] {
  const { arn, region, type } = resource;
  const name = identifierOf(resource);
  const schedule = parseDuration(within) < 31 * DAY ? 'cron(0 5 ? * 1 *)' : 'cron(0 5 1 * ? *)';
  const points = { Algorithm: 'LATEST_WITHIN_WINDOW', IncludeVaults: ['*'], RecoveryPointTypes: POINT_TYPES };
  const plan = { RestoreTestingPlanName: name, ScheduleExpression: schedule, RecoveryPointSelection: points };
  const selection = {
    RestoreTestingSelectionName: name,
    ProtectedResourceType: type,
    IamRoleArn: plans.find(({ roleArn }) => roleArn !== undefined)?.roleArn ?? ROLE_ARN,
    ProtectedResourceArns: [arn],
    ValidationWindowHours: VALIDATION_HOURS,
  };
  return [
    {
      sentence: 'Make a restore-testing plan, which restores and then removes what it restored.',
      commands: [{ operation: 'backup:CreateRestoreTestingPlan', region, input: { RestoreTestingPlan: plan } }],
      terraform: {
        heading: `resource "aws_backup_restore_testing_plan" "${name}"`,
        settings: {
          name,
          schedule_expression: schedule,
          recovery_point_selection: {
            algorithm: points.Algorithm,
            include_vaults: points.IncludeVaults,
            recovery_point_types: points.RecoveryPointTypes,
          },
        },
      },
      cloudFormation: { heading: 'AWS::Backup::RestoreTestingPlan', settings: plan },
    },
    {
      sentence: 'Let it test the resource. Some types need restore metadata besides.',
      commands: [
        {
          operation: 'backup:CreateRestoreTestingSelection',
          region,
          input: { RestoreTestingPlanName: name, RestoreTestingSelection: selection },
        },
      ],
      terraform: {
        heading: `resource "aws_backup_restore_testing_selection" "${name}"`,
        settings: {
          name,
          restore_testing_plan_name: name,
          protected_resource_type: type,
          iam_role_arn: selection.IamRoleArn,
          protected_resource_arns: [arn],
          validation_window_hours: VALIDATION_HOURS,
        },
      },
      cloudFormation: {
        heading: 'AWS::Backup::RestoreTestingSelection',
        settings: { RestoreTestingPlanName: name, ...selection },
      },
    },
  ];
}

const POINT_TYPES = ['SNAPSHOT', 'CONTINUOUS'];
