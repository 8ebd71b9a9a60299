import {
  baselineOf,
  canonicalJson,
  checkedBaseline,
  isStoredDocument,
  SchemaVersionError,
  upgradeDocument,
} from '@backproof/core';
import type { Baseline, SchemaChange, SchemaVersions, StoredDocument } from '@backproof/core';
import { messageOf } from './message-of.js';
import { pieces, writeOutput } from './output-file.js';
import { MOST_BYTES, readText } from './read-file.js';
import { looksLikeRun, runIn } from './run-file.js';

/** A file that is neither a baseline nor a run that this version reads. The message names it, the cause and the way out. */
class BaselineError extends Error {
  override readonly name = 'BaselineError';
}

const FORMAT = 'backproof-baseline';

/** The versions of a baseline that are read. */
const VERSIONS: SchemaVersions = { oldest: 1, newest: 2 };

/** The changes of each schema, the oldest first. A finding is known by its fingerprint, which never changes. */
const CHANGES: readonly SchemaChange[] = [{ schema: 2, upgrade: acceptingAll }];

/**
 * In schema 1 all failures of a rule had the severity of the rule, which does not apply to a single failure: such a
 * finding is accepted at any severity.
 */
function acceptingAll(document: StoredDocument): StoredDocument {
  const { findings } = document;
  if (!Array.isArray(findings)) return document;
  return {
    ...document,
    findings: findings.map((finding: unknown) =>
      isStoredDocument(finding) ? { ...finding, severity: 'critical' } : finding,
    ),
  };
}

/** Writes the findings that a later run accepts: all of them or, if that fails, none. */
export async function saveBaseline(path: string, baseline: Baseline): Promise<void> {
  const document = { format: FORMAT, schemaVersion: VERSIONS.newest, ...baseline };
  await writeOutput(path, pieces([`${canonicalJson(document)}\n`]));
}

/**
 * Reads a baseline that this or an earlier version wrote, or makes one of a run that was written as JSON.
 * @throws BaselineError if it is neither
 */
export async function readBaseline(path: string): Promise<Baseline> {
  try {
    const document: unknown = JSON.parse(await readText(path, MOST_BYTES.document));
    if (isStoredDocument(document) && document.format === FORMAT) return baselineIn(document);
    if (looksLikeRun(document)) return baselineOfRun(document);
  } catch (error) {
    if (error instanceof SchemaVersionError) throw new BaselineError(`${path} ${error.fault}`, { cause: error });
    throw new BaselineError(`cannot read the baseline ${path}: ${messageOf(error)}. ${WAY_OUT}`, { cause: error });
  }
  throw new BaselineError(`${path} is not a valid baseline. ${WAY_OUT}`);
}

const WAY_OUT = 'Write one with: backproof scan --write-baseline FILE';

function baselineIn(document: StoredDocument): Baseline {
  const { format, schemaVersion, ...baseline } = upgradeDocument(document, VERSIONS, CHANGES);
  return checkedBaseline(baseline);
}

function baselineOfRun(document: StoredDocument): Baseline {
  const baseline = baselineOf(runIn(document));
  return isBeforeSeverities(document) ? checkedBaseline(acceptingAll({ ...baseline })) : baseline;
}

/** The schema of runs in which messages first have severities of their own. */
const SEVERITIES_SINCE = 3;

function isBeforeSeverities({ schemaVersion }: StoredDocument): boolean {
  return typeof schemaVersion === 'number' && schemaVersion < SEVERITIES_SINCE;
}
