import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateXML } from 'xmllint-wasm';

/** The folder of the schemas that consumers publish; without it only our own rules are tested. */
export const SCHEMA_DIR = process.env.SCHEMA_DIR;

/** The faults of documents by a schema of `SCHEMA_DIR`; without schema, as to whether they are well-formed. */
export async function xmlFaults(documents: readonly string[], schemaFile?: string): Promise<readonly string[]> {
  const xml = documents.map((contents, i) => ({ fileName: `${i}.xml`, contents }));
  const { errors } = await (schemaFile === undefined
    ? validateXML({ xml, normalization: 'format' })
    : validateXML({ xml, schema: readFileSync(join(SCHEMA_DIR ?? '', schemaFile), 'utf8') }));
  return errors.map(({ rawMessage }) => rawMessage);
}

/** Each suite of a document as a document of its own. */
export function suitesOf(document: string): readonly string[] {
  return document.match(/<testsuite .*?<\/testsuite>/gs) ?? [];
}
