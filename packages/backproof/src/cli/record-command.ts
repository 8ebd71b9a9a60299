import { mergeHistory } from '@backproof/core';
import { recordRun } from '@backproof/ledger';
import type { Command } from 'commander';
import { ownershipTags } from '../config/settings.js';
import { evaluateIn } from '../evaluate.js';
import { withSpool } from '../file-spool.js';
import { ownHash } from '../own-hash.js';
import { EXIT } from './exit-code.js';
import { recordedLine } from './ledger-lines.js';
import { openHistory, openInventoryOf, rememberedBefore } from './open-inventories.js';
import type { JudgingFlags } from './program/flags.js';
import { answer } from './say.js';
import { judgingOptions, settingsOf, workersOf } from './settings-of.js';
import { spoolMemory } from './option-values.js';
import { UsageError } from './usage-error.js';

/** `backproof record`: judges a saved inventory and adds the run to a ledger. Gives the exit code. */
export async function recordCommand(path: string, command: Command): Promise<number> {
  const flags = command.opts<JudgingFlags>();
  if (flags.ledger === undefined) throw new UsageError('no ledger given. Write --ledger FOLDER.');
  const { ledger } = flags;
  const settings = await settingsOf(command);
  const options = { ...(await judgingOptions(flags, settings)), workers: workersOf(flags, settings) };
  return withSpool(spoolMemory(flags), async (spool) => {
    const seen = mergeHistory(await openInventoryOf(path, spool), await openHistory(flags));
    const history = await rememberedBefore(seen.takenAt, flags);
    const run = await evaluateIn(spool, seen, { ...options, history });
    const details = { ...ownershipTags(settings), toolSha256: await ownHash() };
    answer(recordedLine(await recordRun(ledger, seen, run, details)));
    return EXIT.clean;
  });
}
