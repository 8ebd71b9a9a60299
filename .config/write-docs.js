// Writes the pages that are made of the code; tests tell when they are out of date.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AUDIT_SCHEMA, RESPONSES_SCHEMA } from '@backproof/audit';
import { coveragePage } from '@backproof/aws';
import { auditManagerPage } from '@backproof/frameworks';
import { withOperations } from '@backproof/sandbox';
import { readOnlyPolicy, rulePage, RULES } from 'backproof';
import { format, resolveConfig } from 'prettier';

for (const rule of RULES) {
  if (rule.page !== undefined) await writeFile(rule.page, rulePage(rule, await readFile(rule.page, 'utf8')));
}

const policy = join(import.meta.dirname, '../docs/read-only-policy.json');
await writeFile(policy, `${JSON.stringify(readOnlyPolicy(), null, 2)}\n`);

const coverage = join(import.meta.dirname, '../docs/coverage.md');
await writeFile(coverage, await format(coveragePage(), { parser: 'markdown' }));

const auditManager = join(import.meta.dirname, '../docs/audit-manager.md');
await writeFile(auditManager, await format(auditManagerPage(RULES), { parser: 'markdown' }));

const sandbox = join(import.meta.dirname, '../docs/sandbox.md');
const style = { ...(await resolveConfig(sandbox)), parser: 'markdown' };
await writeFile(sandbox, await format(await withOperations(await readFile(sandbox, 'utf8')), style));

const DRAFT = 'http://json-schema.org/draft-07/schema#';
for (const [name, schema] of [
  ['audit', { $schema: DRAFT, title: 'Audit of Backproof', ...AUDIT_SCHEMA }],
  ['responses', { $schema: DRAFT, title: 'Responses to exceptions, for an audit of Backproof', ...RESPONSES_SCHEMA }],
]) {
  const file = join(import.meta.dirname, `../packages/backproof/schema/${name}.schema.json`);
  await writeFile(file, `${JSON.stringify(schema, null, 2)}\n`);
}
