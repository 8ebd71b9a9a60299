import { outcomesIn } from '@backproof/core';
import type { Outcome } from '@backproof/core';
import { inventoryOf, NOW } from '@backproof/testing';
import type { Given } from '@backproof/testing';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyEstate, anyUnread } from './random-estates.fixture.js';
import { replicationOnly } from './rule.js';

function outcomesOf(given: Given, options = {}): readonly Outcome[] {
  const rules = [{ rule: replicationOnly, options }];
  return outcomesIn({ inventory: inventoryOf(given), rules, now: NOW }).outcomes;
}

/** The status of each resource that is judged. */
function statuses(given: Given, options = {}): ReadonlyMap<string, string> {
  return new Map(outcomesOf(given, options).map(({ subject, status }) => [subject.arn, status]));
}

const anyOptions = fc.record({ acceptElsewhere: fc.boolean() });

it('an estate of which less may be read is judged as before or not at all', () => {
  fc.assert(
    fc.property(anyEstate, anyUnread, anyOptions, (estate, unread, options) => {
      const before = statuses(estate, options);
      const after = statuses({ ...estate, unread }, options);
      const changed = [...after].filter(([arn, status]) => status !== before.get(arn));
      expect(changed.filter(([, status]) => status !== 'unknown')).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

it('what passes stays so when another of its data is backed up too', () => {
  fc.assert(
    fc.property(anyEstate, (estate) => {
      const before = [...statuses(estate, { acceptElsewhere: false })].filter(([, status]) => status === 'pass');
      const after = statuses(estate);
      expect(before.filter(([arn]) => after.get(arn) !== 'pass')).toEqual([]);
    }),
    { numRuns: 50 },
  );
});

describe('the estates above', () => {
  const sample = fc.sample(fc.tuple(anyEstate, anyUnread), { numRuns: 80, seed: 1 });

  it('come to every message of a resource that can be backed up', () => {
    const said = new Set(sample.flatMap(([estate]) => outcomesOf(estate).map(({ messageId }) => messageId)));
    expect([...said].sort()).toEqual([
      'backed-up',
      'covered-by',
      'native-window',
      'not-replicated',
      'related-fails',
      'replication-only',
      'source-not-scanned',
    ]);
  });

  it('lose passes and fails to what may not be read, and keep some', () => {
    const changes = sample.flatMap(([estate, unread]) => {
      const before = statuses(estate);
      return [...statuses({ ...estate, unread })].map(([arn, status]) => `${before.get(arn) ?? 'none'} to ${status}`);
    });
    expect([...new Set(changes)].sort()).toEqual([
      'fail to fail',
      'fail to unknown',
      'notApplicable to notApplicable',
      'notApplicable to unknown',
      'pass to pass',
      'pass to unknown',
      'unknown to unknown',
    ]);
  });
});
