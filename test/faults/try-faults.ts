import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FAULTS } from './faults.js';
import type { Fault } from './faults.js';
import { gapsOf, wrongs } from './oracles.js';
import type { Tried } from './reliability.js';
import { OPERATIONS, startVirtualAws } from './virtual-aws.js';
import type { VirtualAws } from './virtual-aws.js';

/** Every fault is tried on every operation, not each on some of them. */
export const ALL = process.env.BACKPROOF_FAULTS === 'all';

/** Of how many operations a fault is tried on one, unless on all. */
const ONE_OF = 48;

/** An hour by the virtual clock: no scan of one scope may take as long, whatever one operation does. */
const LONGEST_MS = 3_600_000;

const operations = OPERATIONS.map(({ operation }) => operation);

/** Tests that try faults on operations, one after the other. What came of them is added to `tried`. */
export function tryFaults(faults: readonly Fault[], tried: Tried[] = []): void {
  let virtual: VirtualAws;

  beforeAll(async () => {
    virtual = await startVirtualAws();
  });
  afterAll(() => virtual.close());

  it.each(operations)('a scan for the sake of %s asks for it and reads everything', async (operation) => {
    const { aws, scanned } = virtual;
    aws.strike();
    const { populations } = await scanned(operation);
    expect(aws.asked()).toContain(operation);
    expect(populations.filter(({ status }) => status !== 'complete')).toEqual([]);
  });

  describe.each(faults)('an operation that $title', (fault) => {
    const offset = FAULTS.indexOf(fault);
    const chosen = operations.filter((_, index) => ALL || (index + offset) % ONE_OF === 0);

    it(fault.heals ? 'changes nothing' : 'is a gap, and makes nothing pass or fail', async () => {
      const wrong: Record<string, readonly string[]> = {};
      let [struck, longestMs] = [0, 0];
      const codes = new Set<string>();
      for (const operation of chosen) {
        const found = await scanWith(virtual, operation, fault);
        if (found === undefined) continue;
        struck += 1;
        longestMs = Math.max(longestMs, found.tookMs);
        for (const { code } of gapsOf(found.run)) codes.add(code);
        if (found.wrongs.length > 0) wrong[operation] = found.wrongs;
      }
      expect(wrong).toEqual({});
      tried.push({ fault, operations: struck, codes, longestMs });
    });
  });
}

/** Scans while one operation has a fault. Undefined: for no answer of the operation it is one. */
async function scanWith({ aws, time, clean, scanned }: VirtualAws, operation: string, fault: Fault) {
  let strikes = 0;
  aws.strike([operation], (asked) => {
    const happening = fault.misfortune(asked);
    if (happening !== undefined) strikes += 1;
    return happening;
  });
  const from = time.passed();
  const run = await scanned(operation);
  const tookMs = time.passed() - from;
  time.forget();
  if (strikes === 0) return undefined;
  const late = tookMs > LONGEST_MS ? [`it took ${String(tookMs / 1000)} s`] : [];
  return { run, tookMs, wrongs: [...late, ...wrongs(await clean(operation), run, operation, fault)] };
}
