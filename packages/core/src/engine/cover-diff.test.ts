import { describe, expect, it } from '@jest/globals';
import type { BackupPlan, BackupSelection } from '../model/backup-plan.js';
import { home, NOW, population, table, vault } from '../model/records.fixture.js';
import { coverDiff } from './cover-diff.js';
import { inventoryOf } from './inventory.fixture.js';
import type { Contents } from './inventory.fixture.js';
import { withProposal } from './proposed-plans.js';
import type { ProposedPlans } from './proposed-plans.js';

const [orders, carts] = ['orders', 'carts'].map((name) =>
  table({ name, arn: `${table().arn}-${name}`, tags: { backup: name } }),
);
if (orders === undefined || carts === undefined) throw new Error('there are two tables');

const plan = (name: string, fields: Partial<BackupPlan> = {}): BackupPlan => ({
  ...{ scope: home, id: name, arn: `arn:aws:backup:eu-west-1:111111111111:backup-plan:${name}`, name },
  rules: [
    {
      ...{ id: 'r', name: 'daily', targetVaultName: vault().name, scheduleExpression: 'cron(0 5 ? * * *)' },
      ...{ timezone: 'Etc/UTC', startWindowMinutes: 480, continuous: false, lifecycle: {}, copyActions: [] },
    },
  ],
  ...fields,
});
const selection = (planId: string, name: string, resources: readonly string[]): BackupSelection => ({
  ...{ scope: home, planId, id: `${planId}-${name}`, name, iamRoleArn: 'arn:role', resources, notResources: [] },
  ...{ listOfTags: [], conditions: { stringEquals: [], stringNotEquals: [], stringLike: [], stringNotLike: [] } },
});

const nightly = plan('nightly');
const today = inventoryOf({
  ...{ vaults: [vault()], resources: [orders, carts], backupPlans: [nightly] },
  ...{ backupSelections: [selection('nightly', 'orders', [orders.arn])] },
  regionSettings: [{ scope: home, optIn: { DynamoDB: true }, management: { DynamoDB: true } }],
});

/** The names of the resources by what becomes of their cover. */
function effectsOf(proposed: Partial<ProposedPlans>, before = today) {
  const nothing = { plans: [], selections: [], openSelections: [], vaults: [], deleted: new Set<string>() };
  const diff = coverDiff(before, withProposal(before, { ...nothing, ...proposed }), { now: NOW, excluded: new Set() });
  const named = Object.entries(diff).map(([effect, changes]) => [effect, changes.map(({ resource }) => resource.name)]);
  return Object.fromEntries(named.filter(([, names]) => names?.length !== 0)) as Record<string, readonly string[]>;
}

describe('with plans that are not applied', () => {
  it('changes nothing without a proposal', () => {
    expect(effectsOf({})).toEqual({ unchanged: ['carts', 'orders'] });
  });

  it('covers what a new plan assigns', () => {
    expect(effectsOf({ plans: [plan('new')], selections: [selection('new', 'carts', [carts.arn])] })).toEqual({
      ...{ gained: ['carts'], unchanged: ['orders'] },
    });
  });

  it('replaces a selection of the same plan and name, and of the same id', () => {
    const other = selection('nightly', 'orders', [carts.arn]);
    expect(effectsOf({ selections: [{ ...other, id: 'new' }] })).toEqual({ lost: ['orders'], gained: ['carts'] });
    expect(effectsOf({ selections: [{ ...other, name: 'new' }] })).toEqual({ lost: ['orders'], gained: ['carts'] });
  });

  it('replaces a plan of the same name, whose selections stay', () => {
    const renewed = plan('nightly', { id: 'of-the-template', arn: 'arn:new' });
    expect(effectsOf({ plans: [renewed] })).toEqual({ unchanged: ['carts', 'orders'] });
    const added = selection('of-the-template', 'carts', [carts.arn]);
    expect(effectsOf({ plans: [renewed], selections: [added] })).toEqual({ gained: ['carts'], unchanged: ['orders'] });
  });

  it('forgets a plan that is deleted, and what moves to another one', () => {
    const deleted = new Set(['nightly']);
    expect(effectsOf({ deleted })).toEqual({ lost: ['orders'], unchanged: ['carts'] });
    const moved = { plans: [plan('new')], selections: [selection('new', 'all', ['*'])] };
    expect(effectsOf({ deleted, ...moved })).toEqual({ moved: ['orders'], gained: ['carts'] });
  });

  it('covers nothing by a plan that cannot make recovery points, unless its vault is made with it', () => {
    const [rule] = nightly.rules;
    const elsewhere = plan('nightly', { rules: rule === undefined ? [] : [{ ...rule, targetVaultName: 'new' }] });
    expect(effectsOf({ plans: [elsewhere] })).toEqual({ lost: ['orders'], unchanged: ['carts'] });
    const made = vault({ name: 'new', arn: vault().arn.replace(/[^:]*$/, 'new') });
    expect(effectsOf({ plans: [elsewhere], vaults: [made] })).toEqual({ unchanged: ['carts', 'orders'] });
  });

  it('does not know what rests on what is known only once it is applied', () => {
    const open = { scope: home, planId: 'nightly', name: 'orders', why: 'a reference' };
    expect(effectsOf({ openSelections: [open] })).toEqual({ mayLose: ['orders'], mayGain: ['carts'] });
    expect(effectsOf({ openSelections: [{ ...open, name: 'other' }] })).toEqual({
      ...{ mayGain: ['carts'], unchanged: ['orders'] },
    });
    expect(effectsOf({ openSelections: [{ ...open, planId: 'not-known' }] })).toEqual({
      ...{ mayGain: ['carts'], unchanged: ['orders'] },
    });
    expect(effectsOf({ plans: [plan('nightly', { rules: [], unread: true })] })).toEqual({
      ...{ mayLose: ['orders'], unchanged: ['carts'] },
    });
  });

  it('does not know the effect on what was not known before', () => {
    const gap = { operation: 'backup:ListBackupPlans', code: 'AccessDenied', message: 'denied' };
    const contents: Contents = { resources: [carts], populations: [population('backupPlans', { gap })] };
    expect(effectsOf({}, inventoryOf(contents))).toEqual({ unknown: ['carts'] });
  });
});
