import { describe, expect, it } from '@jest/globals';
import { mergeScopes } from '../../world/merge.js';
import { backup, production } from '../company.js';
import { dynamoDbTable } from './dynamodb.js';
import { historyOf, type History } from './history.js';
import { daily, plan, weekly } from './plan.js';
import { dbCluster } from './rds-clusters.js';
import { dbInstance } from './rds.js';
import { vault } from './vault.js';

const home = vault(production.ireland, 'home');
const away = vault(backup.ireland, 'away');
const orders = dynamoDbTable(production.ireland, { name: 'orders' });
const database = dbInstance(production.ireland, { name: 'orders-db' });

const simple = plan(production.ireland, { name: 'simple', rules: [daily(7, home)], selections: [] });
const copied = plan(production.ireland, { name: 'copied', rules: [daily(7, home, { copyTo: away })], selections: [] });
const continuous = plan(production.ireland, {
  name: 'continuous',
  rules: [daily(35, home, { continuous: true })],
  selections: [],
});

function made(history: History, resource = orders) {
  const [scope, other] = mergeScopes([
    { accountId: '111111111111', region: 'eu-west-1' },
    { accountId: '222222222222', region: 'eu-west-1' },
    ...historyOf(resource, history),
  ]);
  return {
    points: scope?.recoveryPoints?.home ?? [],
    copies: other?.recoveryPoints?.away ?? [],
    jobs: scope?.backupJobs ?? [],
    copyJobs: scope?.copyJobs ?? [],
  };
}

const day = (date: Date | undefined) => date?.toISOString().slice(0, 10);

describe('the points of a history', () => {
  it('are gone eight hours after their deletion date', () => {
    const { points } = made({ plan: simple, since: 100 });
    expect(points.map(({ CreationDate }) => day(CreationDate))).toEqual(
      ['15', '16', '17', '18', '19', '20', '21', '22'].map((date) => `2026-11-${date}`),
    );
    expect(points[0]?.CalculatedLifecycle?.DeleteAt?.toISOString()).toBe('2026-11-22T05:00:00.000Z');
  });

  it('are kept forever where their rule says so', () => {
    const forever = plan(production.ireland, { name: 'forever', rules: [daily('forever', home)], selections: [] });
    const { points } = made({ plan: forever, since: 400 });
    expect(points).toHaveLength(401);
    expect(points[0]).toMatchObject({ Lifecycle: {} });
    expect(points[0]?.CalculatedLifecycle).toBeUndefined();
  });

  it('carry the lifecycle of their rule', () => {
    const rules = [daily(100, home, { coldAfterDays: 30, deleteAfterCopy: true })];
    const { points } = made({ plan: plan(production.ireland, { name: 'cold', rules, selections: [] }), since: 0 });
    expect(points[0]?.Lifecycle).toEqual({
      DeleteAfterDays: 100,
      MoveToColdStorageAfterDays: 30,
      DeleteAfterEvent: 'DELETE_AFTER_COPY',
    });
  });

  it('are gone where they were deleted by hand, and say when they were restored', () => {
    const { points } = made({ plan: simple, since: 3, deleted: { since: 2, until: 1 }, restored: { 0: 0 } });
    expect(points.map(({ LastRestoreTime }) => day(LastRestoreTime))).toEqual([undefined, '2026-11-22']);
  });

  it('name the plan and the rule that made them', () => {
    const { points } = made({ plan: simple, since: 0 });
    expect(points).toMatchObject([
      {
        ResourceArn: orders.arn,
        ResourceType: 'DynamoDB',
        CreatedBy: { BackupPlanId: simple.id, BackupRuleId: simple.rules[0]?.id },
        Status: 'COMPLETED',
      },
    ]);
  });

  it('end with the last run, and with the first failure', () => {
    expect(made({ plan: simple, since: 6, until: 5 }).points).toHaveLength(2);
    expect(made({ plan: simple, since: 6, failing: { since: 4, state: 'FAILED', message: 'no' } }).points).toHaveLength(
      2,
    );
  });

  it('outlive their deletion date with a status of their own', () => {
    const { points } = made({ plan: simple, since: 41, until: 40, statuses: { 41: 'EXPIRED' } });
    expect(points.map(({ Status }) => Status)).toEqual(['EXPIRED']);
  });

  it('lie in the vault of the rule that ran', () => {
    const tiers = plan(production.ireland, { name: 't', rules: [daily(7, away), weekly(90, home)], selections: [] });
    expect(made({ plan: tiers, since: 2 }).points.map(({ CreationDate }) => day(CreationDate))).toEqual(['2026-11-22']);
  });
});

describe('the continuous point', () => {
  it('is one, as old as the history, brought up to date by a job a day', () => {
    const { points, jobs } = made({ plan: continuous, since: 20 }, database);
    expect(points.map(({ CreationDate, Status }) => [day(CreationDate), Status])).toEqual([
      ['2026-11-02', 'AVAILABLE'],
    ]);
    expect(points[0]?.RecoveryPointArn).toContain(':recovery-point:continuous:');
    expect(new Set(jobs.map(({ RecoveryPointArn }) => RecoveryPointArn)).size).toBe(1);
    expect(jobs).toHaveLength(21);
  });

  it('can stop', () => {
    expect(made({ plan: continuous, since: 20, stopped: true }, database).points).toMatchObject([
      { Status: 'STOPPED' },
    ]);
  });

  it.each([orders, dbCluster(production.ireland, { name: 'stock', engine: 'postgres', members: ['stock-1'] })])(
    'is replaced by snapshots where the type has none: $arn',
    (resource) => {
      expect(made({ plan: continuous, since: 2 }, resource).points).toHaveLength(3);
    },
  );
});

describe('the copies of a history', () => {
  it('keep the resource and the date of their source', () => {
    const { points, copies } = made({ plan: copied, since: 1 });
    expect(copies.map(({ ResourceArn, CreationDate }) => [ResourceArn, CreationDate])).toEqual(
      points.map(({ ResourceArn, CreationDate }) => [ResourceArn, CreationDate]),
    );
    expect(copies).toMatchObject([{ SourceBackupVaultArn: home.arn }, { SourceBackupVaultArn: home.arn }]);
    expect(copies[0]?.RecoveryPointArn).toContain(':222222222222:');
  });

  it('may be all that is left', () => {
    const { points, copies } = made({ plan: copied, since: 1, deleted: { since: 1, until: 0 } });
    expect([points.length, copies.length]).toEqual([0, 2]);
  });

  it('live as long as the rule says of copies', () => {
    const shortLived = plan(production.ireland, {
      name: 'short-lived',
      rules: [daily(35, home, { copyTo: away, copyKeepDays: 7 })],
      selections: [],
    });
    const { points, copies, copyJobs } = made({ plan: shortLived, since: 30 });
    expect([points.length, copies.length]).toEqual([31, 8]);
    expect(copies[7]?.CalculatedLifecycle?.DeleteAt?.toISOString()).toBe('2026-11-29T05:00:00.000Z');
    expect(copyJobs[0]?.DestinationRecoveryPointLifecycle).toEqual({ DeleteAfterDays: 7 });
  });

  it.each<[string, string | undefined, (string | undefined)[]]>([
    ['failed', 'no key', ['COMPLETED', 'FAILED']],
    ['did not begin', undefined, ['COMPLETED']],
  ])('are missing from the day on which they %s', (_story, message, states) => {
    const uncopied = { since: 0, ...(message !== undefined && { message }) };
    const { points, copies, copyJobs } = made({ plan: copied, since: 1, uncopied });
    expect([points.length, copies.length]).toEqual([2, 1]);
    expect(copyJobs.map(({ State }) => State)).toEqual(states);
  });

  it('in an air-gapped vault show in the vault that gives access to it, too', () => {
    const sealed = vault(production.ireland, 'sealed', {
      type: 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT',
      accessVault: vault(backup.ireland, 'away', { type: 'RESTORE_ACCESS_BACKUP_VAULT' }),
    });
    const rules = [daily(7, home, { copyTo: sealed })];
    const { copies } = made({ plan: plan(production.ireland, { name: 's', rules, selections: [] }), since: 0 });
    expect(copies).toMatchObject([{ VaultType: 'RESTORE_ACCESS_BACKUP_VAULT', SourceBackupVaultArn: sealed.arn }]);
  });

  it('are told by copy jobs of the last 30 days', () => {
    expect(made({ plan: copied, since: 100 }).copyJobs).toHaveLength(31);
  });
});

describe('the jobs of a history', () => {
  it('are those of the last 30 days', () => {
    expect(made({ plan: simple, since: 100 }).jobs).toHaveLength(31);
  });

  it('say why runs failed, and name no point', () => {
    const { jobs } = made({ plan: simple, since: 1, failing: { since: 0, state: 'EXPIRED', message: 'too late' } });
    expect(jobs.map(({ State, StatusMessage }) => [State, StatusMessage])).toEqual([
      ['COMPLETED', undefined],
      ['EXPIRED', 'too late'],
    ]);
    expect(jobs.map(({ RecoveryPointArn }) => RecoveryPointArn !== undefined)).toEqual([true, false]);
  });

  it('say with what issues they were completed', () => {
    const { jobs } = made({
      plan: simple,
      since: 1,
      issues: { since: 0, category: 'MISCELLANEOUS', message: 'no VSS' },
    });
    expect(jobs).toMatchObject([
      { State: 'COMPLETED', MessageCategory: 'SUCCESS' },
      { State: 'COMPLETED', MessageCategory: 'MISCELLANEOUS', StatusMessage: 'no VSS' },
    ]);
  });

  it('are still running while their point is being made', () => {
    const { jobs } = made({ plan: simple, since: 0, statuses: { 0: 'CREATING' } });
    expect(jobs).toMatchObject([{ State: 'RUNNING' }]);
    expect(jobs[0]?.CompletionDate).toBeUndefined();
  });
});
