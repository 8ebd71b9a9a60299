import { describe, expect, it } from '@jest/globals';
import type { Waiver } from '../config/waiver.js';
import { DAY } from '../model/instant.js';
import { instance, NOW, volume } from '../model/records.fixture.js';
import { baselineOf } from './baseline.js';
import { evaluate } from './evaluate.js';
import type { EvaluateRequest } from './evaluate-request.js';
import { inventoryOf } from './inventory.fixture.js';
import { constantRule } from './rules.fixture.js';

const web = instance();
const data = volume();

function runOf(request: Partial<EvaluateRequest>) {
  return evaluate({
    inventory: inventoryOf({ resources: [web, data] }),
    rules: [{ rule: constantRule('fail', {}, 'coverage') }],
    now: NOW,
    tool: { name: 'backproof', version: '0.0.0' },
    ...request,
  });
}

function waiver(fields: Partial<Waiver> = {}): Waiver {
  return {
    id: 'W1',
    rule: 'coverage',
    resources: [web.arn],
    reason: 'moves next month',
    owner: 'team-web',
    approvedBy: 'ciso',
    expires: NOW + DAY,
    ...fields,
  };
}

const dispositions = (request: Partial<EvaluateRequest>) => {
  const run = runOf(request);
  return {
    of: run.outcomes.map(({ subject, disposition }) => [subject.name, disposition]),
    waivers: run.waivers.map(({ id, state, failures }) => [id, state, failures]),
    tally: run.rules[0]?.tally,
    gate: run.gate.result,
  };
};

const open = { kind: 'open' };

describe('a waiver', () => {
  it('accepts the failures of its rule on its resources, and no others', () => {
    expect(dispositions({ waivers: [waiver()] })).toEqual({
      of: [
        ['web', { kind: 'waived', waiver: 'W1' }],
        ['data', open],
      ],
      waivers: [['W1', 'active', 1]],
      tally: { pass: 0, open: 1, waived: 1, baseline: 0, unknown: 0, notApplicable: 0 },
      gate: 'violations',
    });
  });

  it('matches ARNs as a whole, with * for any characters', () => {
    expect(dispositions({ waivers: [waiver({ resources: ['arn:aws:ec2:*'] })] })).toMatchObject({
      waivers: [['W1', 'active', 2]],
      gate: 'clean',
    });
    expect(dispositions({ waivers: [waiver({ resources: ['web', 'instance/*'] })] }).waivers).toEqual([
      ['W1', 'stale', 0],
    ]);
  });

  it('accepts nothing from the moment on at which it expires, and the open failure says so', () => {
    expect(dispositions({ waivers: [waiver({ expires: NOW })] })).toMatchObject({
      of: [
        ['web', { kind: 'open', expiredWaiver: 'W1' }],
        ['data', open],
      ],
      waivers: [['W1', 'expired', 1]],
      gate: 'violations',
    });
  });

  it('of another one that expired takes over', () => {
    const waivers = [waiver({ expires: NOW - DAY }), waiver({ id: 'W2' })];
    expect(dispositions({ waivers })).toMatchObject({
      of: [['web', { kind: 'waived', waiver: 'W2' }], expect.anything()],
      waivers: [
        ['W1', 'expired', 1],
        ['W2', 'active', 1],
      ],
    });
  });

  it('for another rule is stale', () => {
    expect(dispositions({ waivers: [waiver({ rule: 'other' })] }).waivers).toEqual([['W1', 'stale', 0]]);
  });

  it('never turns what could not be told into anything, and is not stale while it cannot be told', () => {
    const rules = [{ rule: constantRule('unknown', {}, 'coverage') }];
    expect(dispositions({ rules, waivers: [waiver()] })).toMatchObject({
      of: [
        ['web', undefined],
        ['data', undefined],
      ],
      waivers: [['W1', 'active', 0]],
      gate: 'incomplete',
    });
  });

  it('for what passes is stale', () => {
    const rules = [{ rule: constantRule('pass', {}, 'coverage') }];
    expect(dispositions({ rules, waivers: [waiver()] })).toMatchObject({
      waivers: [['W1', 'stale', 0]],
      gate: 'clean',
    });
  });
});

describe('a baseline', () => {
  const earlier = runOf({ inventory: inventoryOf({ resources: [web] }) });
  const baseline = baselineOf(earlier);

  it('accepts the failures that it knows, and only these', () => {
    expect(dispositions({ baseline })).toMatchObject({
      of: [
        ['web', { kind: 'baseline' }],
        ['data', open],
      ],
      tally: { open: 1, baseline: 1 },
      gate: 'violations',
    });
    expect(runOf({ baseline }).outcomes.map((each) => each.status === 'fail' && each.inBaseline)).toEqual([
      true,
      false,
    ]);
  });

  it('is outranked by a waiver and outranks an expired one', () => {
    expect(dispositions({ baseline, waivers: [waiver()] }).of[0]).toEqual(['web', { kind: 'waived', waiver: 'W1' }]);
    expect(dispositions({ baseline, waivers: [waiver({ expires: 0 })] }).of[0]).toEqual(['web', { kind: 'baseline' }]);
  });

  it('does not take over what a waiver accepted: that would outlive the waiver', () => {
    expect(baselineOf(runOf({ waivers: [waiver()] })).findings.map(({ subject }) => subject.name)).toEqual(['data']);
  });

  it('keeps what it accepted before', () => {
    expect(baselineOf(runOf({ baseline })).findings).toHaveLength(2);
  });

  it.each([
    ['resolved', { rules: [{ rule: constantRule('pass', {}, 'coverage') }] }],
    ['resolved', { rules: [{ rule: constantRule('notApplicable', {}, 'coverage') }] }],
    ['unknown', { rules: [{ rule: constantRule('unknown', {}, 'coverage') }] }],
    ['gone', { rules: [] }],
    ['gone', { inventory: inventoryOf({ resources: [data] }) }],
  ])('tells what is no failure any more: %s', (reason, request) => {
    const { baseline: compared } = runOf({ ...request, baseline });
    expect(compared).toMatchObject({
      runId: earlier.id,
      findings: 1,
      absent: [{ ruleId: 'coverage', subject: { name: 'web' }, reason }],
    });
  });

  it('counts what is new', () => {
    expect(runOf({ baseline }).baseline).toMatchObject({ findings: 1, newFindings: 1, absent: [] });
  });
});

describe("a run's id", () => {
  it('changes with the settings, and with nothing that does not matter', () => {
    const { id } = runOf({});
    expect(runOf({}).id).toBe(id);
    const others = [
      runOf({ waivers: [waiver()] }),
      runOf({ gate: { failOn: 'high', allowed: {}, unknown: 'fail' } }),
      runOf({ rules: [{ rule: constantRule('fail', {}, 'coverage'), severity: 'low' }] }),
      runOf({ now: NOW + 1 }),
      runOf({ subjects: { types: ['EC2'] } }),
    ];
    expect(new Set([id, ...others.map((run) => run.id)]).size).toBe(6);
  });
});
