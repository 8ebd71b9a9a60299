import { searchesFor, untestedSince } from '@backproof/core';
import type { InventoryBuilder, Instant } from '@backproof/core';
import type { Account } from './account.js';
import { createCallLog } from './call-log.js';
import type { ServiceReading } from './load-readings.js';
import { openService, openServices } from './open-service.js';
import { Findings } from './findings.js';
import type { Progress } from './progress.js';
import { readPart } from './read-part.js';
import { kindsBefore, partsOf } from './reading-part.js';
import type { RememberRecorded } from './recorded-resource.js';
import type { ListAccount, PointsWanted } from './reading.js';
import type { Patience } from './scan-limits.js';
import type { ScopeAccess } from './scopes.js';
import type { Service } from './service.js';
import { watchForStalls } from './stall-watch.js';
import { config } from './services/config/service.js';

interface ScopeReading {
  readonly access: ScopeAccess;
  readonly account: Account;
  readonly readings: readonly ServiceReading[];
  /** Absent: AWS Config is no source of the inventory. */
  readonly rememberRecorded: RememberRecorded | undefined;
  readonly takenAt: Instant;
  readonly points: PointsWanted | undefined;
  readonly nativeRestoresWithin: number;
  readonly signal: AbortSignal;
  readonly patience: Patience;
  readonly usesClock: boolean;
  readonly inventory: InventoryBuilder;
  readonly onProgress: (progress: Progress) => void;
  /** Called when everything is read except what waits for the rate of a service. */
  readonly onPrompt: () => void;
}

/**
 * Reads one scope into the inventory. What cannot be read becomes a gap of its population.
 *
 * @throws the signal's reason if it is aborted
 */
export async function readScope(reading: ScopeReading): Promise<void> {
  const { access, account, readings, inventory, onProgress, signal, takenAt, points, patience, usesClock } = reading;
  const { scope } = access;
  const log = createCallLog();
  const watch = watchForStalls(patience.limits.stalledMs);
  const stopListening = account.onAnswer(watch.answered);
  const ends = [...patience.ends, watch.signal];
  const opening = { log, signal, ends, limits: patience.limits, onAnswer: watch.answered };
  const opened = openServices({ ...opening, connection: access.connection });
  const aggregator = access.aggregator && {
    name: access.aggregator.name,
    calls: openService(config, { ...opening, connection: access.aggregator.connection }),
  };
  const recorded = reading.rememberRecorded?.({ calls: opened.open(config), scope, signal });
  const findings = new Findings(inventory);
  const session = {
    ...{ scope, takenAt, points, signal, usesClock, aggregator, recorded, log, account, findings, onProgress },
    callsOf: opened.open,
  };
  const shareOf = (service: Service) => (list: ListAccount) => account.shareOf(service, list);
  const searches = () =>
    searchesFor(
      untestedSince(takenAt - reading.nativeRestoresWithin, findings.found('resources'), findings.restores()),
    );
  onProgress({ type: 'scopeStarted', scope, readings: readings.length });
  try {
    const running = inOrder(readings, async ({ service, reading }) => {
      const calls = opened.open(service);
      const parts = partsOf(reading, findings.found, shareOf(service), searches, points?.further);
      await Promise.all(parts.map((part) => readPart(part, service, calls, session)));
      onProgress({ type: 'readingRead', scope, service: service.name });
    });
    const prompt = running.filter((_, index) => readings[index]?.service.requestsPerSecond === undefined);
    void Promise.all(prompt).then(reading.onPrompt, () => undefined);
    await Promise.all(running);
  } finally {
    watch.stop();
    stopListening();
    opened.close();
    aggregator?.calls.close();
  }
  const ofAccount = account.home === scope ? account.log.counts() : [];
  const calls = [...log.counts(), ...ofAccount, ...(access.calls?.() ?? [])];
  for (const count of calls) inventory.add('calls', { scope, ...count });
  inventory.add('scopes', { ...scope, principalArn: access.principalArn });
  for (const each of access.accounts ?? []) inventory.add('accounts', each);
  onProgress({ type: 'scopeRead', scope, calls: calls.reduce((sum, count) => sum + count.calls, 0) });
}

/** Runs readings at the same time, each as soon as those have ended that yield what it comes after. */
function inOrder(
  readings: readonly ServiceReading[],
  read: (each: ServiceReading) => Promise<void>,
): readonly Promise<void>[] {
  const running = new Map<ServiceReading, Promise<void>>();
  const run = (each: ServiceReading): Promise<void> => {
    const known = running.get(each);
    if (known !== undefined) return known;
    const before = kindsBefore(each.reading);
    const earlier = readings.filter(({ reading }) =>
      reading.yields.some(({ kind }) => before.some((name) => name === kind)),
    );
    const promise = Promise.all(earlier.map(run)).then(() => read(each));
    running.set(each, promise);
    return promise;
  };
  return readings.map(run);
}
