import { describe, expect, it } from '@jest/globals';
import { inventoryLines } from '../model/inventory-lines.js';
import { readInventory } from '../model/read-inventory.js';
import {
  backupJob,
  bunker,
  denied,
  instance,
  NOW,
  point,
  population,
  table,
  vault,
  volume,
} from '../model/records.fixture.js';
import { DAY } from '../model/instant.js';
import { OptionsError } from '../rule/options.js';
import type { AnyDossier, Dossier } from '../rule/dossier.js';
import type { EvidenceKind } from '../rule/evidence-kind.js';
import type { Inventory } from '../model/inventory.js';
import { defineRule } from '../rule/rule.js';
import { evaluate } from './evaluate.js';
import type { EvaluateRequest } from './evaluate-request.js';
import { inventoryOf } from './inventory.fixture.js';
import { constantRule, metadata } from './rules.fixture.js';

const tool = { name: 'backproof', version: '0.0.0' };

function run(request: Partial<EvaluateRequest>) {
  return evaluate({ inventory: inventoryOf({ resources: [instance()] }), rules: [], now: NOW, tool, ...request });
}

describe('a run', () => {
  it('says who judged what, by which rules and options, as of when', () => {
    const inventory = inventoryOf({ resources: [instance()] });
    const rule = constantRule('fail');
    expect(run({ inventory, rules: [{ rule, severity: 'critical' }] })).toMatchObject({
      schemaVersion: 3,
      id: expect.stringMatching(/^[0-9a-f]{64}$/),
      tool,
      now: '2026-11-22T12:00:00.000Z',
      inventory: {
        schemaVersion: 2,
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        takenAt: '2026-11-22T12:00:00.000Z',
      },
      rules: [
        {
          id: 'constant',
          version: '1.0.0',
          title: 'A rule for tests',
          severity: 'critical',
          remediation: 'Do nothing.',
          controls: [],
          options: {},
        },
      ],
      scopes: inventory.scopes,
      populations: inventory.populations,
      calls: [],
    });
  });

  it('holds an outcome with its explanation in words, its values and its evidence', () => {
    const [outcome] = run({ rules: [{ rule: constantRule('fail') }] }).outcomes;
    const { arn, type, name, accountId, region } = instance();
    expect(outcome).toEqual({
      ruleId: 'constant',
      subject: { arn, type, name, accountId, region },
      status: 'fail',
      disposition: { kind: 'open' },
      severity: 'medium',
      messageId: 'said',
      message: 'web: fail.',
      data: { name: 'web', status: 'fail' },
      evidence: [{ kind: 'resource', id: arn, text: 'seen', at: '2026-11-22T12:00:00.000Z' }],
      gaps: [],
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it('orders outcomes by rule, account, Region and ARN, whatever the order of rules and resources', () => {
    const inventory = inventoryOf({
      resources: [
        volume({ accountId: '2', region: 'a', arn: 'arn:1' }),
        volume({ accountId: '1', region: 'b', arn: 'arn:2' }),
        volume({ accountId: '1', region: 'a', arn: 'arn:4' }),
        volume({ accountId: '1', region: 'a', arn: 'arn:3' }),
      ],
    });
    const rules = ['b', 'a'].map((id) => ({ rule: constantRule('pass', {}, id) }));
    const order = run({ inventory, rules }).outcomes.map(({ ruleId, subject }) => `${ruleId} ${subject.arn}`);
    expect(order).toEqual(['a', 'b'].flatMap((id) => ['3', '4', '2', '1'].map((n) => `${id} arn:${n}`)));
  });

  it('knows a finding again by its fingerprint, whatever is said of it', () => {
    const fingerprints = [constantRule('pass'), constantRule('fail'), constantRule('fail', {}, 'another')].map(
      (rule) => run({ rules: [{ rule }] }).outcomes[0]?.fingerprint,
    );
    expect(new Set(fingerprints).size).toBe(2);
    expect(fingerprints[0]).toBe(fingerprints[1]);
  });

  it('names each resource that it does not judge', () => {
    const inventory = inventoryOf({ resources: [instance(), instance({ name: 'spot', spot: true }), table()] });
    const { excluded, outcomes } = run({
      inventory,
      rules: [{ rule: constantRule('pass') }],
      subjects: { types: ['EC2'] },
    });
    expect(excluded.map(({ subject, reason }) => [subject.name, reason])).toEqual([
      ['orders', 'not-selected'],
      ['spot', 'spot'],
    ]);
    expect(outcomes.map(({ subject }) => subject.name)).toEqual(['web']);
  });

  it('tells in the engine’s own words what it could not ask a rule', () => {
    const inventory = inventoryOf({
      resources: [instance()],
      populations: [population('backupJobs', { gap: denied })],
    });
    const rule = constantRule('pass', { backupJobs: 'all' });
    expect(run({ inventory, rules: [{ rule }] }).outcomes[0]).toMatchObject({
      status: 'unknown',
      messageId: 'evidence-incomplete',
      message: 'Unknown: backup:ListBackupJobs could not be read (no permission for backup:ListBackupJobs).',
      gaps: [denied],
    });
  });

  it('tells that a rule failed, and goes on with the others', () => {
    const broken = defineRule({
      ...metadata,
      id: 'broken',
      needs: {},
      messages: {},
      options: { schema: {}, defaults: {} },
      judge: () => {
        throw new Error('no such row');
      },
    });
    const { outcomes } = run({ rules: [{ rule: broken }, { rule: constantRule('pass') }] });
    expect(outcomes.map(({ status, message }) => [status, message])).toEqual([
      ['unknown', 'Unknown: the rule failed with "no such row".'],
      ['pass', 'web: pass.'],
    ]);
  });

  it('is the same from an inventory that was written and read again', async () => {
    // One answer of AWS may be missing in several populations.
    const inventory = inventoryOf({
      resources: [instance()],
      populations: [population('backupJobs', { gap: denied }), population('copyJobs', { gap: denied })],
    });
    const rules = [{ rule: constantRule('fail', { backupJobs: 'all', copyJobs: 'all' }) }];
    const again = await readInventory([...inventoryLines(inventory)].map((line) => line.trimEnd()));
    expect(run({ inventory: again, rules })).toEqual(run({ inventory, rules }));
  });

  it('is the same wherever its waivers are written, and another by other terms', () => {
    const waiver = {
      ...{ id: 'W-1', rule: 'constant', resources: ['*'], reason: 'known', owner: 'a', approvedBy: 'b' },
      expires: NOW + DAY,
    };
    const idWith = (waivers: EvaluateRequest['waivers']) =>
      run({ ...(waivers && { waivers }), rules: [{ rule: constantRule('fail') }] }).id;
    expect(idWith([{ ...waiver, source: { file: 'waivers.yaml', line: 7 } }])).toBe(idWith([waiver]));
    expect(idWith([{ ...waiver, expires: NOW + 2 * DAY }])).not.toBe(idWith([waiver]));
  });

  it('refuses options that do not fit', () => {
    expect(() => run({ rules: [{ rule: constantRule('pass'), options: { colour: 'red' } }] })).toThrow(OptionsError);
  });
});

describe('a dossier', () => {
  /** The dossiers that a rule is given that needs these kinds of evidence. */
  function dossiersOf(kinds: readonly EvidenceKind[], inventory: Inventory): readonly Dossier[] {
    const seen: Dossier[] = [];
    const rule = {
      ...constantRule('pass', Object.fromEntries(kinds.map((kind) => [kind, 'context']))),
      prepare: () => (dossier: AnyDossier) => {
        if ('resource' in dossier) seen.push(dossier);
        return { status: 'pass', messageId: 'said', data: {}, evidence: [] } as const;
      },
    };
    run({ inventory, rules: [{ rule }] });
    return seen;
  }

  it('holds what the rule needs and nothing else, and cannot be changed', () => {
    const inventory = inventoryOf({ resources: [instance()], backupJobs: [backupJob()] });
    const [dossier] = dossiersOf(['backupJobs'], inventory);
    expect(Object.keys(dossier ?? {}).sort()).toEqual(['backupJobs', 'resource', 'unread']);
    const parts = [dossier, dossier?.backupJobs, dossier?.backupJobs[0], dossier?.resource];
    expect(parts.map(Object.isFrozen)).toEqual([true, true, true, true]);
  });

  it('holds jobs newest first', () => {
    const jobs = [
      backupJob({ id: 'b', createdAt: NOW - DAY }),
      backupJob({ id: 'c', createdAt: NOW - 2 * DAY }),
      backupJob({ id: 'a', createdAt: NOW - DAY }),
    ];
    const [dossier] = dossiersOf(['backupJobs'], inventoryOf({ resources: [instance()], backupJobs: jobs }));
    expect(dossier?.backupJobs.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  it('joins evidence across all scopes of the scan', () => {
    const elsewhere = vault({ scope: bunker, arn: 'arn:aws:backup:eu-central-1:222222222222:backup-vault:b' });
    const copy = point({ arn: 'copy', vaultArn: elsewhere.arn });
    const inventory = inventoryOf({ resources: [instance()], vaults: [vault(), elsewhere], points: [point(), copy] });
    const [dossier] = dossiersOf(['recoveryPoints', 'vaults'], inventory);
    expect([...(dossier?.recoveryPoints ?? [])].map(({ arn }) => arn)).toEqual([point().arn, 'copy']);
    expect(dossier?.vaults).toHaveLength(2);
  });
});
