import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { baselineOf, canonicalJsonPieces, defined } from '@backproof/core';
import type { Inventory, ReportedRun, Supplement } from '@backproof/core';
import { terminal } from '@backproof/report-terminal';
import { saveBaseline } from '../baseline-file.js';
import { saveInventory } from '../inventory-file.js';
import { messageOf } from '../message-of.js';
import { pieces, writeOutput } from '../output-file.js';
import { saveReport } from '../report-file.js';
import { usesColor } from './color.js';
import type { ColorFlag } from './color.js';
import { columnsOf } from './columns.js';
import { openPage } from './open-page.js';
import type { OutputFlags } from './program/flags.js';
import type { RequestedReport } from './reports.js';
import { note, warn } from './say.js';
import { trendBefore } from './trend.js';
import { STDOUT } from './writable.js';

/** One thing that a command writes. */
export interface Output {
  /** `the sarif report report.sarif` */
  readonly name: string;
  /** Writes it, whole or not at all; gives what there is to say of it. */
  readonly write: () => string | undefined | Promise<string | undefined>;
}

/**
 * Writes each of the outputs, and reports those that cannot be written: none keeps the others from being written.
 *
 * @returns true if all were written
 */
export async function writeOutputs(outputs: readonly Output[]): Promise<boolean> {
  let isComplete = true;
  for (const { name, write } of outputs) {
    try {
      const said = await write();
      if (said !== undefined) note(said);
    } catch (error) {
      warn(`cannot write ${name}: ${messageOf(error)}`);
      isComplete = false;
    }
  }
  return isComplete;
}

/**
 * All outputs of a run: for people, with the options `screen`; as JSON, as the baseline of later runs, as reports.
 *
 * @param supplement - what reports show beside the run
 */
export function outputsOf(
  run: ReportedRun,
  flags: OutputFlags & ColorFlag,
  screen: object,
  reports: readonly RequestedReport[],
  supplement?: Supplement,
): readonly Output[] {
  const { json, writeBaseline } = flags;
  // If standard output has a document, the report for people goes to standard error.
  const isTaken = json === STDOUT || reports.some(({ path }) => path === STDOUT);
  return [
    onScreen(run, isTaken ? process.stderr : process.stdout, flags, screen),
    ...(json === undefined ? [] : [runOutput(json, run)]),
    ...(writeBaseline === undefined ? [] : [baselineOutput(writeBaseline, run)]),
    ...reports.map((report) => reportOutput(report, run, supplement)),
  ];
}

/** A run as JSON. */
export function runOutput(path: string, run: ReportedRun): Output {
  return { name: `the run ${path}`, write: () => writeDocument(path, runDocument(run)) };
}

/** A report of a run. @param supplement what it shows beside the run. Absent: nothing */
export function reportOutput(report: RequestedReport, run: ReportedRun, supplement?: Supplement): Output {
  const { reporter, path, isOpened } = report;
  const name = `the ${reporter.id} report ${path}`;
  if (path === STDOUT) {
    return {
      name,
      write: async () => writeDocument(path, reporter.render(run, await optionsFor(report, run), supplement)),
    };
  }
  return {
    name,
    write: async () => {
      const options = await optionsFor(report, run);
      const { bytes, sha256 } = await saveReport(path, reporter, run, options, supplement);
      const why = isOpened ? await openPage(path) : undefined;
      const written = `wrote ${reporter.id} to ${path}: ${bytes.toLocaleString('en')} bytes, SHA-256 ${sha256}`;
      return why === undefined ? written : `${written}. Not opened: ${why}`;
    },
  };
}

/** The options of a report; with a trend, which depends on what the run judged. */
async function optionsFor({ options, trend }: RequestedReport, run: ReportedRun): Promise<object> {
  return trend === undefined ? options : { ...options, history: await trendBefore(trend, run) };
}

/** The inventory of a scan, to be judged again without AWS. */
export function inventoryOutput(path: string, inventory: Inventory): Output {
  return {
    name: `the inventory ${path}`,
    write: async () => {
      await saveInventory(path, inventory);
      return undefined;
    },
  };
}

/** The inventory of a scan that was not asked for, where another file could not be written: a long scan is not lost. */
export function rescuedInventory(inventory: Inventory): Output {
  const path = join(tmpdir(), `backproof-${randomUUID()}.ndjson.gz`);
  const { name, write } = inventoryOutput(path, inventory);
  return {
    name,
    write: async () => {
      await write();
      return `The inventory is saved. Write the rest again with: backproof evaluate ${path}`;
    },
  };
}

function baselineOutput(path: string, run: ReportedRun): Output {
  return {
    name: `the baseline ${path}`,
    write: async () => {
      await saveBaseline(path, baselineOf(run));
      return undefined;
    },
  };
}

function onScreen(
  run: ReportedRun,
  stream: NodeJS.WriteStream,
  { verbose, groupBy, ...flags }: OutputFlags & ColorFlag,
  options: object,
): Output {
  const asked = defined({ verbose, groupBy, color: usesColor(stream, flags), width: columnsOf(stream) });
  return {
    name: 'the report on the terminal',
    write: () => {
      for (const piece of terminal.render(run, { ...options, ...asked })) stream.write(piece);
      return undefined;
    },
  };
}

/** Writes a document to a file, whole or not at all, or to standard output. */
export async function writeDocument(path: string, content: Iterable<string>): Promise<undefined> {
  if (path !== STDOUT) await writeOutput(path, pieces(content));
  else for (const piece of content) process.stdout.write(piece);
}

/** The run in canonical form: the same run gives the same bytes. */
function* runDocument(run: ReportedRun): Generator<string> {
  yield* canonicalJsonPieces(run);
  yield '\n';
}
