import { constants } from 'node:fs';
import { access, realpath, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Settings } from '../config/settings.js';
import { isWrittenThrough } from '../output-file.js';
import type { JudgingFlags, OutputFlags } from './program/flags.js';
import { UsageError } from './usage-error.js';

/** Standard output as the place for a file. */
export const STDOUT = '-';

/** The files that a command is to write, and those that it is to read. Undefined: not named. */
interface Files {
  readonly outputs: readonly (string | undefined)[];
  readonly inputs?: readonly (string | undefined)[];
}

/**
 * Finds out before a long scan that its results could not be written, or would replace one another or what is read.
 * @throws UsageError if so
 */
export async function checkOutputs({ outputs, inputs = [] }: Files): Promise<void> {
  const written = new Set<string>();
  const read = new Set(await Promise.all(inputs.filter(isGiven).map(identityOf)));
  for (const path of outputs.filter(isGiven)) {
    await checkWritable(path);
    if (path !== STDOUT && (await isWrittenThrough(path))) continue;
    const identity = await identityOf(path);
    if (written.has(identity)) {
      const place = path === STDOUT ? 'standard output' : path;
      throw new UsageError(`two outputs would be written to ${place}. Name a file for each.`);
    }
    if (read.has(identity)) {
      throw new UsageError(`${path} would be read and then replaced. Name another file to write.`);
    }
    written.add(identity);
  }
}

/** Finds out that a ledger's folder could not be written to. @throws UsageError if it could not */
export async function checkLedger(folder: string | undefined): Promise<void> {
  if (folder === undefined) return;
  const found = await stat(folder).catch(() => undefined);
  if (found === undefined) return checkFolderOf(resolve(folder), `record in the ledger ${folder}`);
  if (!found.isDirectory()) throw new UsageError(`cannot record in the ledger ${folder}: it is not a folder.`);
  await access(folder, constants.W_OK).catch(() => {
    throw new UsageError(`cannot record in the ledger ${folder}: it is read-only.`);
  });
}

async function checkWritable(path: string): Promise<void> {
  if (path === STDOUT) return;
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory()) throw new UsageError(`cannot write ${path}: it is a folder. Name a file.`);
  if (!(await isWrittenThrough(path))) return checkFolder(dirname(path), `write ${path}`);
  await access(path, constants.W_OK).catch(() => {
    throw new UsageError(`cannot write ${path}: it is read-only.`);
  });
}

/** The folders above may have to be made. */
async function checkFolderOf(path: string, task: string): Promise<void> {
  const folder = dirname(path);
  const isThere = await stat(folder).then(
    () => true,
    () => false,
  );
  if (isThere || folder === path) await checkFolder(folder, task);
  else await checkFolderOf(folder, task);
}

async function checkFolder(folder: string, task: string): Promise<void> {
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  const isWritable = await access(folder, constants.W_OK).then(
    () => isFolder,
    () => false,
  );
  if (!isWritable) {
    throw new UsageError(`cannot ${task}: the folder ${folder} does not exist or is read-only. Create it first.`);
  }
}

/** The same for all names of one file. */
async function identityOf(path: string): Promise<string> {
  if (path === STDOUT) return STDOUT;
  const whole = resolve(path);
  return realpath(whole).catch(() => whole);
}

function isGiven(path: string | undefined): path is string {
  return path !== undefined;
}

/** The files that a command reads, as its flags and settings have them. */
export function inputsOf(flags: JudgingFlags & OutputFlags, settings: Settings): readonly (string | undefined)[] {
  return [settings.values.baseline?.value, ...(flags.history ?? []), ...(flags.sourceMap ?? [])];
}
