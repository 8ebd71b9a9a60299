import { mergeHistory, resourceStory } from '@backproof/core';
import type { Inventory, Run } from '@backproof/core';
import { renderStory } from '@backproof/report-terminal';
import { evaluate } from '../evaluate.js';
import { openInventory, saveInventory } from '../inventory-file.js';
import { EXIT } from './exit-code.js';
import { checkWritable, usesColor, writeRun } from './output.js';
import { progressDisplay } from './progress.js';
import { judgingOptions, withScanOptions } from './scan-options.js';
import type { JudgingFlags, ReadingFlags } from './scan-options.js';
import { UsageError } from './usage-error.js';

/** `backproof scan`: reads an estate and judges it. Gives the exit code, as all of these do. */
export async function scanCommand(
  flags: ReadingFlags & { readonly json?: string; readonly saveInventory?: string },
  signal: AbortSignal,
): Promise<number> {
  await checkWritable([flags.json, flags.saveInventory]);
  const { inventory, run } = await scanWithProgress(flags, signal);
  if (flags.saveInventory !== undefined) await saveInventory(flags.saveInventory, inventory);
  return writeRun(run, flags.json);
}

/** `backproof evaluate`: judges a saved inventory again. */
export async function evaluateCommand(path: string, flags: JudgingFlags & { readonly json?: string }): Promise<number> {
  await checkWritable([flags.json]);
  const { run } = await evaluateSaved(path, flags);
  return writeRun(run, flags.json);
}

/** `backproof explain`: tells the story of one resource. */
export async function explainCommand(
  arn: string,
  flags: ReadingFlags & { readonly inventory?: string },
  signal: AbortSignal,
): Promise<number> {
  const { inventory, run } =
    flags.inventory === undefined ? await scanWithProgress(flags, signal) : await evaluateSaved(flags.inventory, flags);
  const story = resourceStory(inventory, run, arn);
  if (story === undefined) throw new UsageError(notSeen(arn, inventory));
  for (const piece of renderStory(story, { color: usesColor(process.stdout) })) process.stdout.write(piece);
  return EXIT.clean;
}

async function scanWithProgress(flags: ReadingFlags, signal: AbortSignal): Promise<{ inventory: Inventory; run: Run }> {
  const history = await openHistory(flags);
  return withScanOptions(flags, async (options) => {
    const { scan } = await import('../scan.js');
    const progress = progressDisplay(process.stderr);
    try {
      return await scan({ ...options, history, signal, onProgress: progress.show });
    } finally {
      progress.stop();
    }
  });
}

async function evaluateSaved(path: string, flags: JudgingFlags): Promise<{ inventory: Inventory; run: Run }> {
  const options = judgingOptions(flags);
  const inventory = mergeHistory(await openInventoryOf(path), await openHistory(flags));
  return { inventory, run: evaluate(inventory, options) };
}

async function openHistory({ history = [] }: JudgingFlags): Promise<readonly Inventory[]> {
  return Promise.all(history.map(openInventoryOf));
}

async function openInventoryOf(path: string): Promise<Inventory> {
  try {
    return await openInventory(path);
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new UsageError(
      `cannot read the inventory ${path}: ${cause}. Write one with: backproof scan --save-inventory FILE`,
      {
        cause: error,
      },
    );
  }
}

function notSeen(arn: string, { resources, scopes }: Inventory): string {
  const named = resources.filter(
    ({ name, arn: other }) => name === arn || other.endsWith(`/${arn}`) || other.endsWith(`:${arn}`),
  );
  if (named.length > 0) return `"${arn}" is no ARN. Did you mean ${named.map((one) => one.arn).join(' or ')}?`;
  const places = scopes.map(({ accountId, region }) => `${accountId} ${region}`).join(', ');
  return `no resource "${arn}" was seen in ${places}. Check the ARN, the account and the Region.`;
}
