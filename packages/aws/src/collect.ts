import { InventoryBuilder } from '@backproof/core';
import type { Instant, Inventory, PopulationKind, Shard, Spool } from '@backproof/core';
import pLimit from 'p-limit';
import { accountsOf } from './account.js';
import { isFromClock } from './clock.js';
import { openPool } from './connection-pool.js';
import type { ConnectionPool } from './connection-pool.js';
import { loadReadings } from './load-readings.js';
import type { Progress } from './progress.js';
import type { InventorySource, PointsWanted } from './reading.js';
import { readScope } from './read-scope.js';
import { SCAN_LIMITS } from './scan-limits.js';
import type { Patience, ScanLimits } from './scan-limits.js';
import { scanSignal } from './scan-signal.js';
import type { ScopeAccess } from './scopes.js';
import { endingAt } from './stall-watch.js';
import { SERVICES } from './services/index.js';
import type { Service } from './service.js';

const SCOPES_AT_ONCE = 6;

export interface CollectOptions {
  /** From `resolveScopes`. Their connections are closed in the end. */
  readonly scopes: readonly ScopeAccess[];
  /** The kinds that are needed. What they come after is read too. */
  readonly populations: ReadonlySet<PopulationKind>;
  /**
   * A resource that AWS Backup restored successfully in this time, in milliseconds, has no need of restores without AWS
   * Backup: they are searched for where others exist. Absent: wherever resources exist.
   */
  readonly nativeRestoresWithin?: number | undefined;
  /** The recovery points to ask for. Absent: all. */
  readonly points?: PointsWanted | undefined;
  /** Absent: all that Backproof knows. */
  readonly services?: readonly Service[] | undefined;
  /** Absent: the services alone. */
  readonly inventorySource?: InventorySource | undefined;
  /** Now. */
  readonly takenAt: Instant;
  /** The part of a scan that the scopes are, as `resolveScopes` found them. Absent: they are all. */
  readonly shard?: Shard | undefined;
  /** Where recovery points go that do not all fit into memory. Absent: they stay there. */
  readonly spool?: Spool | undefined;
  readonly signal?: AbortSignal | undefined;
  /** When it is aborted, nothing more is read: what was read is kept, and the rest are gaps. */
  readonly deadline?: AbortSignal | undefined;
  /** Absent, or in part: those of `SCAN_LIMITS`. */
  readonly limits?: Partial<ScanLimits> | undefined;
  /** Called often: it should be quick. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/**
 * Reads scopes into an inventory. If one operation or a whole Region cannot be read, its populations record it, and
 * everything else is still read.
 *
 * @throws the signal's reason (an `AbortError` by default) if it is aborted
 */
export async function collect(options: CollectOptions): Promise<Inventory> {
  const { services = SERVICES, populations, inventorySource = 'services', takenAt, points } = options;
  const { nativeRestoresWithin = 0, onProgress = () => undefined } = options;
  const signal = scanSignal(options.signal);
  const patience: Patience = {
    ends: options.deadline === undefined ? [] : [endingAt(options.deadline)],
    limits: { ...SCAN_LIMITS, ...options.limits },
  };
  const usesClock = isFromClock(takenAt, Date.now());
  const inventory = new InventoryBuilder(takenAt, { spool: options.spool, shard: options.shard });
  const readings = await loadReadings(services, populations);
  const rememberRecorded =
    inventorySource === 'config' ? (await import('./read-recorded.js')).rememberRecorded : undefined;
  const pool = options.scopes[0]?.connection.pool ?? (await openPool(patience.limits.requestsPerSecond));
  const scopes = options.scopes.map((access) => pooled(access, pool));
  const accounts = accountsOf(scopes, signal, patience);
  onProgress({ type: 'started', readings: accounts.size * readings.length });
  const limit = pLimit(SCOPES_AT_ONCE);
  const scopesRead = [...accounts].map(async ([access, account]) => {
    let whole = Promise.resolve();
    // The next scope begins while this one waits for the rate of a service.
    const prompt = (onPrompt: () => void) => {
      signal.throwIfAborted();
      whole = readScope({
        ...{ access, account, readings, rememberRecorded, takenAt, usesClock },
        ...{ signal, patience, inventory, onProgress, onPrompt, nativeRestoresWithin, points },
      });
      return whole;
    };
    await limit(() => new Promise<void>((resolve, reject) => void prompt(resolve).then(resolve, reject)));
    await whole;
  });
  try {
    await Promise.all(scopesRead);
  } finally {
    for (const account of accounts.values()) account.close();
    pool.close();
  }
  return inventory.build();
}

/** The same access, by the connections of a pool. */
function pooled({ connection, aggregator, ...access }: ScopeAccess, pool: ConnectionPool): ScopeAccess {
  return {
    ...access,
    connection: { ...connection, pool },
    ...(aggregator && { aggregator: { ...aggregator, connection: { ...aggregator.connection, pool } } }),
  };
}
