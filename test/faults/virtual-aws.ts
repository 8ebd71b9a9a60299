import { SERVICES } from '@backproof/aws';
import type { Run } from '@backproof/core';
import { scan } from 'backproof';
import { startFaultyAws } from './faulty-aws.js';
import type { FaultyAws } from './faulty-aws.js';
import { smallWorld } from './small-world.js';
import { startVirtualTime } from './virtual-time.js';
import type { VirtualTime } from './virtual-time.js';

/** A small world behind an AWS that can have faults, and scans of it in virtual time. */
export interface VirtualAws {
  readonly aws: FaultyAws;
  readonly time: VirtualTime;
  /** A scan without a fault. */
  readonly clean: Run;
  readonly scanned: () => Promise<Run>;
  readonly close: () => Promise<void>;
}

/**
 * Operations that a scan of one scope does not call: they find the scopes or endpoints, ask an aggregator, or read for an
 * audit.
 */
const NOT_OF_A_SCOPE =
  /^sts:|^ec2:DescribeRegions$|^config:(?:Get|Select)Aggregate|^backup:ListFrameworks$|^timestream:DescribeEndpoints$/;

/** Returns whether a scan of one scope calls an operation, `backup:ListBackupPlans`. */
export function isOfAScope(operation: string): boolean {
  return !NOT_OF_A_SCOPE.test(operation);
}

/** All operations that a scan of one scope calls, each with the IAM action that it needs, by name. */
export const OPERATIONS = SERVICES.flatMap(({ name, operations }) =>
  Object.entries(operations).map(([operation, { iam }]) => ({ iam, operation: `${name}:${operation}` })),
)
  .filter(({ operation }) => isOfAScope(operation))
  .sort((a, b) => (a.operation < b.operation ? -1 : 1));

export async function startVirtualAws(): Promise<VirtualAws> {
  const world = smallWorld();
  let during: VirtualTime['during'] = (work) => work();
  const aws = await startFaultyAws(world, (work) => during(work));
  const { url: endpointUrl, credentials } = aws;
  const scanned = async (): Promise<Run> =>
    (await scan({ endpointUrl, credentials, regions: world.regions, now: world.now })).run;
  // What is imported for the first time takes its time, and is none of those things that a clock may leap over.
  const clean = await scanned();
  const time = startVirtualTime();
  during = time.during;
  const close = async (): Promise<void> => {
    await aws.close();
    time.end();
  };
  return { aws, time, clean, scanned, close };
}
