import { buildArn, buildVaultArn } from '@backproof/core';
import type { RestoreTestingPlan, RestoreTestingSelection } from '@backproof/core';
import { backupPlan, backupSelection, daysAgo, home, rdsInstance, scope, vault } from '@backproof/testing';
import type { Story } from '@backproof/testing';

/** Makes stories be about a vault, a plan or an account. */
export function about(subject: string): (stories: readonly Omit<Story, 'subject'>[]) => readonly Story[] {
  return (stories) => stories.map((story) => ({ subject, ...story }));
}

/** The resource of most stories. */
export const db = rdsInstance();

export const plan = backupPlan();
export const main = vault();

/** The account in the Region of all stories, as outcomes name it. */
export const account = buildArn({ ...home, service: 'iam', region: '', resource: 'root' });

/** The plan, which selects by the tag `backup` with a value. */
export function byTag(value: string) {
  return { plans: [plan], selections: [backupSelection({ listOfTags: [{ key: 'backup', value }] })] };
}

export const elsewhere = scope({ region: 'eu-central-1' });
export const awayVaultArn = buildVaultArn(elsewhere, 'away');

/** Tests the databases of any vault once a month. */
export const monthly: RestoreTestingPlan = {
  scope: home,
  arn: 'arn:aws:backup:eu-west-1:111111111111:restore-testing-plan:monthly',
  name: 'monthly',
  scheduleExpression: 'cron(0 5 1 * ? *)',
  timezone: 'Etc/UTC',
  lastExecutedAt: daysAgo(21),
  algorithm: 'LATEST_WITHIN_WINDOW',
  recoveryPointTypes: ['SNAPSHOT', 'CONTINUOUS'],
  includeVaults: ['*'],
  excludeVaults: [],
  selectionWindowDays: 30,
};

export const everyDatabase: RestoreTestingSelection = {
  scope: home,
  planName: 'monthly',
  name: 'databases',
  resourceType: 'RDS',
  resourceArns: ['*'],
  stringEquals: [],
  stringNotEquals: [],
  validationWindowHours: 0,
};
