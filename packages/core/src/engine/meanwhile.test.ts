import { describe, expect, it } from '@jest/globals';
import { HOUR } from '../model/instant.js';
import { backupJob, copyJob, instance, NOW, plan, point, vault } from '../model/records.fixture.js';
import type { ResourceNeeds } from '../rule/evidence-kind.js';
import type { Evidence, VerdictStatus } from '../rule/verdict.js';
import { defineRule } from '../rule/rule.js';
import { evaluate } from './evaluate.js';
import { inventoryOf } from './inventory.fixture.js';
import type { Contents } from './inventory.fixture.js';
import { metadata } from './rules.fixture.js';

const MINUTE = HOUR / 60;
const [before, after] = [NOW - MINUTE, NOW + MINUTE];
const web = instance({ createdAt: NOW - 24 * HOUR });
const moments = ['recoveryPoint', 'backupJob', 'copyJob', 'restoreJob'] as const;

/** The outcome of a rule that says this of everything, by this evidence. */
function outcome(
  contents: Contents,
  evidence: readonly Evidence[] = [],
  { says = 'fail', needs = { recoveryPoints: 'enough' } }: { says?: VerdictStatus; needs?: ResourceNeeds } = {},
) {
  const rule = defineRule({
    ...metadata,
    id: 'constant',
    needs,
    messages: {
      good: { status: 'pass', text: '{name} is good.' },
      bad: { status: 'fail', severity: 'high', text: '{name} is bad.' },
    },
    options: { schema: { type: 'object' }, defaults: {} },
    judge: ({ dossier: { resource }, pass, fail }) =>
      says === 'pass'
        ? pass('good', { name: resource.name }, evidence)
        : fail('bad', { name: resource.name }, evidence),
  });
  const inventory = inventoryOf({ vaults: [vault()], ...contents });
  const tool = { name: 'backproof', version: '0.0.0' };
  return evaluate({ inventory, rules: [{ rule }], now: NOW + 10 * MINUTE, tool }).outcomes[0];
}

const by = (kind: Evidence['kind'], at: number): Evidence => ({ kind, id: 'x', text: 'x', at: new Date(at) });

describe('a fail while the estate moves', () => {
  it.each<[story: string, Contents, readonly Evidence[], string]>([
    ['stands by evidence of before the scan', { resources: [web] }, moments.map((kind) => by(kind, before)), 'bad'],
    ['stands by evidence of its start', { resources: [web] }, [by('backupJob', NOW)], 'bad'],
    ...moments.map((kind): [string, Contents, readonly Evidence[], string] => [
      `is unknown by a ${kind} of after its start`,
      { resources: [web] },
      [by(kind, before), by(kind, after)],
      'changed-meanwhile',
    ]),
    ['stands where only the head of a backup moves', { resources: [web] }, [by('nativeBackup', after)], 'bad'],
    [
      'is unknown of what was created after its start',
      { resources: [{ ...web, createdAt: after }] },
      [],
      'created-meanwhile',
    ],
    ['stands of what was created at its start', { resources: [{ ...web, createdAt: NOW }] }, [], 'bad'],
    [
      'is unknown where a backup was completed whose point was not listed',
      { resources: [web], backupJobs: [backupJob({ completedAt: after, recoveryPointArn: 'arn:new' })] },
      [],
      'changed-meanwhile',
    ],
    [
      'is unknown where a backup was completed whose point AWS does not name',
      { resources: [web], backupJobs: [backupJob({ completedAt: after })] },
      [],
      'changed-meanwhile',
    ],
    [
      'is unknown where a copy was completed whose point was not listed',
      { resources: [web], copyJobs: [copyJob({ completedAt: after, destinationRecoveryPointArn: 'arn:new' })] },
      [],
      'changed-meanwhile',
    ],
    [
      'stands where the point of the backup was listed',
      {
        resources: [web],
        points: [point({ arn: 'arn:new' })],
        backupJobs: [backupJob({ completedAt: after, recoveryPointArn: 'arn:new' })],
      },
      [],
      'bad',
    ],
    [
      'stands where the backup was completed before',
      { resources: [web], backupJobs: [backupJob({ completedAt: before, recoveryPointArn: 'arn:old' })] },
      [],
      'bad',
    ],
    [
      'stands where the backup failed, as it makes no point',
      { resources: [web], backupJobs: [backupJob({ state: 'FAILED', completedAt: after })] },
      [],
      'bad',
    ],
  ])('%s', (_, contents, evidence, messageId) => {
    expect(outcome(contents, evidence)?.messageId).toBe(messageId);
  });

  it('names the moment, and keeps the evidence', () => {
    expect(outcome({ resources: [web] }, [by('copyJob', after)])).toMatchObject({
      status: 'unknown',
      data: { at: new Date(after).toISOString() },
      evidence: [{ kind: 'copyJob' }],
    });
  });

  it('is the rule’s where it asks for no points', () => {
    const arrived = { resources: [web], backupJobs: [backupJob({ completedAt: after })] };
    expect(outcome(arrived, [], { needs: { backupJobs: 'context' } })?.messageId).toBe('bad');
  });

  it('leaves a pass alone', () => {
    const young = { resources: [{ ...web, createdAt: after }] };
    expect(outcome(young, [by('recoveryPoint', after)], { says: 'pass' })?.messageId).toBe('good');
  });
});

it.each([
  ['created-meanwhile', after],
  ['bad', before],
  ['bad', undefined],
])('a plan is %s that was created at %s', (messageId, createdAt) => {
  const rule = defineRule({
    ...metadata,
    id: 'plans',
    subject: 'plan',
    needs: {},
    messages: { bad: { status: 'fail', severity: 'high', text: '{name} is bad.' } },
    options: { schema: { type: 'object' }, defaults: {} },
    judge: ({ dossier: { plan: judged }, fail }) => fail('bad', { name: judged.name }),
  });
  const { createdAt: _, ...undated } = plan();
  const inventory = inventoryOf({ backupPlans: [createdAt === undefined ? undated : { ...undated, createdAt }] });
  const tool = { name: 'backproof', version: '0.0.0' };
  const run = evaluate({ inventory, rules: [{ rule }], now: NOW + HOUR, tool });
  expect(run.outcomes.map((each) => each.messageId)).toEqual([messageId]);
});
