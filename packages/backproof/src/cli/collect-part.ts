import { count, scopeKey } from '@backproof/core';
import type { Inventory, Shard } from '@backproof/core';
import type { Settings } from '../config/settings.js';
import { withSpool } from '../file-spool.js';
import { EXIT } from './exit-code.js';
import { spoolMemory } from './option-values.js';
import { inventoryOutput, writeOutputs } from './output.js';
import type { ReadingFlags } from './program/flags.js';
import { note } from './say.js';
import { collectWithProgress } from './scan-results.js';

/** Reads an estate, or a part of it, into a file. */
export async function collectPart(
  out: string,
  flags: ReadingFlags,
  settings: Settings,
  signal: AbortSignal,
  shard: Shard | undefined,
): Promise<number> {
  return withSpool(spoolMemory(flags), async (spool) => {
    const inventory = await collectWithProgress(flags, settings, signal, { spool, shard });
    signal.throwIfAborted();
    note(readLine(inventory));
    return (await writeOutputs([inventoryOutput(out, inventory)])) ? EXIT.clean : EXIT.incomplete;
  });
}

function readLine({ resources, recoveryPoints, scopes, populations, shard }: Inventory): string {
  const partial = populations.filter(({ status }) => status !== 'complete').length;
  const part = shard === undefined ? '' : `part ${String(shard.index)} of ${String(shard.of)}: `;
  const places = count(new Set(scopes.map(scopeKey)).size, 'scope');
  const read = `${count(resources.length, 'resource')} and ${count(recoveryPoints.count, 'recovery point')} in ${places}`;
  return `${part}${read}${partial === 0 ? '' : `; ${count(partial, 'list')} not read completely`}`;
}
