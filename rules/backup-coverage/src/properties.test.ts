import { canonicalJson, evaluate, inventoryLines, outcomesIn, readInventory } from '@backproof/core';
import type { Inventory, Outcome, Run } from '@backproof/core';
import { inventoryOf, NOW, readYoungFirst } from '@backproof/testing';
import type { Given } from '@backproof/testing';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyEstate, anyUnread, reordered } from './random-estates.fixture.js';
import { backupCoverage } from './rule.js';

function judge(inventory: Inventory): Run {
  return evaluate({
    inventory,
    rules: [{ rule: backupCoverage }],
    now: NOW,
    tool: { name: 'backproof', version: '0.0.0' },
  });
}

function runOf(estate: Given): Run {
  return judge(inventoryOf(estate));
}

function outcomesOf(estate: Given): readonly Outcome[] {
  return outcomesIn({ inventory: inventoryOf(estate), rules: [{ rule: backupCoverage }], now: NOW }).outcomes;
}

/** The status of each resource that is judged. */
function statuses(outcomes: readonly Outcome[]): ReadonlyMap<string, string> {
  return new Map(outcomes.map(({ subject, status }) => [subject.arn, status]));
}

/** A finding in a point counts against its copies, too: where the point is not read, a copy may pass for clean. */
function withoutFindings({ recoveryPoints = [], ...estate }: Given): Given {
  return { ...estate, recoveryPoints: recoveryPoints.map(({ infected: _, ...point }) => point) };
}

describe('any estate', () => {
  it('is judged the same in whatever order its records come, byte for byte', () => {
    const twoOrders = anyEstate.chain((estate) => fc.tuple(fc.constant(estate), reordered(estate)));
    fc.assert(
      fc.property(twoOrders, ([estate, other]) => {
        expect(canonicalJson(runOf(other))).toBe(canonicalJson(runOf(estate)));
      }),
      { numRuns: 100 },
    );
  });

  it('is judged the same from its file, byte for byte', async () => {
    await fc.assert(
      fc.asyncProperty(anyEstate, anyUnread, async (estate, unread) => {
        const inventory = inventoryOf({ ...estate, unread });
        const again = await readInventory([...inventoryLines(inventory)].map((line) => line.trimEnd()));
        expect(canonicalJson(judge(again))).toBe(canonicalJson(judge(inventory)));
      }),
      { numRuns: 30 },
    );
  });

  it('of which less may be read is judged as before or not at all', () => {
    fc.assert(
      fc.property(anyEstate.map(withoutFindings), anyUnread, (estate, unread) => {
        const before = statuses(outcomesOf(estate));
        const run = runOf({ ...estate, unread });
        const after = statuses(run.outcomes);
        const changed = [...after].filter(([arn, status]) => status !== before.get(arn));
        const lost = [...before.keys()].filter((arn) => !after.has(arn));
        // What is left out with a host that cannot be seen any more is judged by what it has itself, and may pass.
        const isOwnProof = ([arn, status]: [string, string]) => status === 'pass' && !before.has(arn);
        expect(changed.filter((each) => each[1] !== 'unknown' && !isOwnProof(each))).toEqual([]);
        expect(changed.length + lost.length === 0 || run.gate.result === 'incomplete').toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('an estate of which older points are read of some resources only', () => {
  it('is judged as if all were read', () => {
    const crowded = fc
      .tuple(anyEstate, fc.constantFrom(1, 1500, 100_000))
      .map(([estate, recoveryPointCount]): Given => {
        return { ...estate, vaults: (estate.vaults ?? []).map((vault) => ({ ...vault, recoveryPointCount })) };
      });
    fc.assert(
      fc.property(crowded, anyUnread, (estate, unread) => {
        const whole = inventoryOf({ ...estate, unread });
        const partly = readYoungFirst(whole, { rule: backupCoverage }, NOW);
        const of = (inventory: Inventory) =>
          statuses(outcomesIn({ inventory, rules: [{ rule: backupCoverage }], now: NOW }).outcomes);
        expect(of(partly)).toEqual(of(whole));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the estates above', () => {
  const sample = fc
    .sample(fc.tuple(anyEstate, anyUnread), { numRuns: 800, seed: 1 })
    .map(([estate, unread]) => ({ full: outcomesOf(estate), less: outcomesOf({ ...estate, unread }) }));

  it('come to verdicts of every kind, by nearly every message', () => {
    const outcomes = sample.flatMap(({ full }) => full);
    expect(new Set(outcomes.map(({ status }) => status))).toEqual(
      new Set(['pass', 'fail', 'unknown', 'notApplicable']),
    );
    const said = new Set(outcomes.map(({ messageId }) => messageId));
    const expected = [
      ...['backed-up', 'degraded', 'awaiting-first-backup', 'covered-by', 'native-only'],
      ...[
        'stale',
        'never-backed-up',
        'no-usable-point',
        'continuous-stopped',
        'plan-gone',
        'unprotected',
        'native-stale',
      ],
      ...['older-is-clean', 'copy-pending', 'parts-covered', 'awaiting-with'],
      ...['promise-broken', 'not-run-yet', 'only-infected', 'manual-only', 'parts-missing'],
      ...['restorable-time-unknown', 'opt-in-unknown', 'organization-opt-in-unknown'],
      'ontap-file-system',
    ];
    expect(expected.filter((messageId) => !said.has(messageId))).toEqual([]);
  });

  it('lose passes and fails to what may not be read, and keep some', () => {
    const changes = sample.flatMap(({ full, less }) => {
      const before = statuses(full);
      return [...statuses(less)].map(([arn, status]) => `${before.get(arn) ?? 'none'} to ${status}`);
    });
    expect(new Set(changes)).toEqual(
      new Set([
        ...['pass to pass', 'pass to unknown', 'fail to fail', 'fail to unknown', 'unknown to unknown'],
        ...['notApplicable to notApplicable', 'notApplicable to unknown', 'none to unknown'],
      ]),
    );
  });
});
