import { readFile } from 'node:fs/promises';
import { isStoredDocument, SchemaVersionError, upgradeRun } from '@backproof/core';
import type { Run, StoredDocument } from '@backproof/core';
import { messageOf } from './message-of.js';

/** A file that is not a run, or one that this version does not read. The message names it, the cause and the way out. */
class RunFormatError extends Error {
  override readonly name = 'RunFormatError';
}

/**
 * Reads a run that this or an earlier version wrote as JSON.
 * @throws RunFormatError if it is not a run, or one of a later version
 */
export async function openRun(path: string): Promise<Run> {
  try {
    const run = runOf(JSON.parse(await readFile(path, 'utf8')));
    if (run !== undefined) return run;
    throw new Error('it is not a run');
  } catch (error) {
    if (error instanceof SchemaVersionError) throw new RunFormatError(`${path} ${error.fault}`, { cause: error });
    const cause = messageOf(error);
    throw new RunFormatError(`cannot read the run ${path}: ${cause}. Write one with: backproof scan --json FILE`, {
      cause: error,
    });
  }
}

/**
 * Returns the run that a document is, in the newest form; undefined if it is not a run.
 * @throws SchemaVersionError if it is a run of a version that this one does not read
 */
export function runOf(document: unknown): Run | undefined {
  if (!isStoredDocument(document) || !Array.isArray(document.outcomes) || !('schemaVersion' in document))
    return undefined;
  const upgraded = upgradeRun(document);
  return isRun(upgraded) ? upgraded : undefined;
}

const LISTS = ['rules', 'scopes', 'populations', 'excluded', 'waivers', 'outcomes', 'protection', 'calls'] as const;

/** The boundary at which a file's content is taken for what it says it is. */
function isRun(document: StoredDocument): document is StoredDocument & Run {
  return LISTS.every((list) => Array.isArray(document[list]));
}
