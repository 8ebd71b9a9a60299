import { InventoryBuilder } from '@backproof/core';
import type { Instant, Inventory, PopulationKind } from '@backproof/core';
import pLimit from 'p-limit';
import type { InventorySource } from './collector.js';
import type { Progress } from './progress.js';
import { readScope } from './read-scope.js';
import { scanSignal } from './scan-signal.js';
import type { ScopeAccess } from './scopes.js';

const SCOPES_AT_ONCE = 6;

export interface CollectOptions {
  /** From `resolveScopes`. */
  readonly scopes: readonly ScopeAccess[];
  /** The kinds that are needed. What they come after is read too. */
  readonly populations: ReadonlySet<PopulationKind>;
  /** Absent: the services alone. */
  readonly inventorySource?: InventorySource | undefined;
  /** Now. */
  readonly takenAt: Instant;
  readonly signal?: AbortSignal | undefined;
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
  const { scopes, populations, inventorySource = 'services', takenAt, onProgress = () => undefined } = options;
  const signal = scanSignal(options.signal);
  const inventory = new InventoryBuilder(takenAt);
  const limit = pLimit(SCOPES_AT_ONCE);
  const readings = scopes.map((access) =>
    limit(() => {
      signal.throwIfAborted();
      return readScope({ access, populations, inventorySource, takenAt, signal, inventory, onProgress });
    }),
  );
  await Promise.all(readings);
  return inventory.build();
}
