import type { BackupPlan, TagCondition } from '../../model/backup-plan.js';
import { identifierOf } from './fix.js';
import type { Fix, FixContext, PlanAtHand } from './fix.js';

/** Stands for what only the reader knows. */
const [PLAN_ID, ROLE_ARN] = ['PLAN_ID', 'ROLE_ARN'];

/**
 * Assigns a resource to a backup plan: by the opt-in of its type, by a tag that a plan selects, or by its ARN.
 *
 * @source API UpdateRegionSettings, TagResources, CreateBackupSelection; Terraform aws_backup_region_settings,
 * aws_backup_selection; CloudFormation AWS::Backup::BackupSelection
 */
export function assignFixes(context: FixContext): readonly Fix[] {
  const { plans } = context;
  const optedOut = plans.find((each) => each.optedOut !== undefined);
  if (optedOut?.optedOut !== undefined) return [optInFix(context, optedOut.optedOut)];
  const tagged = plans.find(({ tag }) => tag !== undefined);
  const selection = selectionFix(context, tagged ?? plans[0]);
  if (tagged?.tag === undefined) return [selection];
  const tag = tagFix(context, tagged.plan, tagged.tag);
  // What replaces something is never the first choice.
  return tag.warning === undefined ? [tag, selection] : [selection, tag];
}

function optInFix({ resource: { region } }: FixContext, setting: string): Fix {
  return {
    sentence: `Opt in to ${setting} in AWS Backup, in ${region}: a backup plan selects the resource already.`,
    commands: [
      { operation: 'backup:UpdateRegionSettings', region, input: { ResourceTypeOptInPreference: { [setting]: true } } },
    ],
    terraform: {
      addTo: 'aws_backup_region_settings, which names all types',
      heading: 'resource_type_opt_in_preference =',
      settings: { [JSON.stringify(setting)]: true },
    },
  };
}

function tagFix({ resource }: FixContext, { name }: BackupPlan, { key, value }: TagCondition): Fix {
  const own = resource.tags?.[key];
  return {
    sentence: `Tag it ${key}=${value}, by which backup plan "${name}" selects resources.`,
    ...(own !== undefined && { warning: `It has ${key}=${own} now, by which something else may know it.` }),
    commands: [
      {
        operation: 'resourcegroupstaggingapi:TagResources',
        region: resource.region,
        input: { ResourceARNList: [resource.arn], Tags: { [key]: value } },
      },
    ],
    terraform: { addTo: 'the resource', heading: 'tags =', settings: { [JSON.stringify(key)]: value } },
    cloudFormation: { addTo: 'the tags of the resource', settings: { Key: key, Value: value } },
  };
}

function selectionFix({ resource }: FixContext, at: PlanAtHand | undefined): Fix {
  const name = identifierOf(resource);
  const id = at?.plan.id ?? PLAN_ID;
  const role = at?.roleArn ?? ROLE_ARN;
  const selection = { SelectionName: name, IamRoleArn: role, Resources: [resource.arn] };
  return {
    sentence:
      at === undefined
        ? 'Make a backup plan in its account and Region, and assign it by its ARN.'
        : `Assign it to backup plan "${at.plan.name}" by its ARN.`,
    commands: [
      {
        operation: 'backup:CreateBackupSelection',
        region: resource.region,
        input: { BackupPlanId: id, BackupSelection: selection },
      },
    ],
    terraform: {
      heading: `resource "aws_backup_selection" "${name}"`,
      settings: { name, plan_id: id, iam_role_arn: role, resources: [resource.arn] },
    },
    cloudFormation: {
      heading: 'AWS::Backup::BackupSelection',
      settings: { BackupPlanId: id, BackupSelection: selection },
    },
  };
}
