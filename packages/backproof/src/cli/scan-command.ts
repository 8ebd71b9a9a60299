import type { ReportedRun } from '@backproof/core';
import type { Command } from 'commander';
import { activeRules } from '../config/settings.js';
import { withSpool } from '../file-spool.js';
import { messageOf } from '../message-of.js';
import { notify, recipientsOf } from '../notify/notify.js';
import type { ScanInParts } from '../scan.js';
import { UnfinishedScanError } from '../unfinished-scan.js';
import type { ColorFlag } from './color.js';
import { EXIT } from './exit-code.js';
import type { Keep } from './keep.js';
import { recordedLine } from './ledger-lines.js';
import { spoolMemory } from './option-values.js';
import { inventoryOutput, outputsOf, rescuedInventory, writeOutputs } from './output.js';
import type { Output } from './output.js';
import type { OutputFlags, ReadingFlags } from './program/flags.js';
import { requestedReports, screenOptions } from './reports.js';
import { note, warn } from './say.js';
import { scanWithProgress } from './scan-results.js';
import { settingsOf } from './settings-of.js';
import { sourceMapPlacing } from './source-map.js';
import { supplementOf } from './supplement.js';
import { UsageError } from './usage-error.js';
import { checkLedger, checkOutputs, inputsOf } from './writable.js';

type ScanFlags = ReadingFlags & OutputFlags & ColorFlag & { readonly saveInventory?: string };

/** `backproof scan`: reads an estate and judges it. Gives the exit code, as all of these do. */
export async function scanCommand(command: Command, signal: AbortSignal, keep: Keep): Promise<number> {
  const flags = command.optsWithGlobals<ScanFlags>();
  const settings = await settingsOf(command);
  const recipients = recipientsOf(flags.notify);
  const leftovers = settings.values.leftovers.value;
  if (leftovers === 'off' && flags.ledger !== undefined) {
    throw new UsageError('a ledger records all recovery points. Leave out --ledger, or let leftovers be looked for.');
  }
  const reports = await requestedReports(flags, settings, 'terminal');
  const screen = await screenOptions('terminal', flags, settings);
  const place = await sourceMapPlacing(flags.sourceMap, reports);
  const paths = reports.map(({ path }) => path);
  await checkOutputs({
    outputs: [flags.json, flags.saveInventory, flags.writeBaseline, ...paths],
    inputs: inputsOf(flags, settings),
  });
  await checkLedger(flags.ledger);
  return withSpool(spoolMemory(flags), async (spool) => {
    const scanned = await scanWithProgress(flags, settings, signal, 'record', spool, leftovers).catch(whatThereIs);
    signal.throwIfAborted();
    keep(() => writeOutputs([rescuedInventory(scanned.inventory)]));
    const outputs = (run: ReportedRun) => {
      const supplement = supplementOf(scanned.inventory, run, activeRules(settings));
      return outputsOf(run, flags, screen, place(reports, scanned.inventory), supplement);
    };
    const exitCode = await written(scanned, flags, outputs);
    keep(undefined);
    if (scanned.run !== undefined) await notify(recipients, scanned.run);
    return exitCode;
  });
}

/** Writes what a scan gave, and says how it ended. */
async function written(
  scanned: ScanInParts | UnfinishedScanError,
  { saveInventory, ledger }: ScanFlags,
  outputs: (run: ReportedRun) => readonly Output[],
): Promise<number> {
  const { inventory, run } = scanned;
  const isSaved = saveInventory !== undefined && (await writeOutputs([inventoryOutput(saveInventory, inventory)]));
  const isWritten = run !== undefined && (await writeAll(() => outputs(run)));
  if (scanned instanceof UnfinishedScanError) {
    const cannot = run === undefined ? 'judge what was read' : `record the run in ${ledger ?? 'the ledger'}`;
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
