import { gapsOf } from '@backproof/core';
import type { Population } from '@backproof/core';
import { packServices } from '@backproof/aws';
import type { Collector, CollectorTest } from './collector-test.js';
import { readWorld } from './read-world.js';

/** A requirement of every collector: a check returns the faults that it finds. */
interface CollectorCheck {
  readonly name: string;
  readonly faults: (collector: Collector, test: CollectorTest) => Promise<readonly string[]>;
}

export const COLLECTOR_CHECKS: readonly CollectorCheck[] = [
  {
    name: 'reads all of the world, and knows that it did',
    faults: async (collector, test) => {
      const { populations } = await readWorld(collector, test);
      const missing = collector.types
        .filter(({ name }) => !populations.some(({ of, kind }) => of === name && kind === 'resources'))
        .map(({ name }) => `the resources of ${name} were not read`);
      return [...missing, ...populations.flatMap(gapTexts)];
    },
  },
  {
    name: 'finds the resources with their tags, and the backups of each',
    faults: async (collector, test) => {
      const { resources, nativeBackups } = (await readWorld(collector, test)).inventory;
      const untagged = resources
        .filter(({ tags }) => tags === undefined)
        .map(({ arn }) => `the tags of ${arn} were not read`);
      return [
        ...untagged,
        ...unlike('resource', resources.toSorted(by('arn')), test.resources),
        ...unlike('native backup', nativeBackups.toSorted(by('resourceArn', 'mechanism')), test.nativeBackups),
      ];
    },
  },
  {
    name: 'calls each operation that it declares, so that the policy has none too many',
    faults: async (collector, test) => {
      const { called } = await readWorld(collector, test);
      return operationsOf(collector)
        .filter((operation) => !called.has(operation))
        .map((operation) => `${operation} is declared, and was not called`);
    },
  },
  {
    name: 'leaves a gap for each operation that is denied',
    faults: async (collector, test) => {
      const faults: string[] = [];
      for (const operation of operationsOf(collector)) {
        const denied = { operation, code: 'AccessDenied', message: 'not authorized', status: 403 };
        const { populations } = await readWorld(collector, test, [denied]);
        if (populations.every(({ status }) => status === 'complete')) {
          faults.push(`${operation} was denied, and everything is said to be read`);
        }
      }
      return faults;
    },
  },
];

function gapTexts(population: Population): readonly string[] {
  return gapsOf(population).map(({ operation, code, message }) => `${operation}: ${code}: ${message}`);
}

function operationsOf({ types, services }: Collector): readonly string[] {
  const names = types.map(({ name }) => name);
  return packServices(services, names).flatMap(({ name, operations }) =>
    Object.keys(operations).map((operation) => `${name}:${operation}`),
  );
}

function by<Key extends string>(...keys: readonly Key[]) {
  const keyOf = (item: Readonly<Record<Key, string>>): string => keys.map((key) => item[key]).join(' ');
  return (a: Readonly<Record<Key, string>>, b: Readonly<Record<Key, string>>): number => (keyOf(a) < keyOf(b) ? -1 : 1);
}

/** The differences of what was found from what is expected, of which only the members that are given are compared. */
function unlike(what: string, found: readonly object[], expected: readonly object[]): readonly string[] {
  if (found.length !== expected.length) {
    return [`found ${found.length} of kind ${what}, expected ${expected.length}: ${JSON.stringify(found)}`];
  }
  return expected.flatMap((wanted, index) =>
    Object.entries(wanted).flatMap(([name, value]) => {
      const [, part] = Object.entries(found[index] ?? {}).find(([key]) => key === name) ?? [];
      const is = part === undefined ? 'absent' : JSON.stringify(part);
      const must = JSON.stringify(value);
      return is === must ? [] : [`${what} ${index}: ${name} is ${is}, expected ${must}`];
    }),
  );
}
