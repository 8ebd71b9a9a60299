import { mergeHistory } from '@backproof/core';
import { recordRun } from '@backproof/ledger';
import type { Command } from 'commander';
import { evaluate } from '../evaluate.js';
import { EXIT } from './exit-code.js';
import { recordedLine } from './ledger-lines.js';
import { openHistory, openInventoryOf, rememberedBefore } from './open-inventories.js';
import type { JudgingFlags } from './program/flags.js';
import { answer } from './say.js';
import { judgingOptions, settingsOf } from './settings-of.js';
import { UsageError } from './usage-error.js';

/** `backproof record`: judges a saved inventory and adds the run to a ledger. Gives the exit code. */
export async function recordCommand(path: string, command: Command): Promise<number> {
  const flags = command.opts<JudgingFlags>();
  if (flags.ledger === undefined) throw new UsageError('no ledger given. Write --ledger FOLDER.');
  const judging = await judgingOptions(flags, await settingsOf(command));
  const seen = mergeHistory(await openInventoryOf(path), await openHistory(flags));
  const run = evaluate(seen, { ...judging, history: await rememberedBefore(seen.takenAt, flags) });
  answer(recordedLine(await recordRun(flags.ledger, seen, run)));
  return EXIT.clean;
}
