import { SERVICES } from '@backproof/aws';
import { scan } from 'backproof';
import type { Run } from 'backproof';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FAULTS } from './faults.js';
import { startFaultyAws } from './faulty-aws.js';
import type { FaultyAws } from './faulty-aws.js';
import { gapsOf, wrongs } from './oracles.js';
import { smallWorld } from './small-world.js';

/** Actions that find the scopes, ask an aggregator, or read for an audit: a scan of one scope does without them. */
const NOT_OF_A_SCOPE = /^sts:|^ec2:DescribeRegions$|^config:(?:Get|Select)Aggregate|^backup:ListFrameworks$/;

const world = smallWorld();
const denied = FAULTS.find(({ id }) => id === 'denied');
let aws: FaultyAws;
let clean: Run;

beforeAll(async () => {
  aws = await startFaultyAws(world, (work) => work());
  clean = await scanned();
});
afterAll(() => aws.close());

async function scanned(): Promise<Run> {
  const { url: endpointUrl, credentials } = aws;
  const { run } = await scan({ endpointUrl, credentials, regions: world.regions, now: world.now });
  return run;
}

/** All operations, each with the IAM action that it needs. */
const declared = SERVICES.flatMap(({ name, operations }) =>
  Object.entries(operations).map(([operation, { iam }]) => ({ iam, operation: `${name}:${operation}` })),
);
const actions = [...new Set(declared.map(({ iam }) => iam))].filter((iam) => !NOT_OF_A_SCOPE.test(iam)).sort();

describe('a policy without', () => {
  it.each(actions)('%s makes nothing pass or fail, and the action is named', async (action) => {
    const operations = declared.flatMap(({ iam, operation }) => (iam === action ? operation : []));
    aws.strike(operations, (asked) => denied?.misfortune(asked));
    const run = await scanned();
    const found = operations.flatMap((operation) => wrongs(clean, run, operation, {}));
    expect(found).toEqual([]);
    expect([...new Set(gapsOf(run).map(({ iamAction }) => iamAction))]).toEqual([action]);
  });
});
