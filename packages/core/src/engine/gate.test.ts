import { describe, expect, it } from '@jest/globals';
import { denied, home, instance, NOW, population, volume } from '../model/records.fixture.js';
import { STRICTEST_GATE } from '../config/gate-policy.js';
import type { GatePolicy } from '../config/gate-policy.js';
import type { VerdictStatus } from '../rule/verdict.js';
import { evaluate } from './evaluate.js';
import type { GateResult } from './gate.js';
import { inventoryOf } from './inventory.fixture.js';
import type { Contents } from './inventory.fixture.js';
import { constantRule } from './rules.fixture.js';

/** The run of rules that say these things of one resource, each rule named after what it says. */
function runOf(statuses: readonly VerdictStatus[], contents: Contents = {}, gate: Partial<GatePolicy> = {}) {
  return evaluate({
    inventory: inventoryOf({ resources: [instance()], ...contents }),
    rules: statuses.map((status) => ({ rule: constantRule(status, {}, status) })),
    now: NOW,
    tool: { name: 'backproof', version: '0.0.0' },
    gate: { ...STRICTEST_GATE, ...gate },
  });
}

const unreadJobs: Contents = { populations: [population('backupJobs', { gap: denied })] };
const partialJobs: Contents = {
  populations: [{ ...population('backupJobs'), status: 'partial', gaps: [denied] }],
};

/** AWS Config counts so many volumes, of which the scan saw none. */
const counted = (count: number, behind?: 'daily'): Contents => ({
  resourceCounts: [
    {
      scope: home,
      configType: 'AWS::EC2::Volume',
      count,
      source: 'recorder',
      ...(behind && { behind }),
    },
  ],
});

it.each<[string, ReturnType<typeof runOf>, GateResult, ...string[]]>([
  ['nothing failed', runOf(['pass', 'notApplicable']), 'clean'],
  ['there is nothing to judge', runOf(['fail'], { resources: [] }), 'clean'],
  ['something failed', runOf(['pass', 'fail']), 'violations', '1 open medium violation'],
  ['an outcome is unknown', runOf(['pass', 'unknown']), 'incomplete', 'unknown: 1 resource unknown'],
  [
    'something failed and another outcome is unknown',
    runOf(['fail', 'unknown']),
    'incomplete',
    'unknown: 1 resource unknown',
    '1 open medium violation',
  ],
  ['a population could not be read', runOf(['pass'], unreadJobs), 'incomplete', '1 list could not be read completely'],
  [
    'a population could be read in part',
    runOf(['fail'], partialJobs),
    'incomplete',
    '1 list could not be read completely',
    '1 open medium violation',
  ],
  [
    'AWS Config knows of what was not seen',
    runOf(['pass'], counted(2)),
    'incomplete',
    'AWS Config counts 2 resources that the scan did not find',
  ],
  ['AWS Config knows of what was not seen, but may be behind', runOf(['pass'], counted(2, 'daily')), 'clean'],
  [
    'what only tells how complete the rest is could not be read',
    runOf(['pass'], {
      populations: [population('resourceCounts', { gap: denied }), population('protectedResources', { gap: denied })],
    }),
    'clean',
  ],
  [
    'nothing was scanned',
    runOf(['pass'], { resources: [], scopes: [] }),
    'incomplete',
    'no account or Region was scanned',
  ],
])('if %s', (_, { gate }, result, ...reasons) => {
  expect([gate.result, gate.reasons]).toEqual([result, reasons]);
});

describe('a scan that is narrowed to a type', () => {
  const narrowed = (of: string) =>
    evaluate({
      inventory: inventoryOf({ resources: [instance()], populations: [population('resources', { of, gap: denied })] }),
      rules: [{ rule: constantRule('pass') }],
      now: NOW,
      tool: { name: 'backproof', version: '0.0.0' },
      subjects: { types: ['EC2'] },
    });

  it('is complete without what cannot concern its resources, which its run still shows', () => {
    const { gate, populations } = narrowed('DynamoDB');
    expect([gate.result, gate.reasons]).toEqual(['clean', []]);
    expect(populations.filter(({ status }) => status !== 'complete')).toHaveLength(1);
  });

  it('is incomplete without what can', () => {
    expect(narrowed('EBS').gate.reasons).toEqual(['1 list could not be read completely']);
  });
});

describe('by a policy', () => {
  const two: Contents = { resources: [instance(), volume()] };

  it.each<[string, ReturnType<typeof runOf>, GateResult, ...string[]]>([
    ['lighter violations than it asks for do not count', runOf(['fail'], {}, { failOn: 'high' }), 'clean'],
    ['those of its severity do', runOf(['fail'], {}, { failOn: 'medium' }), 'violations', '1 open medium violation'],
    ['none do if it never fails', runOf(['fail'], {}, { failOn: 'never' }), 'clean'],
    ['as many as it allows do not count', runOf(['fail'], two, { allowed: { medium: 2 } }), 'clean'],
    [
      'and not one more',
      runOf(['fail'], two, { allowed: { medium: 1, high: 9 } }),
      'violations',
      '2 open medium violations, 1 allowed',
    ],
    ['unknowns may be allowed', runOf(['unknown'], {}, { unknown: 'allow' }), 'clean'],
    ['kinds of them may be allowed', runOf(['unknown'], {}, { unknown: ['unread'] }), 'clean'],
    [
      'and no other kind',
      runOf(['unknown'], {}, { unknown: ['forgotten', 'undecided'] }),
      'incomplete',
      'unknown: 1 resource unknown',
    ],
    ['or those of a rule', runOf(['unknown'], {}, { unknown: ['unknown'] }), 'clean'],
    ['and no other', runOf(['unknown'], {}, { unknown: ['another'] }), 'incomplete', 'unknown: 1 resource unknown'],
    [
      'what was not read is never allowed',
      runOf(['pass'], unreadJobs, { unknown: 'allow', failOn: 'never' }),
      'incomplete',
      '1 list could not be read completely',
    ],
  ])('%s', (_, { gate }, result, ...reasons) => {
    expect([gate.result, gate.reasons]).toEqual([result, reasons]);
  });
});
