import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import AjvDraft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import type { Log, Result, Run } from 'sarif';

const { SCHEMA_DIR } = process.env;

/** By which schema documents are validated: OASIS's own or, where nobody says where it lies, the one that a package ships. */
export const SCHEMA_NAME =
  SCHEMA_DIR === undefined
    ? 'the release candidate 5 that @microsoft/jest-sarif ships (SCHEMA_DIR is not set)'
    : 'OASIS';

/** The faults of a document by the schema. */
export function schemaFaults(document: object): readonly string[] {
  if (isValid(document)) return [];
  return (isValid.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}

/** The only run of a log. */
export function runOf({ runs }: Log): Run & { readonly results: Result[] } {
  const [run] = runs;
  if (run?.results === undefined || runs.length !== 1) throw new Error('there is not one run with results');
  return { ...run, results: run.results };
}

const isValid = compiled();

function compiled() {
  const path =
    SCHEMA_DIR === undefined
      ? createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json')
      : join(SCHEMA_DIR, 'sarif-schema-2.1.0.json');
  const schema = JSON.parse(readFileSync(path, 'utf8')) as object;
  const ajv = new AjvDraft04.default({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats.default(ajv);
  return ajv.compile(schema);
}
