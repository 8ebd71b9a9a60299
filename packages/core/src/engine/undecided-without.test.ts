import { describe, expect, it } from '@jest/globals';
import { denied, instance } from '../model/records.fixture.js';
import type { Gap } from '../model/population.js';
import type { EvidenceKind } from '../rule/evidence-kind.js';
import type { VerdictStatus } from '../rule/verdict.js';
import { dossierMaker } from './dossier-maker.js';
import { evidenceGatherers } from './evidence-gatherers.js';
import { inventoryOf } from './inventory.fixture.js';
import { judge } from './judge.js';
import { constantRule } from './rules.fixture.js';

const host = instance();
const gather = evidenceGatherers(inventoryOf({ resources: [host] }));

/** Judges by a rule that says of its verdict that it turns on copy jobs, while evidence of a kind could not be read. */
function judgement(status: VerdictStatus, unread: EvidenceKind) {
  const rule = constantRule(status, { copyJobs: 'context', backupJobs: 'context' });
  const verdict = { status, messageId: 'said', data: {}, evidence: [], undecidedWithout: ['copyJobs'] } as const;
  const gapsOf = (_: unknown, kind: EvidenceKind): readonly Gap[] => (kind === unread ? [denied] : []);
  return judge(
    rule,
    () => verdict,
    host,
    () => dossierMaker(rule, gather).ofResource(host),
    gapsOf,
  ).verdict;
}

describe('a verdict that turns on evidence that the rule needs as context', () => {
  it.each(['pass', 'fail', 'notApplicable'] as const)('is unknown without it and not %s', (status) => {
    expect(judgement(status, 'copyJobs')).toMatchObject({ status: 'unknown', messageId: 'evidence-incomplete' });
  });

  it('stands where other evidence is missing, and does not say what it turned on', () => {
    expect(judgement('pass', 'backupJobs')).toEqual({ status: 'pass', messageId: 'said', data: {}, evidence: [] });
  });
});
