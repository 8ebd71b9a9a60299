import type { Command } from 'commander';
import { collectInParts } from './collect-in-parts.js';
import type { PartsFlags } from './collect-in-parts.js';
import { collectPart } from './collect-part.js';
import type { JudgingFlags } from './program/flags.js';
import { settingsOf } from './settings-of.js';
import { shardOption } from './shard-option.js';
import { UsageError } from './usage-error.js';
import { checkOutputs, inputsOf } from './writable.js';

interface CollectFlags extends PartsFlags {
  readonly out?: string;
  readonly shard?: string;
  readonly resume?: string;
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
  if (flags.resume !== undefined) return collectInParts(flags.resume, flags, await settingsOf(command), signal);
  if (flags.parts !== undefined) throw new UsageError('--parts needs --resume FOLDER.');
  const { out } = flags;
  if (out === undefined) throw new UsageError('no file to write. Give --out FILE, or --resume FOLDER.');
  const shard = flags.shard === undefined ? undefined : shardOption(flags.shard);
  // A part that was read for an hour would be refused at the end.
  if (shard !== undefined && flags.now === undefined && flags.sandbox === undefined) {
    throw new UsageError('--shard needs --now TIME, the same one for all parts, such as the start of the pipeline.');
  }
  const settings = await settingsOf(command);
  await checkOutputs({ outputs: [out], inputs: inputsOf(flags, settings) });
  return collectPart(out, flags, settings, signal, shard);
}
