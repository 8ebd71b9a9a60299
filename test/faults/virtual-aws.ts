import { collect, resolveScopes, SERVICES } from '@backproof/aws';
import { COMPLETENESS_POPULATIONS, nativeRestoresNeeded, neededPopulations } from '@backproof/core';
import type { Run } from '@backproof/core';
import { evaluate, RULES } from 'backproof';
import { startFaultyAws } from './faulty-aws.js';
import type { FaultyAws } from './faulty-aws.js';
import { smallWorld } from './small-world.js';
import { startVirtualTime } from './virtual-time.js';
import type { VirtualTime } from './virtual-time.js';

/** A small world behind an AWS that can have faults, and scans of it in virtual time. */
export interface VirtualAws {
  readonly aws: FaultyAws;
  readonly time: VirtualTime;
  /**
   * A scan of the services that an operation concerns, `backup:ListBackupPlans`: its own, and those that read what all
   * others are about.
   */
  readonly scanned: (operation: string) => Promise<Run>;
  /** The same without a fault. */
  readonly clean: (operation: string) => Promise<Run>;
  readonly close: () => Promise<void>;
}

/**
 * Operations that a scan of one scope does not call: they find the scopes or endpoints, ask an aggregator, or read for an
 * audit.
 */
const NOT_OF_A_SCOPE =
  /^sts:|^organizations:|^ec2:DescribeRegions$|^config:(?:Get|Select)Aggregate|^backup:ListFrameworks$|^timestream:DescribeEndpoints$/;

/** Returns whether a scan of one scope calls an operation, `backup:ListBackupPlans`. */
function isOfAScope(operation: string): boolean {
  return !NOT_OF_A_SCOPE.test(operation);
}

/** All operations that a scan of one scope calls, each with the IAM action that it needs, by name. */
export const OPERATIONS = SERVICES.flatMap(({ name, operations }) =>
  Object.entries(operations).map(([operation, { iam }]) => ({ iam, operation: `${name}:${operation}` })),
)
  .filter(({ operation }) => isOfAScope(operation))
  .sort((a, b) => (a.operation < b.operation ? -1 : 1));

/** The services that are read whichever has the fault: backups, some resources, and the tags of tables. */
const ALWAYS_READ: readonly string[] = ['backup', 'dynamodb', 'ec2', 'tagging'];

export async function startVirtualAws(): Promise<VirtualAws> {
  const world = smallWorld();
  let during: VirtualTime['during'] = (work) => work();
  const aws = await startFaultyAws(world, (work) => during(work));
  const { url: endpointUrl, credentials } = aws;
  const scopes = await resolveScopes({ endpointUrl, credentials, regions: world.regions });
  const rules = RULES.map((rule) => ({ rule, options: rule.options.defaults }));
  const populations = new Set([...neededPopulations(RULES, true), ...COMPLETENESS_POPULATIONS]);
  const nativeRestoresWithin = nativeRestoresNeeded(rules);
  const scanned = async (operation: string): Promise<Run> => {
    const [own = ''] = operation.split(':');
    const services = SERVICES.filter(({ name }) => name === own || ALWAYS_READ.includes(name));
    const inventory = await collect({ scopes, services, populations, nativeRestoresWithin, takenAt: world.now });
    return evaluate(inventory, { rules });
  };
  const runs = new Map<string, Promise<Run>>();
  const clean = (operation: string): Promise<Run> => {
    const [service = ''] = operation.split(':');
    const run = runs.get(service) ?? scanned(operation);
    runs.set(service, run);
    return run;
  };
  // What is imported for the first time takes its time, and is none of those things that a clock may leap over.
  for (const { operation } of OPERATIONS) await clean(operation);
  const time = startVirtualTime();
  during = time.during;
  const close = async (): Promise<void> => {
    await aws.close();
    time.end();
  };
  return { aws, time, clean, scanned, close };
}
