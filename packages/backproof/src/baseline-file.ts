import { readFile } from 'node:fs/promises';
import { baselineOf, canonicalJson, isStoredDocument, SchemaVersionError, upgradeDocument } from '@backproof/core';
import type { Baseline, SchemaChange, SchemaVersions, StoredDocument } from '@backproof/core';
import { runOf } from './run-file.js';
import { pieces, writeOutput } from './output-file.js';
import { messageOf } from './message-of.js';

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
  return { ...document, findings: findings.map((finding: object) => ({ ...finding, severity: 'critical' })) };
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
  const baseline = await parsedBaseline(path);
  if (baseline !== undefined) return baseline;
  throw new BaselineError(`${path} is not a valid baseline. Write one with: backproof scan --write-baseline FILE`);
}

async function parsedBaseline(path: string): Promise<Baseline | undefined> {
  try {
    const document: unknown = JSON.parse(await readFile(path, 'utf8'));
    if (!isStoredDocument(document)) return undefined;
    if (document.format === FORMAT) return baselineIn(upgradeDocument(document, VERSIONS, CHANGES));
    const run = runOf(document);
    if (run === undefined) return undefined;
    const baseline = baselineOf(run);
    return isBeforeSeverities(document) ? baselineIn(acceptingAll({ ...baseline })) : baseline;
  } catch (error) {
    if (error instanceof SchemaVersionError) throw new BaselineError(`${path} ${error.fault}`, { cause: error });
    throw new BaselineError(`cannot read the baseline ${path}: ${messageOf(error)}.`, { cause: error });
  }
}

/** The schema of runs in which messages first have severities of their own. */
const SEVERITIES_SINCE = 3;

function isBeforeSeverities({ schemaVersion }: StoredDocument): boolean {
  return typeof schemaVersion === 'number' && schemaVersion < SEVERITIES_SINCE;
}

function baselineIn(document: StoredDocument): Baseline | undefined {
  return isBaseline(document) ? document : undefined;
}

/** The boundary at which a file's content is taken for what it says it is. */
function isBaseline(document: StoredDocument): document is StoredDocument & Baseline {
  return Array.isArray(document.findings);
}
