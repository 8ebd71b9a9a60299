import { describe, expect, it } from '@jest/globals';
import type { Rule } from '../rule/rule.js';
import { nativeRestoresNeeded, neededPopulations } from './needed-populations.js';
import { constantRule } from './rules.fixture.js';

describe('the populations that rules need', () => {
  it('are the resources, and what the evidence of the rules is made of, once', () => {
    const rules = [
      constantRule('pass', { assignments: 'all' }),
      constantRule('pass', { recoveryPoints: 'context', vaults: 'all' }),
    ];
    expect([...neededPopulations(rules)].sort()).toEqual([
      ...['backupPlans', 'backupSelections', 'recoveryPoints', 'regionSettings', 'resources', 'tags', 'vaults'],
    ]);
    expect([...neededPopulations([])]).toEqual(['resources']);
  });

  it('are restores without AWS Backup only where these count', () => {
    const rules = [constantRule('pass', { nativeRestores: 'context' })];
    expect([...neededPopulations(rules)]).toEqual(['resources', 'nativeRestores']);
    expect([...neededPopulations(rules, false)]).toEqual(['resources']);
  });
});

describe('the time in which restores without AWS Backup count', () => {
  /** A rule for which they count as long as its option says. */
  const rule: Rule = {
    ...constantRule('pass'),
    options: { schema: { type: 'object', properties: { ms: { type: 'number' } } }, defaults: { ms: 5 } },
    nativeRestoresWithin: (options) => ('ms' in options && Number(options.ms) > 0 ? Number(options.ms) : undefined),
  };
  const match = { types: ['EC2'] } as const;

  it.each([
    ['is the one of the options', [{ rule }], 5],
    ['is the shortest of all settings', [{ rule }, { rule, overrides: [{ match, options: { ms: 3 } }] }], 3],
    ['is not that of a rule that is off', [{ rule, off: true, overrides: [{ match, options: { ms: 9 } }] }], 9],
    ['is none where they count for no rule', [{ rule, options: { ms: 0 } }, { rule: constantRule('pass') }], undefined],
  ])('%s', (_, rules, expected) => {
    expect(nativeRestoresNeeded(rules)).toBe(expected);
  });
});
