import { count, scopeKey } from '@backproof/core';
import type { Inventory } from '@backproof/core';
import type { Command } from 'commander';
import { withSpool } from '../file-spool.js';
import { EXIT } from './exit-code.js';
import { spoolMemory } from './option-values.js';
import { inventoryOutput, writeOutputs } from './output.js';
import type { JudgingFlags, ReadingFlags } from './program/flags.js';
import { note } from './say.js';
import { collectWithProgress } from './scan-results.js';
import { settingsOf } from './settings-of.js';
import { shardOption } from './shard-option.js';
import { UsageError } from './usage-error.js';
import { checkOutputs, inputsOf } from './writable.js';

interface CollectFlags extends ReadingFlags {
  readonly out: string;
  readonly shard?: string;
}

/** The flags of judging, which change nothing that is read. */
const OF_JUDGING = {
  ...{ type: '--type', tag: '--tag', include: '--include', failOn: '--fail-on', unknown: '--unknown' },
  ...{ baseline: '--baseline', history: '--history', ledger: '--ledger', workers: '--workers' },
} as const satisfies Partial<Record<keyof JudgingFlags, string>>;

/**
 * `backproof collect`: reads an estate, or a part of it, into an inventory, and judges nothing. That something could not be
 * read is for `evaluate` to say.
 */
export async function collectCommand(command: Command, signal: AbortSignal): Promise<number> {
  const flags = command.optsWithGlobals<CollectFlags>();
  for (const [name, flag] of Object.entries(OF_JUDGING)) {
    if (command.getOptionValueSource(name) !== 'cli') continue;
    throw new UsageError(`${flag} has no effect on collect, which judges nothing. Give it to evaluate.`);
  }
  const shard = flags.shard === undefined ? undefined : shardOption(flags.shard);
  // A part that was read for an hour would be refused at the end.
  if (shard !== undefined && flags.now === undefined && flags.sandbox === undefined) {
    throw new UsageError('--shard needs --now TIME, the same one for all parts, such as the start of the pipeline.');
  }
  const settings = await settingsOf(command);
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
