import { checkedRun, isStoredDocument, SchemaVersionError, upgradeRun } from '@backproof/core';
import type { Run } from '@backproof/core';
import { messageOf } from './message-of.js';
import { MOST_BYTES, readText } from './read-file.js';

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
    const document: unknown = JSON.parse(await readText(path, MOST_BYTES.document));
    if (looksLikeRun(document)) return runIn(document);
    throw new Error('it is not a run');
  } catch (error) {
    if (error instanceof SchemaVersionError) throw new RunFormatError(`${path} ${error.fault}`, { cause: error });
    const cause = messageOf(error);
    throw new RunFormatError(`cannot read the run ${path}: ${cause}. Write one with: backproof scan --json FILE`, {
      cause: error,
    });
  }
}

/** Returns true if a document means to be a run, of any version. */
export function looksLikeRun(document: unknown): document is StoredRun {
  return isStoredDocument(document) && Array.isArray(document.outcomes) && 'schemaVersion' in document;
}

/** A document that means to be a run; nothing else is known of it. */
export type StoredRun = Parameters<typeof upgradeRun>[0];

/**
 * Returns the run that a document is, in the newest form.
 * @throws SchemaVersionError if it is a run of a version that this one does not read
 * @throws FormError if it has not the form of a run
 */
export function runIn(document: StoredRun): Run {
  return checkedRun(upgradeRun(document));
}
