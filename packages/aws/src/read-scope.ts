import type { InventoryBuilder, Instant, PopulationKind } from '@backproof/core';
import { createCallLog } from './call-log.js';
import { openAggregator, openClients, SERVICE_NAMES } from './clients.js';
import type { ServiceClients, ServiceName } from './clients.js';
import type { Collector, InventorySource, PageKind, PopulationName } from './collector.js';
import { COLLECTORS } from './services/index.js';
import { Findings } from './findings.js';
import type { Progress } from './progress.js';
import { readPart } from './read-part.js';
import type { ReadingSession } from './read-part.js';
import { kindsBefore, partsOf } from './reading-part.js';
import { rememberRecorded } from './read-recorded.js';
import type { ScopeAccess } from './scopes.js';

interface ScopeReading {
  readonly access: ScopeAccess;
  readonly populations: ReadonlySet<PopulationKind>;
  readonly inventorySource: InventorySource;
  readonly takenAt: Instant;
  readonly signal: AbortSignal;
  readonly inventory: InventoryBuilder;
  readonly onProgress: (progress: Progress) => void;
}

/** A reading of some service, ready to run. */
interface Task {
  readonly yields: readonly PopulationName[];
  readonly before: readonly PageKind[];
  readonly run: () => Promise<void>;
}

/**
 * Reads the populations that are asked for, and those that they come after, from one scope into the inventory. What
 * cannot be read becomes a gap of its population.
 *
 * @throws the signal's reason if it is aborted
 */
export async function readScope(reading: ScopeReading): Promise<void> {
  const { access, inventory, onProgress, populations, signal, takenAt } = reading;
  const { scope } = access;
  const log = createCallLog();
  const clients = openClients(access.connection, log, signal);
  const aggregator = access.aggregator && openAggregator(access.aggregator, log, signal);
  const recorded =
    reading.inventorySource === 'config' ? rememberRecorded({ client: clients.config, scope, signal }) : undefined;
  const findings = new Findings(inventory);
  const session = { scope, takenAt, signal, aggregator, recorded, log, findings, onProgress };
  const tasks = SERVICE_NAMES.flatMap((service) => tasksOf(service, clients, session));
  const asked = tasks.filter(({ yields }) => yields.some(({ kind }) => populations.has(kind)));
  onProgress({ type: 'scopeStarted', scope, readings: asked.length });
  try {
    await runInOrder(asked, tasks);
  } finally {
    for (const service of SERVICE_NAMES) clients[service].destroy();
    aggregator?.client.destroy();
  }
  const calls = [...log.counts(), ...(access.calls?.() ?? [])];
  for (const count of calls) inventory.add('calls', { scope, ...count });
  inventory.add('scopes', { ...scope, principalArn: access.principalArn });
  onProgress({ type: 'scopeRead', scope, calls: calls.reduce((sum, count) => sum + count.calls, 0) });
}

/** Runs tasks at the same time, each as soon as those have ended that yield what it comes after. */
async function runInOrder(asked: readonly Task[], all: readonly Task[]): Promise<void> {
  const running = new Map<Task, Promise<void>>();
  const run = (task: Task): Promise<void> => {
    const known = running.get(task);
    if (known !== undefined) return known;
    const earlier = all.filter(({ yields }) =>
      yields.some(({ kind }) => task.before.some((before) => before === kind)),
    );
    const promise = Promise.all(earlier.map(run)).then(task.run);
    running.set(task, promise);
    return promise;
  };
  await Promise.all(asked.map(run));
}

function tasksOf<Service extends ServiceName>(
  service: Service,
  clients: Pick<ServiceClients, Service>,
  session: ReadingSession,
): readonly Task[] {
  const collector: Collector<Service> = COLLECTORS[service];
  return collector.readings.map((reading) => ({
    yields: reading.yields,
    before: kindsBefore(reading),
    run: async () => {
      const parts = partsOf(reading, session.findings.found);
      await Promise.all(parts.map((part) => readPart(part, collector, clients[service], session)));
    },
  }));
}
