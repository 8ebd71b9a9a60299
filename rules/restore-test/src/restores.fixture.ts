import { HOUR } from '@backproof/core';
import type { Resource, RestoreJob, RestoreTestingPlan, RestoreTestingSelection } from '@backproof/core';
import { daysAgo, home, jobHistory, rdsInstance, recoveryPoint, restoreJob } from '@backproof/testing';
import type { Given } from '@backproof/testing';

export const db = rdsInstance();
export const point = recoveryPoint(db);

/** Runs on the first of each month, the last time 21 days ago. */
export const monthly: RestoreTestingPlan = {
  scope: home,
  arn: 'arn:aws:backup:eu-west-1:111111111111:restore-testing-plan:monthly',
  name: 'monthly',
  scheduleExpression: 'cron(0 5 1 * ? *)',
  timezone: 'Etc/UTC',
  lastExecutedAt: daysAgo(21),
  algorithm: 'LATEST_WITHIN_WINDOW',
  recoveryPointTypes: ['SNAPSHOT'],
  includeVaults: ['*'],
  excludeVaults: [],
  selectionWindowDays: 30,
};

/** The selection of the monthly plan. */
export const everyDatabase: RestoreTestingSelection = {
  scope: home,
  planName: 'monthly',
  name: 'databases',
  resourceType: 'RDS',
  resourceArns: ['*'],
  stringEquals: [],
  stringNotEquals: [],
  validationWindowHours: 8,
};

/** A test that the monthly plan started: it took an hour, completed ten days ago and was validated. */
export function test(of: Resource, fields: Parameters<typeof restoreJob>[1] = {}): RestoreJob {
  const validated = { restoreTestingPlanArn: monthly.arn, validationStatus: 'SUCCESSFUL' };
  return restoreJob(of, { age: '10d', ...validated, ...fields });
}

/** When a job started that took an hour and ended so many days ago. */
export function started(days: number): Date {
  return new Date(daysAgo(days) - HOUR);
}

/** The database with its jobs, where all restore jobs of the last 120 days are known. */
export function known(given: Partial<Given> = {}): Given {
  return { resource: db, recoveryPoints: [point], jobHistories: [jobHistory()], ...given };
}
