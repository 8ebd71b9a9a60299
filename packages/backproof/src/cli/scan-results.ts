import { IN_MEMORY, mergeHistory } from '@backproof/core';
import type { Inventory, Shard, Spool } from '@backproof/core';
import type { Settings } from '../config/settings.js';
import { evaluateIn } from '../evaluate.js';
import type { ScanInParts } from '../scan.js';
import { openHistory, openInventories, rememberedBefore } from './open-inventories.js';
import { progressDisplay } from './progress.js';
import type { JudgingFlags, ReadingFlags } from './program/flags.js';
import { withScanOptions } from './scan-options.js';
import { judgingOptions, workersOf } from './settings-of.js';

/** Scans, and uses what the ledger remembers; whether the run is added to it is for the command to say. */
export async function scanWithProgress(
  flags: ReadingFlags,
  settings: Settings,
  signal: AbortSignal,
  ledger: 'record' | 'read',
  spool: Spool = IN_MEMORY,
  leftovers: 'on' | 'off' = 'on',
): Promise<ScanInParts> {
  const history = await openHistory(flags);
  const judging = await judgingOptions(flags, settings);
  const workers = workersOf(flags, settings);
  return withScanOptions(flags, settings, judging, async (options) => {
    const { scanIn } = await import('../scan.js');
    const now = options.now ?? Date.now();
    const known =
      ledger === 'record'
        ? { history, ledger: flags.ledger }
        : { history: [...history, ...(await rememberedBefore(now, flags))] };
    const progress = await progressDisplay(process.stderr);
    try {
      return await scanIn(spool, { ...options, ...known, workers, leftovers, now, signal, onProgress: progress.show });
    } finally {
      progress.stop();
    }
  });
}

/** Reads an estate, or a part of it, and judges nothing. */
export async function collectWithProgress(
  flags: ReadingFlags,
  settings: Settings,
  signal: AbortSignal,
  { spool, shard }: { readonly spool: Spool; readonly shard: Shard | undefined },
): Promise<Inventory> {
  const judging = await judgingOptions(flags, settings);
  return withScanOptions(flags, settings, judging, async (options) => {
    const { collectIn } = await import('../scan.js');
    const progress = await progressDisplay(process.stderr);
    try {
      return await collectIn(spool, { ...options, shard, signal, onProgress: progress.show });
    } finally {
      progress.stop();
    }
  });
}

/** Judges a saved inventory, or all parts of one, and uses what the ledger remembers of before. */
export async function evaluateSaved(
  paths: string | readonly string[],
  flags: JudgingFlags,
  settings: Settings,
  spool: Spool = IN_MEMORY,
): Promise<ScanInParts> {
  const judging = await judgingOptions(flags, settings);
  const seen = mergeHistory(
    await openInventories(typeof paths === 'string' ? [paths] : paths, spool),
    await openHistory(flags),
  );
  const inventory = mergeHistory(seen, await rememberedBefore(seen.takenAt, flags));
  return { inventory, run: await evaluateIn(spool, inventory, { ...judging, workers: workersOf(flags, settings) }) };
}
