import { describe, expect, it } from '@jest/globals';
import { backupRule, plan, table } from '../../model/records.fixture.js';
import { assignFixes } from './assign-fix.js';
import { identifierOf } from './fix.js';
import type { FixContext, PlanAtHand } from './fix.js';
import { lockFixes } from './lock-fix.js';
import { copyFixes, tierFixes } from './plan-fix.js';
import { restoreTestFixes } from './restore-test-fix.js';

const daily: PlanAtHand = { plan: plan({ name: 'daily', rules: [backupRule()] }), assigns: false, roleArn: 'role' };
const about = (context: Partial<FixContext> = {}): FixContext => ({
  ...{ resource: table({ name: 'orders' }), options: {}, data: {}, plans: [daily] },
  ...context,
});
const sentences = (fixes: ReturnType<typeof assignFixes>) => fixes.map(({ sentence }) => sentence);

describe('a resource in no plan', () => {
  const tagged = { ...daily, tag: { key: 'backup', value: 'daily' } };

  it('is assigned by its ARN', () => {
    expect(sentences(assignFixes(about()))).toEqual(['Assign it to backup plan "daily" by its ARN.']);
  });

  it('is tagged first, where a tag is enough', () => {
    expect(sentences(assignFixes(about({ plans: [tagged] })))).toEqual([
      'Tag it backup=daily, by which backup plan "daily" selects resources.',
      'Assign it to backup plan "daily" by its ARN.',
    ]);
  });

  it('is tagged last and with a warning, where that replaces another value', () => {
    const resource = table({ name: 'orders', tags: { backup: 'weekly' } });
    const [, tag] = assignFixes(about({ resource, plans: [tagged] }));
    expect(tag?.warning).toBe('It has backup=weekly now, by which something else may know it.');
  });

  it('needs the opt-in alone, where a plan selects it already', () => {
    expect(sentences(assignFixes(about({ plans: [tagged, { ...daily, optedOut: 'DynamoDB' }] })))).toEqual([
      'Opt in to DynamoDB in AWS Backup, in eu-west-1: a backup plan selects the resource already.',
    ]);
  });

  it('needs a plan, where there is none', () => {
    const [fix] = assignFixes(about({ plans: [] }));
    expect(fix?.sentence).toBe('Make a backup plan in its account and Region, and assign it by its ARN.');
    expect(fix?.commands[0]?.input).toMatchObject({
      BackupPlanId: 'PLAN_ID',
      BackupSelection: { IamRoleArn: 'ROLE_ARN' },
    });
  });
});

describe('the rules of a plan', () => {
  const assigned = about({ plans: [{ ...daily, assigns: true }] });

  it.each([
    ['6h', 'cron(0 0/6 * * ? *)'],
    ['24h', 'cron(0 5 ? * * *)'],
    ['7d', 'cron(0 5 ? * 1 *)'],
    ['31d', 'cron(0 5 1 * ? *)'],
  ])('run at least every %s', (every, schedule) => {
    const [fix] = tierFixes(assigned, [{ name: 'tier', every, keep: '30d' }]);
    expect(fix?.terraform?.settings).toEqual({
      rule: [{ rule_name: 'tier', target_vault_name: 'main', schedule, lifecycle: { delete_after: 30 } }],
    });
  });

  it('copy to a vault of which the reader fills in the name, and keep the copies as long as is asked', () => {
    const [fix] = copyFixes(assigned, { region: 'eu-central-1', accountId: 'ACCOUNT' }, '36h');
    expect(fix?.cloudFormation?.settings).toEqual({
      CopyActions: [
        {
          DestinationBackupVaultArn: 'arn:aws:backup:eu-central-1:ACCOUNT:backup-vault:VAULT',
          Lifecycle: { DeleteAfterDays: 2 },
        },
      ],
    });
  });

  it('are changed only where a plan assigns the resource', () => {
    expect(tierFixes(about(), [{ name: 'tier', every: '24h', keep: '30d' }])).toEqual([]);
    expect(copyFixes(about(), { region: 'eu-central-1', accountId: 'ACCOUNT' }, '0d')).toEqual([]);
  });
});

describe('a vault', () => {
  const data = { vault: '9-main', region: 'eu-west-1', account: '222222222222' };

  it('is locked in governance mode first, and in compliance mode with a warning', () => {
    const [first, second] = lockFixes(about({ data }), 'compliance', '0d');
    expect(first?.commands[0]?.input).toEqual({ BackupVaultName: '9-main', MinRetentionDays: 1 });
    expect(second?.commands[0]?.input).toMatchObject({ ChangeableForDays: 3 });
    expect([first?.warning === undefined, second?.warning === undefined]).toEqual([true, false]);
    expect(second?.sentence).toBe('Then lock vault 9-main of account 222222222222 in compliance mode.');
    expect(first?.terraform?.heading).toBe('resource "aws_backup_vault_lock_configuration" "r_9_main"');
  });

  it('is locked in governance mode alone, where that is enough', () => {
    expect(lockFixes(about({ data }), 'governance', '30d')).toMatchObject([
      { commands: [{ input: { MinRetentionDays: 30 } }] },
    ]);
  });
});

it.each([
  ['30d', 'cron(0 5 ? * 1 *)'],
  ['90d', 'cron(0 5 1 * ? *)'],
])('a restore is tested often enough for %s', (within, schedule) => {
  const [made] = restoreTestFixes(about(), within);
  expect(made?.cloudFormation?.settings).toMatchObject({ ScheduleExpression: schedule });
});

it.each([
  ['orders', 'orders'],
  ['2025 orders/eu', 'r_2025_orders_eu'],
  ['--', 'r_'],
  ['x'.repeat(60), 'x'.repeat(40)],
])('%s is named %s in a configuration', (name, identifier) => {
  expect(identifierOf({ name })).toBe(identifier);
});
