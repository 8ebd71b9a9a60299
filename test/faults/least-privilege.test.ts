import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FAULTS } from './faults.js';
import { gapsOf, wrongs } from './oracles.js';
import { OPERATIONS, startVirtualAws } from './virtual-aws.js';
import type { VirtualAws } from './virtual-aws.js';

const denied = FAULTS.find(({ id }) => id === 'denied');
const actions = [...new Set(OPERATIONS.map(({ iam }) => iam))].sort();

let virtual: VirtualAws;

beforeAll(async () => {
  virtual = await startVirtualAws();
});
afterAll(() => virtual.close());

describe('a policy without', () => {
  it.each(actions)('%s makes nothing pass or fail, and the action is named', async (action) => {
    const { aws, time, clean, scanned } = virtual;
    const operations = OPERATIONS.flatMap(({ iam, operation }) => (iam === action ? operation : []));
    aws.strike(operations, (asked) => denied?.misfortune(asked));
    const actionsMissing = new Set<string | undefined>();
    for (const operation of operations) {
      const run = await scanned(operation);
      time.forget();
      expect(wrongs(await clean(operation), run, operation, {})).toEqual([]);
      for (const { iamAction } of gapsOf(run)) actionsMissing.add(iamAction);
    }
    expect([...actionsMissing]).toEqual([action]);
  });
});
