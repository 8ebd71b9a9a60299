import { afterEach, describe, expect, it } from '@jest/globals';
import { answerGet, collected, gapsOf, populationLines, scope } from '../../collecting.fixture.js';
import nock from '../../nock.fixture.js';
import { expectAllAsked } from '../reading.fixture.js';

const planArn = 'arn:aws:backup:eu-west-1:111111111111:backup-plan:plan-1';
const vaultArn = 'arn:aws:backup:eu-west-1:111111111111:backup-vault:prod';
const rule = { RuleId: 'rule-1', RuleName: 'daily', TargetBackupVaultName: 'prod' };

afterEach(expectAllAsked);

function answerPlan(id: string, plan: object, status = 200): void {
  const arn = planArn.replace('plan-1', id);
  answerGet(`/backup/plans/${id}`, {}, { BackupPlanId: id, BackupPlanArn: arn, BackupPlan: plan }, status);
}

function answerList(ids: readonly string[]): void {
  answerGet('/backup/plans', { maxResults: '1000' }, { BackupPlansList: ids.map((id) => ({ BackupPlanId: id })) });
}

describe('backup plans', () => {
  it('are read whole, with what AWS means where it leaves a field out', async () => {
    answerList(['plan-1']);
    answerPlan('plan-1', { BackupPlanName: 'prod', Rules: [rule] });

    const { backupPlans } = await collected('backupPlans');

    expect(backupPlans).toEqual([
      {
        scope,
        id: 'plan-1',
        arn: planArn,
        name: 'prod',
        rules: [
          {
            id: 'rule-1',
            name: 'daily',
            targetVaultName: 'prod',
            scheduleExpression: 'cron(0 5 ? * * *)',
            timezone: 'Etc/UTC',
            startWindowMinutes: 480,
            continuous: false,
            lifecycle: {},
            copyActions: [],
          },
        ],
      },
    ]);
  });

  it('keep no lifecycle that AWS calls -1, and a copy without one follows its source', async () => {
    answerList(['plan-1']);
    const lifecycle = { DeleteAfterDays: -1, MoveToColdStorageAfterDays: 30, DeleteAfterEvent: 'DELETE_AFTER_COPY' };
    const CopyActions = [
      { DestinationBackupVaultArn: vaultArn },
      { DestinationBackupVaultArn: vaultArn, Lifecycle: { DeleteAfterDays: 365 } },
    ];
    answerPlan('plan-1', { BackupPlanName: 'prod', Rules: [{ ...rule, Lifecycle: lifecycle, CopyActions }] });

    const { backupPlans } = await collected('backupPlans');

    expect(backupPlans[0]?.rules[0]).toMatchObject({
      lifecycle: { moveToColdStorageAfterDays: 30, deleteAfterCopy: true },
      copyActions: [
        { destinationVaultArn: vaultArn },
        { destinationVaultArn: vaultArn, lifecycle: { deleteAfterDays: 365 } },
      ],
    });
    expect(backupPlans[0]?.rules[0]?.copyActions[0]).not.toHaveProperty('lifecycle');
  });

  it('are listed page by page, an empty one with a token among them', async () => {
    const list = '/backup/plans';
    answerGet(list, { maxResults: '1000' }, { BackupPlansList: [{ BackupPlanId: 'plan-1' }], NextToken: 'a' });
    answerGet(list, { maxResults: '1000', nextToken: 'a' }, { BackupPlansList: [], NextToken: 'b' });
    answerGet(list, { maxResults: '1000', nextToken: 'b' }, { BackupPlansList: [{ BackupPlanId: 'plan-2' }] });
    for (const id of ['plan-1', 'plan-2']) answerPlan(id, { BackupPlanName: id, Rules: [] });

    const { backupPlans } = await collected('backupPlans');

    expect(backupPlans.map(({ name }) => name)).toEqual(['plan-1', 'plan-2']);
  });

  it('that vanish between the list and the question are left out', async () => {
    answerList(['gone', 'plan-1']);
    nock('https://backup.eu-west-1.amazonaws.com')
      .get('/backup/plans/gone')
      .reply(400, {}, { 'x-amzn-errortype': 'ResourceNotFoundException' });
    answerPlan('plan-1', { BackupPlanName: 'prod', Rules: [] });

    expect(populationLines(await collected('backupPlans'))).toEqual(['backupPlans complete 1']);
  });

  it('of which one may not be read are partial', async () => {
    answerList(['secret', 'plan-1']);
    answerPlan('secret', {}, 403);
    answerPlan('plan-1', { BackupPlanName: 'prod', Rules: [] });

    const inventory = await collected('backupPlans');

    expect(populationLines(inventory)).toEqual(['backupPlans partial 1']);
    expect(gapsOf(inventory.populations[0])).toMatchObject([
      {
        operation: 'backup:GetBackupPlan',
        code: 'AccessDeniedException',
        iamAction: 'backup:GetBackupPlan',
        requestId: 'request-1',
        httpStatus: 403,
      },
    ]);
  });

  it('that lack what AWS must send are a gap that names the field and the request', async () => {
    answerList(['plan-1']);
    answerPlan('plan-1', { BackupPlanName: 'prod' });

    const inventory = await collected('backupPlans');

    expect(gapsOf(inventory.populations[0])).toEqual([
      {
        operation: 'backup:GetBackupPlan',
        code: 'MissingFieldError',
        item: 'BackupPlanId plan-1',
        message: 'AWS answered GetBackupPlan without BackupPlan.Rules (BackupPlanId plan-1)',
        requestId: 'request-1',
        resources: [planArn],
      },
    ]);
    expect(inventory.backupPlans).toEqual([
      { scope, id: 'plan-1', arn: planArn, name: 'plan-1', rules: [], unread: true },
    ]);
  });
});

describe('a backup plan', () => {
  it('was created when the list says so, and not when its newest version was', async () => {
    const [listed, version] = [1_763_700_000, 1_763_800_000];
    const list = [
      { BackupPlanId: 'plan-1', CreationDate: listed },
      { BackupPlanId: 'plan-2' },
      { BackupPlanId: 'plan-3' },
    ];
    answerGet('/backup/plans', { maxResults: '1000' }, { BackupPlansList: list });
    const plan = { BackupPlanName: 'prod', Rules: [] };
    for (const [id, more] of [
      ['plan-1', { CreationDate: version }],
      ['plan-2', { CreationDate: version }],
      ['plan-3', {}],
    ] as const) {
      const BackupPlanArn = planArn.replace('plan-1', id);
      answerGet(`/backup/plans/${id}`, {}, { BackupPlanId: id, BackupPlanArn, BackupPlan: plan, ...more });
    }

    const { backupPlans } = await collected('backupPlans');

    expect(backupPlans.map(({ createdAt }) => createdAt)).toEqual([listed * 1000, version * 1000, undefined]);
  });

  it('may have a rule without an id or a name, which is called by its place', async () => {
    answerList(['plan-1']);
    const unnamed = { ...rule, RuleId: undefined, RuleName: undefined };
    const Rules = [rule, { ...rule, RuleId: undefined, RuleName: 'weekly' }, unnamed];
    answerPlan('plan-1', { BackupPlanName: 'prod', Rules });

    const inventory = await collected('backupPlans');

    expect(inventory.backupPlans[0]?.rules).toMatchObject([
      { id: 'rule-1', name: 'daily' },
      { id: 'rule-2', name: 'weekly' },
      { id: 'rule-3', name: 'rule-3' },
    ]);
    expect(populationLines(inventory)).toEqual(['backupPlans complete 1']);
  });
});

describe('backup selections', () => {
  function answerSelections(selections: object): void {
    answerList(['plan-1']);
    answerPlan('plan-1', { BackupPlanName: 'prod', Rules: [] });
    answerGet('/backup/plans/plan-1/selections', { maxResults: '1000' }, selections);
  }

  it('are read of each plan, tag keys without their prefix', async () => {
    answerSelections({ BackupSelectionsList: [{ SelectionId: 'selection-1' }] });
    const condition = { ConditionKey: 'aws:ResourceTag/env', ConditionValue: 'prod*' };
    answerGet(
      '/backup/plans/plan-1/selections/selection-1',
      {},
      {
        BackupPlanId: 'plan-1',
        SelectionId: 'selection-1',
        BackupSelection: {
          SelectionName: 'all',
          IamRoleArn: 'arn:aws:iam::111111111111:role/backup',
          Resources: ['*'],
          ListOfTags: [{ ConditionType: 'STRINGEQUALS', ConditionKey: 'tier', ConditionValue: 'gold' }],
          Conditions: { StringLike: [condition] },
        },
      },
    );

    const inventory = await collected('backupSelections');

    expect(inventory.backupSelections).toEqual([
      {
        scope,
        planId: 'plan-1',
        id: 'selection-1',
        name: 'all',
        iamRoleArn: 'arn:aws:iam::111111111111:role/backup',
        resources: ['*'],
        notResources: [],
        listOfTags: [{ key: 'tier', value: 'gold' }],
        conditions: {
          stringEquals: [],
          stringNotEquals: [],
          stringLike: [{ key: 'env', value: 'prod*' }],
          stringNotLike: [],
        },
      },
    ]);
    expect(populationLines(inventory)).toEqual(['backupPlans complete 1', `backupSelections of ${planArn} complete 1`]);
  });

  it('are read of a plan whose rules are not, as they say what it may assign; without a name by their id', async () => {
    answerList(['plan-1']);
    answerPlan('plan-1', { BackupPlanName: 'prod', Rules: [{ ...rule, TargetBackupVaultName: undefined }] });
    const path = '/backup/plans/plan-1/selections';
    answerGet(path, { maxResults: '1000' }, { BackupSelectionsList: [{ SelectionId: 'selection-1' }] });
    const BackupSelection = { IamRoleArn: 'arn:aws:iam::111111111111:role/backup', Resources: ['*'] };
    const answer = { BackupPlanId: 'plan-1', SelectionId: 'selection-1', BackupSelection };
    answerGet(`${path}/selection-1`, {}, answer);
    const { backupPlans, backupSelections } = await collected('backupSelections');
    expect(backupPlans).toMatchObject([{ id: 'plan-1', unread: true }]);
    expect(backupSelections).toMatchObject([{ name: 'selection-1', resources: ['*'] }]);
  });

  it('that may not be listed are unavailable for that plan', async () => {
    answerList(['plan-1']);
    answerPlan('plan-1', { BackupPlanName: 'prod', Rules: [] });
    answerGet('/backup/plans/plan-1/selections', { maxResults: '1000' }, {}, 403);

    expect(populationLines(await collected('backupSelections'))).toEqual([
      'backupPlans complete 1',
      `backupSelections of ${planArn} unavailable 0`,
    ]);
  });
});
