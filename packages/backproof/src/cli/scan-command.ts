import type { Command } from 'commander';
import { messageOf } from '../message-of.js';
import { UnfinishedScanError } from '../unfinished-scan.js';
import { EXIT } from './exit-code.js';
import { recordedLine } from './ledger-lines.js';
import { inventoryOutput, outputsOf, rescuedInventory, writeOutputs } from './output.js';
import type { Output } from './output.js';
import type { OutputFlags, ReadingFlags } from './program/flags.js';
import { requestedReports } from './reports.js';
import { note, warn } from './say.js';
import { scanWithProgress } from './scan-results.js';
import { settingsOf } from './settings-of.js';
import { sourceMapPlacing } from './source-map.js';
import { checkLedger, checkOutputs, inputsOf } from './writable.js';

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
