import { describe, expect, it } from '@jest/globals';
import { DAY } from '../model/instant.js';
import type { Inventory } from '../model/inventory.js';
import type { Population } from '../model/population.js';
import {
  backupJob,
  backupRule,
  bunker,
  copyJob,
  home,
  instance,
  NOW,
  plan,
  point,
  population,
  selection,
  vault,
  volume,
} from '../model/records.fixture.js';
import type { Rule } from '../rule/rule.js';
import { evaluate } from './evaluate.js';
import { inventoryOf } from './inventory.fixture.js';
import { constantRule } from './rules.fixture.js';
import type { Run } from './run.js';
import { resourceStory } from './story.js';

const spot = instance({ name: 'spot', spot: true });
const attached = volume({ attachments: [{ instanceArn: instance().arn, since: 0 }] });
const inventory = inventoryOf({
  resources: [instance(), spot, attached],
  backupPlans: [plan(), plan({ scope: bunker, id: 'plan-2', arn: 'arn:plan-2' })],
  backupSelections: [selection(), selection({ scope: bunker, planId: 'plan-2' })],
  regionSettings: [{ scope: home, optIn: { EC2: true, EBS: true }, management: {} }],
  vaults: [vault()],
  backupJobs: [backupJob(), backupJob({ id: 'job-2', createdAt: NOW })],
  copyJobs: [copyJob({ resourceArn: instance().arn })],
  replicas: [{ scope: home, mechanism: 'efs-replication', sourceArn: instance().arn, replicaArn: 'arn:replica' }],
  points: [point(), point({ arn: 'old', createdAt: NOW - 9 * DAY, status: 'EXPIRED' })],
});
const runOf = (judged: Inventory, rule: Rule): Run =>
  evaluate({ inventory: judged, rules: [{ rule }], now: NOW, tool: { name: 'backproof', version: '0.0.0' } });
const run = runOf(inventory, constantRule('pass'));
const storyOf = (arn: string) => resourceStory(inventory, run, arn);

describe('the story of a resource', () => {
  it('goes from its assignment to its verdicts', () => {
    const story = storyOf(instance().arn);
    expect(story?.selections.map(({ plan: { id }, explanation }) => [id, explanation.assigned])).toEqual([
      ['plan-1', 'yes'],
    ]);
    expect(story?.points).toMatchObject({ count: 2, oldest: { arn: 'old' }, newest: { arn: point().arn } });
    expect([...(story?.points.unusable ?? [])]).toEqual([['expired', 1]]);
    expect(story?.backupJobs.map(({ id }) => id)).toEqual(['job-2', 'job-1']);
    expect(story?.outcomes.map(({ status }) => status)).toEqual(['pass']);
    expect(story && 'excluded' in story).toBe(false);
  });

  it('says what it can be restored from, its own backups or those of its instance', () => {
    expect(storyOf(instance().arn)?.restorable).toEqual({
      newest: { at: point().createdAt, kind: 'AWS Backup recovery points', vaultArn: vault().arn },
      isPartial: false,
    });
    expect(storyOf(attached.arn)?.restorable.newest).toMatchObject({ at: point().createdAt, of: instance().name });
  });

  it('tells when its plans run next, and how its copies, restores and replicas are known', () => {
    const story = storyOf(instance().arn);
    expect(story?.upcomingRuns.map(({ rule: { name }, next }) => [name, next])).toEqual([
      ['daily', Date.parse('2026-11-23T05:00:00Z')],
    ]);
    expect(story).toMatchObject({
      copyJobs: [{ id: copyJob().id }],
      protection: { arn: instance().arn, points: 2, usable: 1, restores: [] },
      restoreTestingPlans: [],
      restoresKnownSince: NOW - 90 * DAY,
      replicas: [{ replicaArn: 'arn:replica' }],
    });
  });

  it('of a plan that never runs again says so by leaving the run out', () => {
    const over = inventoryOf({
      resources: [instance()],
      backupPlans: [plan({ rules: [{ ...backupRule(), scheduleExpression: 'cron(0 5 ? * * 2020)' }] })],
      backupSelections: [selection()],
      regionSettings: [{ scope: home, optIn: { EC2: true }, management: {} }],
    });
    expect(resourceStory(over, run, instance().arn)?.upcomingRuns).toMatchObject([{ rule: { name: 'daily' } }]);
    expect(resourceStory(over, run, instance().arn)?.upcomingRuns[0]).not.toHaveProperty('next');
  });

  it('says what keeps its plans from producing recovery points', () => {
    const broken = inventoryOf({
      resources: [instance()],
      backupPlans: [plan()],
      backupSelections: [selection()],
      regionSettings: [{ scope: home, optIn: { EC2: true }, management: {} }],
    });
    expect(resourceStory(broken, run, instance().arn)?.upcomingRuns).toMatchObject([
      { rule: { name: 'daily' }, problem: { kind: 'vault-missing' } },
    ]);
    expect(storyOf(instance().arn)?.upcomingRuns[0]).not.toHaveProperty('problem');
  });

  it('says whether the plans of its scope were all read', () => {
    const unread = (...populations: readonly Population[]) =>
      resourceStory(inventoryOf({ resources: [instance()], populations }), run, instance().arn)?.plansUnread;
    const gap = { operation: 'backup:ListBackupPlans', code: 'AccessDeniedException', message: 'denied' };
    expect(storyOf(instance().arn)?.plansUnread).toBe(false);
    expect(unread(population('backupPlans', { gap }))).toBe(true);
    expect(unread(population('backupSelections', { gap }))).toBe(true);
    expect(unread(population('backupPlans', { gap, scope: bunker }))).toBe(false);
    const narrow = inventoryOf({ resources: [instance()], notCollected: ({ kind }) => kind === 'backupPlans' });
    expect(resourceStory(narrow, run, instance().arn)?.plansUnread).toBe(true);
  });

  it('shows the backups of what it is related to', () => {
    expect(storyOf(attached.arn)?.related).toMatchObject([
      { resource: { name: 'web' }, points: { points: 2, usable: 1 }, nativeBackups: [] },
    ]);
  });

  it('names the instance that a volume is attached to, and why the selections leave the volume out', () => {
    const story = storyOf(attached.arn);
    expect(story?.related.map(({ kind, resource }) => [kind, resource?.name])).toEqual([['host', 'web']]);
    expect(story?.selections.map(({ explanation: { reason } }) => reason)).toEqual(['no-match']);
    expect(story?.points).toEqual({ count: 0, unusable: new Map() });
  });

  it('says why it is not judged', () => {
    expect(storyOf(spot.arn)).toMatchObject({ excluded: { reason: 'spot' }, outcomes: [] });
  });

  it('says what could not be read behind its verdicts, and where', () => {
    const gap = { operation: 'backup:ListBackupJobs', code: 'AccessDeniedException', message: 'denied' };
    const unread = population('backupJobs', { gap });
    const dark = inventoryOf({ resources: [instance()], populations: [unread, { ...unread, scope: bunker }] });
    const judged = runOf(dark, constantRule('pass', { backupJobs: 'all', copyJobs: 'all' }));
    const ruleId = judged.outcomes[0]?.ruleId;
    expect(resourceStory(dark, judged, instance().arn)?.unread).toEqual([{ ruleId, gap, scopes: [home, bunker] }]);
    expect(storyOf(instance().arn)?.unread).toEqual([]);
  });

  it('knows no place of what the inventory was not taken for', () => {
    const narrow = inventoryOf({ resources: [instance()], notCollected: ({ kind }) => kind === 'backupJobs' });
    const judged = runOf(narrow, constantRule('pass', { backupJobs: 'all' }));
    expect(resourceStory(narrow, judged, instance().arn)?.unread).toMatchObject([
      { gap: { operation: 'backupJobs', code: 'NotCollected' }, scopes: [] },
    ]);
  });

  it('is not told of what the inventory does not hold', () => {
    expect(storyOf('arn:aws:ec2:eu-west-1:111111111111:instance/other')).toBeUndefined();
  });
});
