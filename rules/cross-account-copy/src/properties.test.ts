import { UNSUPPORTED } from '@backproof/core';
import { describe, expect, it } from '@jest/globals';
import { outcomeOf } from '@backproof/testing';
import type { Given } from '@backproof/testing';
import fc from 'fast-check';
import { anyGiven, anyOptions, anyUnread } from './random-estates.fixture.js';
import { crossAccountCopy } from './rule.js';

/** What is not read may be the finding on the source of a copy: by what was read, the copy is clean. */
function withoutFindings({ recoveryPoints = [], ...given }: Given): Given {
  return { ...given, recoveryPoints: recoveryPoints.map(({ infected: _, ...point }) => point) };
}

describe('resources of any estate', () => {
  it('are judged as before or not at all where less may be read', () => {
    fc.assert(
      fc.property(anyGiven.map(withoutFindings), anyOptions, anyUnread, (given, options, unread) => {
        const before = outcomeOf(crossAccountCopy, { given, options });
        const after = outcomeOf(crossAccountCopy, { given: { ...given, unread }, options });
        expect([before.status, 'unknown']).toContain(after.status);
      }),
      { numRuns: 400 },
    );
  });

  it('are judged by nearly every message in a sample of them', () => {
    const sample = fc.sample(fc.tuple(anyGiven, anyOptions), { numRuns: 900, seed: 2 });
    const said = new Set(sample.map(([given, options]) => outcomeOf(crossAccountCopy, { given, options }).messageId));
    const rare = [
      'china',
      'copy-held',
      'holds-unread',
      'promise-unread',
      'vault-state-unknown',
      'one-vault-unknown',
      'opt-in-unknown',
      'organization-opt-in-unknown',
      'blocked-by-organization',
    ];
    const own = Object.keys(crossAccountCopy.messages).filter((id) => !Object.hasOwn(UNSUPPORTED, id));
    expect(own.filter((id) => !said.has(id) && !rare.includes(id))).toEqual([]);
  });
});
