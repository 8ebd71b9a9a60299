import { goneStory, mergeHistory, resourceStory } from '@backproof/core';
import type { Inventory, Run } from '@backproof/core';
import { renderGoneStory, renderStory } from '@backproof/report-terminal';
import type { Command } from 'commander';
import type { Settings } from '../config/settings.js';
import { evaluate } from '../evaluate.js';
import { messageOf } from '../message-of.js';
import { openRun } from '../run-file.js';
import type { ScanResult } from '../scan.js';
import { UnfinishedScanError } from '../unfinished-scan.js';
import { EXIT } from './exit-code.js';
import { recordedLine } from './ledger-lines.js';
import { openHistory, openInventoryOf, rememberedBefore } from './open-inventories.js';
import { inventoryOutput, outputsOf, reportOutput, rescuedInventory, usesColor, writeOutputs } from './output.js';
import type { Output } from './output.js';
import { progressDisplay } from './progress.js';
import type { JudgingFlags, OutputFlags, ReadingFlags, ReportFlags } from './program/flags.js';
import { requestedReports } from './reports.js';
import { withScanOptions } from './scan-options.js';
import { note, warn } from './say.js';
import { judgingOptions, settingsOf } from './settings-of.js';
import { sourceMapPlacing } from './source-map.js';
import { UsageError } from './usage-error.js';
import { checkLedger, checkOutputs } from './writable.js';

/** `backproof scan`: reads an estate and judges it. Gives the exit code, as all of these do. */
export async function scanCommand(command: Command, signal: AbortSignal): Promise<number> {
  const flags = command.opts<ReadingFlags & OutputFlags & { readonly saveInventory?: string }>();
  const settings = await settingsOf(command);
  const reports = await requestedReports(flags, settings);
  const place = await sourceMapPlacing(flags.sourceMap, reports);
  const { saveInventory } = flags;
  const paths = reports.map(({ path }) => path);
  await checkOutputs({
    outputs: [flags.json, saveInventory, flags.writeBaseline, ...paths],
    inputs: inputsOf(flags, settings),
  });
  await checkLedger(flags.ledger);
  const scanned = await scanWithProgress(flags, settings, signal, 'record').catch(whatThereIs);
  signal.throwIfAborted();
  const { inventory, run } = scanned;
  const isSaved = saveInventory !== undefined && (await writeOutputs([inventoryOutput(saveInventory, inventory)]));
  const isWritten = run !== undefined && (await writeAll(() => outputsOf(run, flags, place(reports, inventory))));
  if (scanned instanceof UnfinishedScanError) {
    const cannot = run === undefined ? 'judge what was read' : `record the run in ${flags.ledger ?? 'the ledger'}`;
    warn(`cannot ${cannot}: ${messageOf(scanned)}`);
  } else if (scanned.recorded !== undefined) {
    note(recordedLine(scanned.recorded));
  }
  const isFinished = isWritten && !(scanned instanceof UnfinishedScanError);
  if (isFinished && (isSaved || saveInventory === undefined)) return EXIT[run.gate.result];
  if (!isSaved) await writeOutputs([rescuedInventory(inventory)]);
  return EXIT.incomplete;
}

/** Writes outputs as `writeOutputs` does; that they cannot even be prepared is no reason to lose a scan. */
async function writeAll(outputs: () => readonly Output[]): Promise<boolean> {
  try {
    return await writeOutputs(outputs());
  } catch (error) {
    warn(`cannot write the outputs: ${messageOf(error)}`);
    return false;
  }
}

/** A scan that did not end is not lost: what it read and judged is written. @throws any other error */
function whatThereIs(error: unknown): UnfinishedScanError {
  if (error instanceof UnfinishedScanError) return error;
  throw error;
}

/** The files that a command reads, as its flags and settings have them. */
function inputsOf(flags: JudgingFlags & OutputFlags, settings: Settings): readonly (string | undefined)[] {
  return [settings.values.baseline?.value, ...(flags.history ?? []), ...(flags.sourceMap ?? [])];
}

/** `backproof evaluate`: judges a saved inventory again. */
export async function evaluateCommand(path: string, command: Command): Promise<number> {
  const flags = command.opts<JudgingFlags & OutputFlags>();
  const settings = await settingsOf(command);
  const reports = await requestedReports(flags, settings);
  const place = await sourceMapPlacing(flags.sourceMap, reports);
  await checkOutputs({
    outputs: [flags.json, flags.writeBaseline, ...reports.map((report) => report.path)],
    inputs: [path, ...inputsOf(flags, settings)],
  });
  const { inventory, run } = await evaluateSaved(path, flags, settings);
  const isWritten = await writeOutputs(outputsOf(run, flags, place(reports, inventory)));
  return isWritten ? EXIT[run.gate.result] : EXIT.incomplete;
}

/** `backproof report`: writes reports of a run that was saved. What the run says of a build was said when it was judged. */
export async function reportCommand(path: string, command: Command): Promise<number> {
  const settings = await settingsOf(command);
  const reports = await requestedReports(command.opts<ReportFlags>(), settings);
  if (reports.length === 0) throw new UsageError('no report given. Write --report markdown=report.md.');
  await checkOutputs({ outputs: reports.map((report) => report.path), inputs: [path] });
  const run = await openRun(path);
  const isWritten = await writeOutputs(reports.map((report) => reportOutput(report, run)));
  return isWritten ? EXIT.clean : EXIT.incomplete;
}

/** `backproof explain`: prints the story of one resource. */
export async function explainCommand(arn: string, command: Command, signal: AbortSignal): Promise<number> {
  const flags = command.opts<ReadingFlags & { readonly inventory?: string }>();
  const settings = await settingsOf(command);
  const { inventory, run } =
    flags.inventory === undefined
      ? await scanWithProgress(flags, settings, signal, 'read')
      : await evaluateSaved(flags.inventory, flags, settings);
  for (const piece of explained(arn, inventory, run)) process.stdout.write(piece);
  return EXIT.clean;
}

/** The story of a resource, or what is left of one that the scan did not list. @throws UsageError if nothing is known of it */
function explained(arn: string, inventory: Inventory, run: Run): Iterable<string> {
  const color = usesColor(process.stdout);
  const story = resourceStory(inventory, run, arn);
  if (story !== undefined) return renderStory(story, { color });
  const gone = goneStory(inventory, run, arn);
  if (gone === undefined) throw new UsageError(notSeen(arn, inventory));
  return renderGoneStory(gone, { color });
}

/** Scans, and uses what the ledger remembers; whether the run is added to it is for the command to say. */
async function scanWithProgress(
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

async function evaluateSaved(path: string, flags: JudgingFlags, settings: Settings): Promise<ScanResult> {
  const judging = await judgingOptions(flags, settings);
  const seen = mergeHistory(await openInventoryOf(path), await openHistory(flags));
  const inventory = mergeHistory(seen, await rememberedBefore(seen.takenAt, flags));
  return { inventory, run: evaluate(inventory, judging) };
}

function notSeen(arn: string, { resources, scopes }: Inventory): string {
  const named = resources.filter(
    ({ name, arn: other }) => name === arn || other.endsWith(`/${arn}`) || other.endsWith(`:${arn}`),
  );
  if (named.length > 0) return `"${arn}" is not an ARN. Did you mean ${named.map((one) => one.arn).join(' or ')}?`;
  const places = scopes.map(({ accountId, region }) => `${accountId} ${region}`).join(', ');
  return `resource "${arn}" not found in ${places}. Check the ARN, the account and the Region.`;
}
