import { count, scopeKey } from '@backproof/core';
import type { Inventory } from '@backproof/core';
import type { Command } from 'commander';
import { withSpool } from '../file-spool.js';
import { EXIT } from './exit-code.js';
import { spoolMemory } from './option-values.js';
import { inventoryOutput, writeOutputs } from './output.js';
import type { ReadingFlags } from './program/flags.js';
import { note } from './say.js';
import { collectWithProgress } from './scan-results.js';
import { settingsOf } from './settings-of.js';
import { shardOption } from './shard-option.js';
import { checkOutputs, inputsOf } from './writable.js';

interface CollectFlags extends ReadingFlags {
  readonly out: string;
  readonly shard?: string;
}

/**
 * `backproof collect`: reads an estate, or a part of it, into an inventory, and judges nothing. That something could not be
 * read is for `evaluate` to say.
 */
export async function collectCommand(command: Command, signal: AbortSignal): Promise<number> {
  const flags = command.optsWithGlobals<CollectFlags>();
  const settings = await settingsOf(command);
  const shard = flags.shard === undefined ? undefined : shardOption(flags.shard);
  await checkOutputs({ outputs: [flags.out], inputs: inputsOf(flags, settings) });
  return withSpool(spoolMemory(flags), async (spool) => {
    const inventory = await collectWithProgress(flags, settings, signal, { spool, shard });
    signal.throwIfAborted();
    note(readLine(inventory));
    return (await writeOutputs([inventoryOutput(flags.out, inventory)])) ? EXIT.clean : EXIT.incomplete;
  });
}

function readLine({ resources, recoveryPoints, scopes, populations, shard }: Inventory): string {
  const partial = populations.filter(({ status }) => status !== 'complete').length;
  const part = shard === undefined ? '' : `part ${String(shard.index)} of ${String(shard.of)}: `;
  const places = count(new Set(scopes.map(scopeKey)).size, 'scope');
  const read = `${count(resources.length, 'resource')} and ${count(recoveryPoints.count, 'recovery point')} in ${places}`;
  return `${part}${read}${partial === 0 ? '' : `; ${count(partial, 'list')} not read completely`}`;
}
