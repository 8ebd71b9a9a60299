import { buildArn } from '@backproof/core';
import type { BackupPlan, BackupRule, BackupSelection, RegionSettings, Resource } from '@backproof/core';
import { RESOURCE_TYPES } from '@backproof/core';
import { home } from './place.js';

/** Every day at five, kept 35 days, copied nowhere. */
export function backupRule(fields: Partial<BackupRule> = {}): BackupRule {
  return {
    id: `rule-${fields.name ?? 'daily'}`,
    name: 'daily',
    targetVaultName: 'main',
    scheduleExpression: 'cron(0 5 ? * * *)',
    timezone: 'UTC',
    startWindowMinutes: 480,
    completionWindowMinutes: 10_080,
    continuous: false,
    lifecycle: { deleteAfterDays: 35 },
    copyActions: [],
    ...fields,
  };
}

/** A plan with one daily rule. Its id is its name. */
export function backupPlan(fields: Partial<BackupPlan> = {}): BackupPlan {
  const { scope = home, name = 'nightly' } = fields;
  const arn = buildArn({ ...scope, service: 'backup', resource: `backup-plan:${fields.id ?? name}` });
  return { scope, id: name, arn, name, rules: [backupRule()], ...fields };
}

/** A selection of the plan `nightly` that selects nothing unless a story says what. */
export function backupSelection(fields: Partial<BackupSelection> = {}): BackupSelection {
  const { scope = home, name = 'selected' } = fields;
  return {
    scope,
    planId: 'nightly',
    id: `selection-${name}`,
    name,
    iamRoleArn: `arn:aws:iam::${scope.accountId}:role/service-role/AWSBackupDefaultServiceRole`,
    resources: [],
    notResources: [],
    listOfTags: [],
    conditions: { stringEquals: [], stringNotEquals: [], stringLike: [], stringNotLike: [] },
    ...fields,
  };
}

/** The plan, and its selection of these resources by their ARNs: `given: { resource, ...inPlan(resource) }`. */
export function inPlan(resources: Resource | readonly Resource[], plan: BackupPlan = backupPlan()) {
  const arns = [resources].flat().map(({ arn }) => arn);
  const selection = backupSelection({ scope: plan.scope, planId: plan.id, resources: arns });
  return { plans: [plan], selections: [selection] };
}

/** Every type is opted in, and none is fully managed. A type that `optIn` leaves out is neither on nor off. */
export function regionSettings(fields: Partial<RegionSettings> = {}): RegionSettings {
  const optIn = Object.fromEntries(RESOURCE_TYPES.map((type) => [type, true]));
  return { scope: home, optIn, management: {}, ...fields };
}
