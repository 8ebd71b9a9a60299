import { describe, expect, it } from '@jest/globals';
import { denied, instance, NOW } from '../model/records.fixture.js';
import type { Gap } from '../model/population.js';
import type { Need } from '../rule/evidence-kind.js';
import type { Rule } from '../rule/rule.js';
import { defineRule } from '../rule/rule.js';
import type { VerdictStatus } from '../rule/verdict.js';
import { dossierMaker } from './dossier-maker.js';
import { evidenceGatherers } from './evidence-gatherers.js';
import type { GapFinder } from './gaps.js';
import { inventoryOf } from './inventory.fixture.js';
import { judge } from './judge.js';
import { ruleGaps } from './rule-gaps.js';
import { constantRule, metadata } from './rules.fixture.js';

const host = instance();
const common = inventoryOf({ resources: [host] });
const gather = evidenceGatherers(common);

/** Judges by a rule while these gaps are in its evidence. */
function judgement(rule: Rule, gapsOf: GapFinder['of']) {
  const judgeOf = rule.prepare({ options: {}, common, now: NOW });
  const gapsIn = ruleGaps(rule, { of: gapsOf, groupOf: () => 'all' });
  return judge(rule, judgeOf, () => dossierMaker(rule, gather, gapsIn).ofResource(host), gapsIn(host));
}

const throttled: Gap = { operation: 'backup:ListBackupVaults', code: 'ThrottlingException', message: 'slow down' };
const jobsUnread: GapFinder['of'] = (_, kind) => (kind === 'backupJobs' ? [denied] : []);

describe('a verdict where evidence could not all be read', () => {
  it.each<[Need, VerdictStatus, VerdictStatus]>([
    ['all', 'pass', 'unknown'],
    ['all', 'fail', 'unknown'],
    ['all', 'notApplicable', 'unknown'],
    ['enough', 'pass', 'pass'],
    ['enough', 'fail', 'unknown'],
    ['enough', 'unknown', 'unknown'],
    ['enough', 'notApplicable', 'notApplicable'],
    ['context', 'pass', 'pass'],
    ['context', 'fail', 'fail'],
  ])('that a rule needs as "%s": %s becomes %s', (need, said, status) => {
    const { verdict, gaps } = judgement(constantRule(said, { backupJobs: need }), jobsUnread);
    expect(verdict.status).toBe(status);
    expect(verdict.messageId).toBe(said === status && need !== 'all' ? 'said' : 'evidence-incomplete');
    expect(gaps).toEqual([denied]);
  });

  it('does not depend on evidence that the rule does not need', () => {
    expect(judgement(constantRule('fail', { copyJobs: 'all' }), jobsUnread)).toMatchObject({
      verdict: { status: 'fail' },
      gaps: [],
    });
  });

  it('is not asked for where all evidence of a kind is needed', () => {
    let asked = 0;
    const rule = constantRule('pass', { backupJobs: 'all' });
    const counting: Rule = {
      ...rule,
      prepare: (setting) => {
        const judgeOf = rule.prepare(setting);
        return (dossier) => (asked++, judgeOf(dossier));
      },
    };
    judgement(counting, jobsUnread);
    expect(asked).toBe(0);
    judgement(counting, () => []);
    expect(asked).toBe(1);
  });

  it('keeps what the rule saw where a fail cannot stand', () => {
    const { verdict } = judgement(constantRule('fail', { backupJobs: 'enough' }), jobsUnread);
    expect(verdict.evidence.map(({ id }) => id)).toEqual([host.arn]);
  });

  it.each<[string, readonly Gap[], { missing: string; cause: string }]>([
    [
      'the missing permission',
      [denied],
      { missing: 'backup:ListBackupJobs', cause: 'no permission for backup:ListBackupJobs' },
    ],
    ['the error', [throttled], { missing: 'backup:ListBackupVaults', cause: 'ThrottlingException' }],
    [
      'how many more',
      [throttled, denied],
      { missing: 'backup:ListBackupVaults and 1 more', cause: 'ThrottlingException' },
    ],
    [
      'each gap once',
      [throttled, { ...throttled }],
      { missing: 'backup:ListBackupVaults', cause: 'ThrottlingException' },
    ],
  ])('names %s', (_, gaps, data) => {
    const { verdict } = judgement(constantRule('pass', { backupJobs: 'all' }), () => gaps);
    expect(verdict.data).toEqual(data);
  });
});

describe('a rule that gives a verdict by a message that does not come with it', () => {
  it.each<[string, string]>([
    ['that of another verdict', 'said'],
    ['one that it does not have', 'toString'],
  ])('makes the verdict unknown: %s', (_, messageId) => {
    const rule: Rule = {
      ...constantRule('fail'),
      prepare: () => () => ({ status: 'pass', messageId, data: {}, evidence: [] }),
    };
    expect(judgement(rule, () => []).verdict).toMatchObject({
      status: 'unknown',
      messageId: 'rule-error',
      data: { error: `it has no message "${messageId}" for pass` },
    });
  });
});

describe('a rule that throws', () => {
  const throwing = (thrown: () => never) =>
    defineRule({
      ...metadata,
      id: 'broken',
      needs: {},
      messages: {},
      options: { schema: {}, defaults: {} },
      judge: thrown,
    });

  it.each<[string, () => never, string]>([
    ['an error', () => throwError('row 3 of 2'), 'row 3 of 2'],
    ['anything else', () => throwAnything('a word'), 'a word'],
  ])('%s makes the verdict unknown, and says so', (_, thrown, error) => {
    expect(judgement(throwing(thrown), () => []).verdict).toEqual({
      status: 'unknown',
      messageId: 'rule-error',
      data: { error },
      evidence: [],
    });
  });
});

function throwError(message: string): never {
  throw new RangeError(message);
}

function throwAnything(thrown: unknown): never {
  AbortSignal.abort(thrown).throwIfAborted();
  throw new Error('an aborted signal throws its reason');
}
