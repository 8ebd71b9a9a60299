import { afterEach, describe, expect, it } from '@jest/globals';
import { answerGet, collected, gapsOf, populationLines, scope } from '../../collecting.fixture.js';
import nock from '../../nock.fixture.js';
import { expectAllAsked } from '../reading.fixture.js';

afterEach(expectAllAsked);

const plans = '/restore-testing/plans';
const page = { MaxResults: '1000' };
const planArn = (name: string) => `arn:aws:backup:eu-west-1:111111111111:restore-testing-plan:${name}`;

function answerPlan(name: string, points = {}): void {
  answerGet(
    `${plans}/${name}`,
    {},
    {
      RestoreTestingPlan: {
        RestoreTestingPlanName: name,
        RestoreTestingPlanArn: planArn(name),
        ScheduleExpression: 'cron(0 5 ? * * *)',
        CreationTime: 1_763_700_000,
        RecoveryPointSelection: {
          Algorithm: 'LATEST_WITHIN_WINDOW',
          RecoveryPointTypes: ['SNAPSHOT'],
          IncludeVaults: ['*'],
          ...points,
        },
      },
    },
  );
}

describe('restore testing', () => {
  it('is read whole: plans, then the selections of each', async () => {
    const names = (...list: string[]) => list.map((RestoreTestingPlanName) => ({ RestoreTestingPlanName }));
    answerGet(plans, page, { RestoreTestingPlans: names('daily'), NextToken: 'a' });
    answerGet(plans, { ...page, NextToken: 'a' }, { RestoreTestingPlans: [], NextToken: 'b' });
    answerGet(plans, { ...page, NextToken: 'b' }, { RestoreTestingPlans: names('weekly') });
    answerPlan('daily');
    answerPlan('weekly', { Algorithm: 'OLDEST_FIRST', SelectionWindowDays: 7 });
    answerGet(`${plans}/daily/selections`, page, { RestoreTestingSelections: [{ RestoreTestingSelectionName: 'db' }] });
    answerGet(`${plans}/weekly/selections`, page, { RestoreTestingSelections: [] });
    const condition = { Key: 'aws:ResourceTag/env', Value: 'prod' };
    answerGet(
      `${plans}/daily/selections/db`,
      {},
      {
        RestoreTestingSelection: {
          RestoreTestingPlanName: 'daily',
          RestoreTestingSelectionName: 'db',
          ProtectedResourceType: 'RDS',
          ProtectedResourceArns: ['*'],
          ProtectedResourceConditions: { StringEquals: [condition] },
          IamRoleArn: 'arn:aws:iam::111111111111:role/test',
          CreationTime: 1_763_700_000,
        },
      },
    );

    const inventory = await collected('restoreTestingSelections');

    const plan = {
      scope,
      scheduleExpression: 'cron(0 5 ? * * *)',
      timezone: 'Etc/UTC',
      recoveryPointTypes: ['SNAPSHOT'],
      includeVaults: ['*'],
      excludeVaults: [],
    };
    expect(inventory.restoreTestingPlans).toEqual([
      { ...plan, arn: planArn('daily'), name: 'daily', algorithm: 'LATEST_WITHIN_WINDOW', selectionWindowDays: 30 },
      { ...plan, arn: planArn('weekly'), name: 'weekly', algorithm: 'OLDEST_FIRST', selectionWindowDays: 7 },
    ]);
    expect(inventory.restoreTestingSelections).toEqual([
      {
        scope,
        planName: 'daily',
        name: 'db',
        resourceType: 'RDS',
        resourceArns: ['*'],
        stringEquals: [{ key: 'env', value: 'prod' }],
        stringNotEquals: [],
        validationWindowHours: 0,
      },
    ]);
  });

  it('leaves out a plan that vanishes between the list and the question', async () => {
    answerList('gone', 'weekly');
    answerGone('gone');
    answerPlan('weekly');
    expect(populationLines(await collected('restoreTestingPlans'))).toEqual(['restoreTestingPlans complete 1']);
  });

  it('does not believe that all plans vanished', async () => {
    answerList('daily', 'weekly');
    answerGone('daily');
    answerGone('weekly');
    const inventory = await collected('restoreTestingPlans');
    expect(populationLines(inventory)).toEqual(['restoreTestingPlans unavailable 0']);
    expect(gapsOf(inventory.populations[0])).toMatchObject([
      { operation: 'backup:GetRestoreTestingPlan', code: 'ResourceNotFoundException' },
    ]);
  });

  function answerList(...names: readonly string[]): void {
    answerGet(plans, page, { RestoreTestingPlans: names.map((name) => ({ RestoreTestingPlanName: name })) });
  }

  function answerGone(name: string): void {
    nock('https://backup.eu-west-1.amazonaws.com')
      .get(`${plans}/${name}`)
      .reply(404, {}, { 'x-amzn-errortype': 'ResourceNotFoundException' });
  }
});
