import { constants } from 'node:fs';
import { access, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { canonicalJson } from '@backproof/core';
import type { Run } from '@backproof/core';
import { terminal } from '@backproof/report-terminal';
import picocolors from 'picocolors';
import { writeAtomically } from '../write-atomically.js';
import { EXIT } from './exit-code.js';
import { UsageError } from './usage-error.js';

/** Standard output as the place for a file. */
const STDOUT = '-';

/** Finds out before a long scan that its results could not be written. @throws UsageError */
export async function checkWritable(paths: readonly (string | undefined)[]): Promise<void> {
  for (const path of paths) {
    if (path === undefined || path === STDOUT) continue;
    const folder = dirname(path);
    const isFolder = await stat(path).then(
      (found) => found.isDirectory(),
      () => false,
    );
    if (isFolder) throw new UsageError(`cannot write ${path}: it is a folder. Name a file.`);
    await access(folder, constants.W_OK).catch(() => {
      throw new UsageError(
        `cannot write ${path}: the folder ${folder} does not exist or is read-only. Create it first.`,
      );
    });
  }
}

/** Writes a run for people and, if asked for, as JSON; gives the exit code that it means. */
export async function writeRun(run: Run, json: string | undefined): Promise<number> {
  // With the machine's document on standard output, people read the report on standard error.
  const stream = json === STDOUT ? process.stderr : process.stdout;
  for (const piece of terminal.render(run, { color: usesColor(stream) })) stream.write(piece);
  if (json === STDOUT) process.stdout.write(runDocument(run));
  else if (json !== undefined) await writeAtomically(json, (temporary) => writeFile(temporary, runDocument(run)));
  return EXIT[run.gate.result];
}

/** Colour for people at a terminal, unless they said no (`NO_COLOR`) or everywhere (`FORCE_COLOR`). */
export function usesColor(stream: NodeJS.WriteStream): boolean {
  return picocolors.isColorSupported && (stream.isTTY || 'FORCE_COLOR' in process.env);
}

/** The run in canonical form: the same run gives the same bytes. */
function runDocument(run: Run): string {
  return `${canonicalJson(run)}\n`;
}
