import { describe, expect, it } from '@jest/globals';
import type { BackupPlan, BackupRule, BackupSelection, RegionSettings } from '../model/backup-plan.js';
import type { Resource } from '../model/resource.js';
import { assignments, explainAssignments } from './assignment.js';

const scope = { partition: 'aws', accountId: '111111111111', region: 'eu-west-1' };
const elsewhere = { ...scope, region: 'us-east-1' };
const settings: RegionSettings = { scope, optIn: { EFS: true }, management: {} };

const fileSystem: Resource = {
  type: 'EFS',
  arn: 'arn:aws:elasticfilesystem:eu-west-1:111111111111:file-system/fs-1',
  accountId: scope.accountId,
  region: scope.region,
  name: 'shared',
  tags: { backup: 'true' },
};

const daily: BackupRule = {
  id: 'r1',
  name: 'daily',
  targetVaultName: 'prod',
  scheduleExpression: 'cron(0 5 ? * * *)',
  timezone: 'UTC',
  startWindowMinutes: 480,
  continuous: false,
  lifecycle: { deleteAfterDays: 35 },
  copyActions: [],
};

const plan = (id: string, over: Partial<BackupPlan> = {}): BackupPlan => ({
  scope,
  id,
  arn: `arn:aws:backup:eu-west-1:111111111111:backup-plan:${id}`,
  name: id,
  rules: [daily],
  ...over,
});

const selection = (planId: string, id: string, over: Partial<BackupSelection> = {}): BackupSelection => ({
  scope,
  planId,
  id,
  name: id,
  iamRoleArn: 'arn:aws:iam::111111111111:role/backup',
  resources: [fileSystem.arn],
  notResources: [],
  listOfTags: [],
  conditions: { stringEquals: [], stringNotEquals: [], stringLike: [], stringNotLike: [] },
  ...over,
});

const ids = (explained: ReturnType<typeof explainAssignments>) =>
  explained.map(({ selection: { id }, explanation }) => `${id} ${explanation.assigned} ${explanation.reason}`);

describe('assignments', () => {
  it('a plan without selections assigns nothing', () => {
    expect(assignments(fileSystem, [plan('p1')], [], settings)).toEqual([]);
  });

  it('a selection in a plan without rules assigns nothing, and the explanation says why', () => {
    const plans = [plan('p1', { rules: [] })];
    expect(assignments(fileSystem, plans, [selection('p1', 's1')], settings)).toEqual([]);
    expect(ids(explainAssignments(fileSystem, plans, [selection('p1', 's1')], settings))).toEqual([
      's1 no plan-without-rules',
    ]);
  });

  it('lists both of two plans, whatever the order they came in', () => {
    const plans = [plan('p2'), plan('p1')];
    const selections = [selection('p2', 's1'), selection('p1', 's3'), selection('p1', 's2')];
    const expected = ['s2 yes resource-arn', 's3 yes resource-arn', 's1 yes resource-arn'];
    expect(ids(assignments(fileSystem, plans, selections, settings))).toEqual(expected);
    expect(ids(assignments(fileSystem, plans.toReversed(), selections.toReversed(), settings))).toEqual(expected);
  });

  it('lists what is certain before what is unknown, and leaves out what is not assigned', () => {
    const selections = [
      selection('p1', 'open', { resources: ['*'] }),
      selection('p1', 'none', { resources: ['arn:aws:ec2:*'] }),
      selection('p2', 'sure'),
    ];
    const plans = [plan('p1'), plan('p2')];
    expect(ids(assignments(fileSystem, plans, selections, undefined))).toEqual([
      'sure yes resource-arn',
      'open unknown opt-in-unknown',
    ]);
    expect(ids(explainAssignments(fileSystem, plans, selections, undefined))).toContain('none no no-match');
  });

  it('leaves out a selection whose plan could not be read', () => {
    expect(explainAssignments(fileSystem, [plan('p2')], [selection('p1', 's1')], settings)).toEqual([]);
  });

  it('tells plans of one id in two Regions apart', () => {
    const plans = [plan('orgs/p', { scope: elsewhere, arn: 'elsewhere' }), plan('orgs/p')];
    const selections = [selection('orgs/p', 's1', { scope: elsewhere }), selection('orgs/p', 's1')];
    expect(assignments(fileSystem, plans, selections, settings).map((each) => each.plan.scope)).toEqual([scope]);
    expect(ids(explainAssignments(fileSystem, plans, selections, settings))).toEqual([
      's1 yes resource-arn',
      's1 no other-scope',
    ]);
  });
});
