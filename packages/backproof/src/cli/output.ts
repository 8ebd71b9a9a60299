import { writeFile } from 'node:fs/promises';
import { canonicalJson } from '@backproof/core';
import type { Run } from '@backproof/core';
import { terminal } from '@backproof/report-terminal';
import picocolors from 'picocolors';
import { writeAtomically } from '../write-atomically.js';
import { EXIT } from './exit-code.js';
import { writeReports } from './reports.js';
import type { RequestedReport } from './reports.js';
import { STDOUT } from './writable.js';

/** Writes a run for people and as the reports that are asked for; gives the exit code that it means. */
export async function writeRun(
  run: Run,
  json: string | undefined,
  reports: readonly RequestedReport[],
): Promise<number> {
  // If standard output has the document, the report goes to standard error.
  const isTaken = json === STDOUT || reports.some(({ path }) => path === STDOUT);
  const stream = isTaken ? process.stderr : process.stdout;
  for (const piece of terminal.render(run, { color: usesColor(stream) })) stream.write(piece);
  if (json === STDOUT) process.stdout.write(runDocument(run));
  else if (json !== undefined) await writeAtomically(json, (temporary) => writeFile(temporary, runDocument(run)));
  const failed = await writeReports(run, reports);
  return failed.length > 0 ? EXIT.incomplete : EXIT[run.gate.result];
}

/** Returns whether to use colour: at a terminal, unless `NO_COLOR` is set; everywhere if `FORCE_COLOR` is set. */
export function usesColor(stream: NodeJS.WriteStream): boolean {
  return picocolors.isColorSupported && (stream.isTTY || 'FORCE_COLOR' in process.env);
}

/** The run in canonical form: the same run gives the same bytes. */
function runDocument(run: Run): string {
  return `${canonicalJson(run)}\n`;
}
