import { isStoredDocument, upgradeDocument } from '../model/schema-version.js';
import type { SchemaChange, SchemaVersions, StoredDocument } from '../model/schema-version.js';
import { RUN_SCHEMA_VERSION } from './run.js';

/** The versions that are read. A run of schema 1 has no gate, settings or dispositions, and none was ever released. */
const RUN_VERSIONS: SchemaVersions = { oldest: 2, newest: RUN_SCHEMA_VERSION };

/**
 * The changes of each schema, the oldest first. The document may also be the header of a run in a ledger, without its
 * lists. Outcomes are never judged again: they stay as they were recorded.
 */
const CHANGES: readonly SchemaChange[] = [
  // Before, no message had a severity of its own: that of the rule was the severity of all its failures.
  { schema: 3, upgrade: (run) => ({ ...run, rules: mapDocuments(run.rules, withOneSeverity) }) },
];

function withOneSeverity(rule: StoredDocument): StoredDocument {
  const overrides = mapDocuments(rule.overrides, (override) => ({ ...override, severities: {} }));
  return { ...rule, severities: {}, overrides };
}

/** Changes the documents of a list; any other value stays as it is. */
function mapDocuments(list: unknown, change: (document: StoredDocument) => StoredDocument): unknown {
  if (!Array.isArray(list)) return list;
  return list.map((each: unknown) => (isStoredDocument(each) ? change(each) : each));
}

/**
 * Returns a run, or the header of a run, in the newest form. What an older one did not record stays absent.
 * @throws SchemaVersionError if its version is not one that is read
 */
export function upgradeRun(document: StoredDocument): StoredDocument {
  return upgradeDocument(document, RUN_VERSIONS, CHANGES);
}
