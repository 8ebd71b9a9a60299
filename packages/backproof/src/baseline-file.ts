import { readFile, writeFile } from 'node:fs/promises';
import { baselineOf, canonicalJson } from '@backproof/core';
import type { Baseline } from '@backproof/core';
import { isRun } from './run-file.js';
import { writeAtomically } from './write-atomically.js';
import { messageOf } from './message-of.js';

/** A file that is neither a baseline nor a run of this version. The message names it, the cause and the way out. */
class BaselineError extends Error {
  override readonly name = 'BaselineError';
}

const FORMAT = 'backproof-baseline';
const VERSION = 1;

/** Writes what a later run takes for known: all of it or, if that fails, nothing. */
export async function saveBaseline(path: string, baseline: Baseline): Promise<void> {
  const document = { format: FORMAT, schemaVersion: VERSION, ...baseline };
  await writeAtomically(path, (temporary) => writeFile(temporary, `${canonicalJson(document)}\n`));
}

/** Reads a baseline, or makes one of a run that was written as JSON. @throws BaselineError */
export async function readBaseline(path: string): Promise<Baseline> {
  try {
    const read: unknown = JSON.parse(await readFile(path, 'utf8'));
    if (isBaseline(read)) return read;
    if (isRun(read)) return baselineOf(read);
  } catch (error) {
    throw new BaselineError(`cannot read the baseline ${path}: ${messageOf(error)}.`, {
      cause: error,
    });
  }
  throw new BaselineError(`${path} is not a valid baseline. Write one with: backproof scan --write-baseline FILE`);
}

/** The boundary at which a file's content is taken for what it says it is. */
function isBaseline(value: unknown): value is Baseline {
  return isRecord(value) && value.format === FORMAT && value.schemaVersion === VERSION && Array.isArray(value.findings);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
