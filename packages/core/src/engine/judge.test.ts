import { describe, expect, it } from '@jest/globals';
import { denied, instance, NOW, volume } from '../model/records.fixture.js';
import type { Gap } from '../model/population.js';
import type { Resource } from '../model/resource.js';
import type { EvidenceKind, Need } from '../rule/evidence-kind.js';
import type { Rule } from '../rule/rule.js';
import { defineRule } from '../rule/rule.js';
import type { VerdictStatus } from '../rule/verdict.js';
import { dossierMaker, evidenceGatherers } from './dossiers.js';
import { inventoryOf } from './inventory.fixture.js';
import { judge } from './judge.js';
import { constantRule, metadata } from './rules.fixture.js';

const host = instance();
const attached = volume({ attachments: [{ instanceArn: host.arn, since: 0 }] });
const gather = evidenceGatherers(inventoryOf({ resources: [host, attached] }));

/** Judges by a rule while these gaps are in its evidence. */
function judgement(
  rule: Rule,
  gapsOf: (resource: Resource, kind: EvidenceKind) => readonly Gap[],
  resource: Resource = host,
) {
  const dossier = dossierMaker(gather, ['backupJobs'], () => host)(resource);
  return judge({ rule, options: {} }, dossier, NOW, gapsOf);
}

const throttled: Gap = { operation: 'backup:ListBackupVaults', code: 'ThrottlingException', message: 'slow down' };
const jobsUnread = (_: Resource, kind: EvidenceKind) => (kind === 'backupJobs' ? [denied] : []);

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
    const counting: Rule = { ...rule, evaluate: (...of) => (asked++, rule.evaluate(...of)) };
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
      { missing: 'backup:ListBackupJobs', cause: 'AccessDeniedException, backup:ListBackupJobs is missing' },
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

  it('counts what is missing of the instances that a volume is attached to', () => {
    const hostUnread = ({ type }: Resource) => (type === 'EC2' ? [denied] : []);
    expect(judgement(constantRule('fail', { backupJobs: 'enough' }), hostUnread, attached)).toMatchObject({
      verdict: { status: 'unknown' },
      gaps: [denied],
    });
  });
});

describe('a rule that gives a verdict by a message that does not come with it', () => {
  it.each<[string, string]>([
    ['that of another verdict', 'said'],
    ['one that it does not have', 'toString'],
  ])('makes the verdict unknown: %s', (_, messageId) => {
    const rule: Rule = {
      ...constantRule('fail'),
      evaluate: () => ({ status: 'pass', messageId, data: {}, evidence: [] }),
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
      evaluate: thrown,
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
