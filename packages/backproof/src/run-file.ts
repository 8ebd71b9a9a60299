import { readFile } from 'node:fs/promises';
import { RUN_SCHEMA_VERSION } from '@backproof/core';
import type { Run } from '@backproof/core';
import { messageOf } from './message-of.js';

/** A file that is not a run of this version. The message names it, the cause and the way out. */
class RunFormatError extends Error {
  override readonly name = 'RunFormatError';
}

/** Reads a run that was written as JSON. @throws RunFormatError */
export async function openRun(path: string): Promise<Run> {
  try {
    const read: unknown = JSON.parse(await readFile(path, 'utf8'));
    if (isRun(read)) return read;
    throw new Error('it is not a run of this version');
  } catch (error) {
    const cause = messageOf(error);
    throw new RunFormatError(`cannot read the run ${path}: ${cause}. Write one with: backproof scan --json FILE`, {
      cause: error,
    });
  }
}

/** The boundary at which a file's content is taken for what it says it is. */
export function isRun(value: unknown): value is Run {
  return (
    typeof value === 'object' &&
    value !== null &&
    'schemaVersion' in value &&
    value.schemaVersion === RUN_SCHEMA_VERSION &&
    'outcomes' in value &&
    Array.isArray(value.outcomes)
  );
}
