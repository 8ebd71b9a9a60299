import { upgradeDocument } from '../model/schema-version.js';
import type { SchemaChange, SchemaVersions, StoredDocument } from '../model/schema-version.js';
import { RUN_SCHEMA_VERSION } from './run.js';

/** The versions that are read. A run of schema 1 has no gate, settings or dispositions, and none was ever released. */
const RUN_VERSIONS: SchemaVersions = { oldest: 2, newest: RUN_SCHEMA_VERSION };

/**
 * What each schema changed, the oldest first. The document may also be the header of a run in a ledger, without its lists.
 * Outcomes are never judged again: they stay as they were recorded. Schema 3 only adds.
 */
const CHANGES: readonly SchemaChange[] = [];

/**
 * Returns a run, or the header of a run, in the newest form. What an older one did not record stays absent.
 * @throws SchemaVersionError if its version is not one that is read
 */
export function upgradeRun(document: StoredDocument): StoredDocument {
  return upgradeDocument(document, RUN_VERSIONS, CHANGES);
}
