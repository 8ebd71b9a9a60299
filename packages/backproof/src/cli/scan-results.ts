import { mergeHistory } from '@backproof/core';
import type { Settings } from '../config/settings.js';
import { evaluate } from '../evaluate.js';
import type { ScanResult } from '../scan.js';
import { openHistory, openInventoryOf, rememberedBefore } from './open-inventories.js';
import { progressDisplay } from './progress.js';
import type { JudgingFlags, ReadingFlags } from './program/flags.js';
import { withScanOptions } from './scan-options.js';
import { judgingOptions } from './settings-of.js';

/** Scans, and uses what the ledger remembers; whether the run is added to it is for the command to say. */
export async function scanWithProgress(
  flags: ReadingFlags,
  settings: Settings,
  signal: AbortSignal,
  ledger: 'record' | 'read',
): Promise<ScanResult> {
  const history = await openHistory(flags);
  const judging = await judgingOptions(flags, settings);
  return withScanOptions(flags, settings, judging, async (options) => {
    const { scan } = await import('../scan.js');
    const now = options.now ?? Date.now();
    const known =
      ledger === 'record'
        ? { history, ledger: flags.ledger }
        : { history: [...history, ...(await rememberedBefore(now, flags))] };
    const progress = await progressDisplay(process.stderr);
    try {
      return await scan({ ...options, ...known, now, signal, onProgress: progress.show });
    } finally {
      progress.stop();
    }
  });
}

/** Judges a saved inventory, and uses what the ledger remembers of before. */
export async function evaluateSaved(path: string, flags: JudgingFlags, settings: Settings): Promise<ScanResult> {
  const judging = await judgingOptions(flags, settings);
  const seen = mergeHistory(await openInventoryOf(path), await openHistory(flags));
  const inventory = mergeHistory(seen, await rememberedBefore(seen.takenAt, flags));
  return { inventory, run: evaluate(inventory, judging) };
}
