import type { PopulationKind } from '@backproof/core';
import type { LoadedReading, Reading } from './reading.js';
import { kindsBefore } from './reading-part.js';
import type { Service } from './service.js';

/** A reading with its code, and the service that it reads. */
export interface ServiceReading {
  readonly service: Service;
  readonly reading: LoadedReading;
}

/**
 * Imports the readings of these populations, and of those that they come after, and with them the SDK's packages of
 * their services. One after another: loading takes the processor alone, and some module loaders fail otherwise (Jest's,
 * when two imports that share a module meet).
 */
export async function loadReadings(
  services: readonly Service[],
  populations: ReadonlySet<PopulationKind>,
): Promise<readonly ServiceReading[]> {
  const loaded: ServiceReading[] = [];
  for (const { service, reading } of neededReadings(services, populations))
    loaded.push({ service, reading: await load(reading) });
  return loaded;
}

/** The readings of these populations, and those that they come after, without their code. */
export function neededReadings(services: readonly Service[], populations: ReadonlySet<PopulationKind>) {
  const all = services.flatMap((service) => service.readings.map((reading) => ({ service, reading })));
  return withEarlier(
    all.filter(({ reading }) => reading.yields.some(({ kind }) => populations.has(kind))),
    all,
  );
}

/** Adds the readings that others come after. */
function withEarlier<Each extends { readonly reading: Reading }>(asked: readonly Each[], all: readonly Each[]) {
  const needed = new Set(asked);
  for (const { reading } of needed) {
    const before = kindsBefore(reading);
    const earlier = all.filter((each) => each.reading.yields.some(({ kind }) => before.some((name) => name === kind)));
    for (const each of earlier) needed.add(each);
  }
  return needed;
}

async function load(reading: Reading): Promise<LoadedReading> {
  if ('read' in reading) return { ...reading, read: await reading.read() };
  if ('forEachVault' in reading) return { ...reading, forEachVault: await reading.forEachVault() };
  if ('forEachPlan' in reading) return { ...reading, forEachPlan: await reading.forEachPlan() };
  if ('forEachNativeCall' in reading) return { ...reading, forEachNativeCall: await reading.forEachNativeCall() };
  return { ...reading, listAccount: await reading.listAccount() };
}
