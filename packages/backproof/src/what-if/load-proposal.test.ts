import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dynamoDbTable, inventoryOf } from '@backproof/testing';
import { loadProposal } from './load-proposal.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backproof-proposal-'));
});
afterAll(() => rm(folder, { recursive: true }));

const PLACE = '111111111111/eu-west-1';
const inventory = inventoryOf({ resource: dynamoDbTable() });

async function loaded(content: unknown) {
  const path = join(folder, 'file');
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  const { plans, selections, openSelections, vaults, deleted } = await loadProposal(path, inventory, PLACE);
  const open = [...plans, ...openSelections].flatMap(({ name, why }) =>
    why === undefined ? [] : [`${name}: ${why.replace(`${path}: `, '')}`],
  );
  return { plans, selections, vaults, open, deleted: [...deleted] };
}

const PLAN = { BackupPlanName: 'nightly', Rules: [{ RuleName: 'daily', TargetBackupVaultName: 'main' }] };
const tag = { ConditionType: 'STRINGEQUALS', ConditionKey: 'aws:ResourceTag/backup', ConditionValue: 'daily' };
const SELECTION = { SelectionName: 'tagged', IamRoleArn: 'role', ListOfTags: [tag] };

describe('what the AWS CLI prints', () => {
  it('is read as a scan reads it, in the scope of its ARN', async () => {
    const arn = 'arn:aws:backup:eu-central-1:222222222222:backup-plan:p';
    const found = await loaded([
      { BackupPlanId: 'p', BackupPlanArn: arn, BackupPlan: PLAN },
      { BackupPlanId: 'p', SelectionId: 's', BackupSelection: SELECTION },
    ]);
    const scope = { partition: 'aws', accountId: '222222222222', region: 'eu-central-1' };
    expect(found.plans).toMatchObject([{ scope, id: 'p', arn, name: 'nightly', rules: [{ targetVaultName: 'main' }] }]);
    expect(found.selections).toMatchObject([
      { scope, planId: 'p', id: 's', listOfTags: [{ key: 'backup', value: 'daily' }] },
    ]);
  });

  it('is of the only plan of the file where a selection names none, and open where there is none', async () => {
    const found = await loaded([{ BackupPlan: PLAN }, { BackupSelection: SELECTION }]);
    expect(found.selections[0]?.planId).toBe(found.plans[0]?.id);
    expect((await loaded({ BackupSelection: SELECTION })).open).toEqual([
      'tagged: the document: BackupPlanId: not known',
    ]);
  });
});

const template = (plan: object, selection: object, more: object = {}) => ({
  Resources: {
    Plan: { Type: 'AWS::Backup::BackupPlan', Properties: { BackupPlan: plan } },
    Selection: {
      Type: 'AWS::Backup::BackupSelection',
      Properties: { BackupPlanId: { 'Fn::GetAtt': ['Plan', 'BackupPlanId'] }, BackupSelection: selection },
    },
    Vault: { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: { 'Fn::Sub': 'main-${AWS::Region}' } } },
    ...more,
  },
});
const rule = { RuleName: 'daily', TargetBackupVault: { Ref: 'Vault' } };

describe('a template', () => {
  it('is resolved as far as it is known', async () => {
    const copy = {
      DestinationBackupVaultArn: { 'Fn::GetAtt': 'Vault.BackupVaultArn' },
      Lifecycle: { Ref: 'AWS::NoValue' },
    };
    const found = await loaded(
      template(
        { BackupPlanName: { 'Fn::Join': ['-', ['a', 'b']] }, BackupPlanRule: [{ ...rule, CopyActions: [copy] }] },
        { ...SELECTION, IamRoleArn: { 'Fn::GetAtt': ['Role', 'Arn'] } },
      ),
    );
    const vaultArn = 'arn:aws:backup:eu-west-1:111111111111:backup-vault:main-eu-west-1';
    expect(found.plans).toMatchObject([
      {
        id: 'Plan',
        name: 'a-b',
        rules: [{ targetVaultName: 'main-eu-west-1', copyActions: [{ destinationVaultArn: vaultArn }] }],
      },
    ]);
    expect(found.selections).toMatchObject([{ planId: 'Plan', name: 'tagged' }]);
    expect(found.vaults).toMatchObject([{ arn: vaultArn, state: 'AVAILABLE' }]);
    expect(found.open).toEqual([]);
  });

  it.each<[string, object, object, string]>([
    [
      'a parameter in a rule',
      { BackupPlanName: 'p', BackupPlanRule: [{ ...rule, ScheduleExpression: { Ref: 'When' } }] },
      SELECTION,
      'p: Resources.Plan: BackupPlanRule[0].ScheduleExpression: Ref: When',
    ],
    [
      'a function over all rules',
      { BackupPlanName: 'p', BackupPlanRule: { 'Fn::If': ['Prod', [], []] } },
      SELECTION,
      'p: Resources.Plan: BackupPlanRule: Fn::If: ["Prod",[],[]]',
    ],
    [
      'a variable of another resource',
      { BackupPlanName: 'p', BackupPlanRule: [rule] },
      { ...SELECTION, Resources: [{ 'Fn::Sub': '${Table.Arn}' }] },
      'tagged: Resources.Selection: Resources[0]: Fn::Sub: ${Table.Arn}',
    ],
  ])('leaves open %s', async (_, plan, selection, open) => {
    expect((await loaded(template(plan, selection))).open).toEqual([open]);
  });

  it('leaves open what a condition may not make, and a lock that is not known', async () => {
    const more = {
      Selection: {
        Type: 'AWS::Backup::BackupSelection',
        Condition: 'Prod',
        Properties: { BackupPlanId: 'p', BackupSelection: SELECTION },
      },
      Vault: {
        Type: 'AWS::Backup::BackupVault',
        Properties: { BackupVaultName: 'v', LockConfiguration: { MinRetentionDays: { Ref: 'Days' } } },
      },
    };
    const found = await loaded(template({ BackupPlanName: 'p', BackupPlanRule: [rule] }, SELECTION, more));
    expect(found.open).toEqual(['tagged: Resources.Selection: Resources: Condition']);
    expect(found.vaults).toMatchObject([{ state: 'NOT_KNOWN_BEFORE_IT_IS_APPLIED' }]);
  });

  it('may be YAML, with the short forms of functions', async () => {
    const found = await loaded(`Resources:
  Plan:
    Type: AWS::Backup::BackupPlan
    Properties:
      BackupPlan:
        BackupPlanName: !Sub 'p-\${AWS::AccountId}'
        BackupPlanRule: [{ RuleName: d, TargetBackupVault: !Ref Somewhere }]
  Selection:
    Type: AWS::Backup::BackupSelection
    Properties:
      BackupPlanId: !GetAtt Plan.BackupPlanId
      BackupSelection: { SelectionName: s, IamRoleArn: !GetAtt Role.Arn, Resources: [!Join [':', [a, b]]] }
`);
    expect(found.open).toEqual(['p-111111111111: Resources.Plan: BackupPlanRule[0].TargetBackupVault: Ref: Somewhere']);
    expect(found.selections).toMatchObject([{ planId: 'Plan', resources: ['a:b'] }]);
  });
});

const values = {
  name: 'tf',
  rule: [
    {
      rule_name: 'd',
      target_vault_name: 'main',
      schedule: '',
      lifecycle: [{ delete_after: 35, cold_storage_after: 0 }],
      copy_action: [],
    },
  ],
};
const planned = (name: string, fields: object, index?: unknown) => ({
  ...{
    address: `module.m["a.b"].aws_backup_plan.${name}`,
    mode: 'managed',
    type: 'aws_backup_plan',
    name,
    index,
    values: fields,
  },
});
const selected = {
  address: 'module.m["a.b"].aws_backup_selection.s',
  mode: 'managed',
  type: 'aws_backup_selection',
  name: 's',
};
const configured = {
  type: 'aws_backup_selection',
  name: 's',
  expressions: { plan_id: { references: ['aws_backup_plan.p.id', 'aws_backup_plan.p'] } },
};

function terraform(resources: readonly object[], changes: readonly object[] = []) {
  return {
    format_version: '1.2',
    planned_values: { root_module: { child_modules: [{ resources }] } },
    resource_changes: changes,
    configuration: { root_module: { module_calls: { m: { module: { resources: [configured] } } } } },
  };
}

describe('a plan of Terraform', () => {
  const selection = {
    ...selected,
    values: {
      name: 's',
      iam_role_arn: null,
      resources: ['*'],
      not_resources: [],
      selection_tag: [],
      condition: [{ string_equals: [{ key: 'aws:ResourceTag/a', value: 'b' }], string_like: [] }],
    },
  };

  it('has its resources in the form of the API, and the plan that a selection refers to', async () => {
    const found = await loaded(
      terraform(
        [planned('p', values), selection],
        [
          {
            address: selection.address,
            type: selection.type,
            change: { actions: ['create'], after_unknown: { plan_id: true, iam_role_arn: true } },
          },
        ],
      ),
    );
    expect(found.open).toEqual([]);
    expect(found.plans).toMatchObject([
      {
        name: 'tf',
        rules: [
          { targetVaultName: 'main', scheduleExpression: 'cron(0 5 ? * * *)', lifecycle: { deleteAfterDays: 35 } },
        ],
      },
    ]);
    expect(found.plans[0]?.rules[0]?.lifecycle).not.toHaveProperty('moveToColdStorageAfterDays');
    expect(found.selections).toMatchObject([
      { planId: found.plans[0]?.id, resources: ['*'], conditions: { stringEquals: [{ key: 'a', value: 'b' }] } },
    ]);
  });

  it('does not guess which of several instances is meant', async () => {
    const found = await loaded(terraform([planned('p', values, 0), planned('p', values, 1), selection]));
    expect(found.open).toEqual(['s: module.m["a.b"].aws_backup_selection.s: BackupPlanId: not known']);
  });

  it('leaves open what is known after it is applied, and forgets what it deletes', async () => {
    const change = (address: string, type: string, fields: object) => ({
      address,
      type,
      change: { actions: ['update'], ...fields },
    });
    const found = await loaded(
      terraform(
        [planned('p', values), selection],
        [
          change(planned('p', {}).address, 'aws_backup_plan', {
            after_unknown: { rule: [{ copy_action: [{ destination_vault_arn: true }] }] },
          }),
          change(selection.address, selection.type, { after_unknown: { resources: [true] } }),
          change('aws_backup_plan.old', 'aws_backup_plan', { actions: ['delete'], before: { id: 'old-plan' } }),
        ],
      ),
    );
    expect(found.open).toEqual([
      `tf: ${planned('p', {}).address}: Rules[0].CopyActions[0].DestinationBackupVaultArn: known after it is applied`,
      `s: ${selection.address}: Resources[0]: known after it is applied`,
    ]);
    expect(found.deleted).toEqual(['old-plan']);
  });
});

describe('a file that cannot be read', () => {
  const deep = `{"BackupPlan":{"BackupPlanName":"p","Rules":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`;
  it.each<[string, unknown, RegExp]>([
    ['is nested too deeply', deep, /nested too deeply/],
    ['is none of these', { a: 1 }, /has no backup plans\. Give what aws backup get-backup-plan/],
    ['is no document', 'a: [', /Flow sequence|must be sufficiently indented|expected|]/],
    [
      'has nothing of AWS Backup',
      { Resources: { A: { Type: 'AWS::S3::Bucket' } } },
      /has no backup plan, selection or vault/,
    ],
    [
      'is of a later format',
      { format_version: '2.0', planned_values: {} },
      /format_version is 2\.0; versions 0 and 1 can be read/,
    ],
    [
      'makes resources by a function',
      { Resources: { 'Fn::ForEach::Plans': [] } },
      /Resources\.Fn::ForEach::Plans makes resources when it is applied/,
    ],
    [
      'lacks what a plan has',
      { BackupPlan: { BackupPlanName: 'p' } },
      /the document: the document must have required property 'Rules'/,
    ],
    [
      'has a value of another kind',
      { BackupPlan: { ...PLAN, Rules: [{ TargetBackupVaultName: 3 }] } },
      /"Rules\.0\.TargetBackupVaultName" must be string/,
    ],
    [
      'has a selection of another kind',
      { BackupSelection: { ...SELECTION, Resources: 'x' }, BackupPlanId: 'p' },
      /"Resources" must be array/,
    ],
  ])('%s', async (_, content, message) => {
    await expect(loaded(content)).rejects.toThrow(message);
  });

  it('names no place of the inventory', async () => {
    await writeFile(join(folder, 'plan'), JSON.stringify({ BackupPlan: PLAN }));
    await expect(loadProposal(join(folder, 'plan'), inventory, '999999999999/eu-west-1')).rejects.toThrow(
      /999999999999\/eu-west-1 is not in the inventory\. Say where the plans would be applied/,
    );
  });
});
