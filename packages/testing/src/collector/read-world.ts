import { collect, packServices, resolveScopes, servicesWith } from '@backproof/aws';
import type { Inventory, Population } from '@backproof/core';
import { startSandbox } from '@backproof/sandbox';
import type { Fault } from '@backproof/sandbox';
import type { Collector, CollectorTest } from './collector-test.js';

const KINDS = new Set(['resources', 'tags', 'nativeBackups'] as const);

/** The inventory of a scan, the populations of a pack's types, and the operations that it called. */
interface Read {
  readonly inventory: Inventory;
  readonly populations: readonly Population[];
  readonly called: ReadonlySet<string>;
}

/** Reads a world by the services of a pack, and their tags by the tagging API. */
export async function readWorld(
  { types, services }: Collector,
  { world, sandbox: ofPack }: CollectorTest,
  faults: readonly Fault[] = [],
): Promise<Read> {
  const names = types.map(({ name }) => name);
  const own = packServices(services, names);
  const read = servicesWith(own).filter((service) => own.includes(service) || service.name === 'tagging');
  const scopes = world.scopes.map((scope) => ({ ...scope, faults: [...(scope.faults ?? []), ...faults] }));
  const sandbox = await startSandbox({ world: { ...world, scopes }, services: ofPack, throttles: false });
  try {
    const inventory = await collect({
      scopes: await resolveScopes({
        ...{ endpointUrl: sandbox.url, credentials: sandbox.credentials, regions: world.regions },
      }),
      ...{ services: read, populations: KINDS, takenAt: world.now, limits: { paced: false, attempts: 1 } },
    });
    return {
      inventory,
      populations: inventory.populations.filter(({ of }) => names.some((name) => name === of)),
      called: new Set(inventory.calls.map(({ operation }) => operation)),
    };
  } finally {
    await sandbox.close();
  }
}
