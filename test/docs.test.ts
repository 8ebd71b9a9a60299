import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from '@jest/globals';
import { AUDIT_SCHEMA, RESPONSES_SCHEMA } from '@backproof/audit';
import { coveragePage, readOnlyPolicy } from '@backproof/aws';
import { auditManagerPage, MANAGED_CONTROLS, unansweredControls } from '@backproof/frameworks';
import { withOperations } from '@backproof/sandbox';
import { rulePage, RULES } from 'backproof';
import { backproof } from './support/cli.js';

const ROOT = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

const PAGES = [
  ...['README.md', 'CONTRIBUTING.md'],
  ...['docs', 'docs/decisions'].flatMap((folder) =>
    readdirSync(join(ROOT, folder)).flatMap((name) => (name.endsWith('.md') ? [`${folder}/${name}`] : [])),
  ),
  ...['packages', 'rules', 'reports'].flatMap((group) =>
    readdirSync(join(ROOT, group)).flatMap((name) => {
      const page = join(group, name, 'README.md');
      return existsSync(join(ROOT, page)) ? [page] : [];
    }),
  ),
];

/** How the pages of packages link to the documentation: they are read on the registry too. */
const PUBLISHED = 'https://github.com/backproof/backproof/blob/main/';

it.each(PAGES)('every link of %s leads to a file', (page) => {
  const targets = [...read(page).matchAll(/\]\(([^)#]+)/g)].flatMap(([, target = '']) => {
    if (target.startsWith(PUBLISHED)) return [target.slice(PUBLISHED.length)];
    return /^https?:/.test(target) ? [] : [join(dirname(page), target)];
  });
  expect(targets.filter((target) => !existsSync(join(ROOT, target)))).toEqual([]);
});

it('the policy in the docs is the one that the collectors need', () => {
  expect(JSON.parse(read('docs/read-only-policy.json'))).toEqual(readOnlyPolicy());
});

it('the page about coverage is the one of the types and services', () => {
  const words = (page: string) => page.replace(/[\s|-]+/g, ' ').trim();
  expect(words(read('docs/coverage.md'))).toBe(words(coveragePage()));
});

it('each of the eleven controls of AWS Backup Audit Manager is answered by a rule, and the page says by which', () => {
  expect(MANAGED_CONTROLS).toHaveLength(11);
  expect(unansweredControls(RULES)).toEqual([]);
  const known = MANAGED_CONTROLS.map(({ name }) => name);
  expect(RULES.flatMap(({ answers = [] }) => answers).filter((name) => !known.includes(name))).toEqual([]);
  expect(read('docs/audit-manager.md')).toBe(auditManagerPage(RULES));
});

it('the page about the sandbox lists the operations that it serves', async () => {
  const words = (page: string) => page.replace(/[\s|-]+/g, ' ').trim();
  const page = read('docs/sandbox.md');
  expect(words(page)).toBe(words(await withOperations(page)));
});

it.each(RULES.map((rule) => [rule.id, rule] as const))('the page of %s is what the rule says of itself', (id, rule) => {
  const page = read(`rules/${id}/README.md`);
  expect(rulePage(rule, page)).toBe(page);
  for (const section of ['How it is judged', 'When not to use it']) expect(page).toContain(`\n## ${section}\n\n`);
});

it('the schema that editors use is the one of this version', async () => {
  const { stdout } = await backproof(['config', '--schema']);
  expect(read('packages/backproof/schema/config.schema.json')).toBe(stdout);
});

it.each([
  ['audit', AUDIT_SCHEMA],
  ['responses', RESPONSES_SCHEMA],
])('the schema of %s that is published is the one of this version', (name, schema) => {
  expect(JSON.parse(read(`packages/backproof/schema/${name}.schema.json`))).toMatchObject(schema);
});

it('the schemas that files are validated by are those of their types', () => {
  // The compiler that derives them is not made for Jest's modules.
  const script = `import { fileSchemas } from './.config/file-schemas.js';
    process.stdout.write(JSON.stringify(await fileSchemas()));`;
  const derived = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 2 ** 24,
  });
  const files = JSON.parse(derived) as readonly { readonly path: string; readonly text: string }[];
  expect(files.length).toBeGreaterThan(1);
  for (const { path, text } of files) expect(read(path)).toBe(text);
});

it('the README names every command', async () => {
  const { stdout } = await backproof(['--help']);
  const commands = [...stdout.matchAll(/^ {2}([a-z]+) .*/gm)].map(([, command]) => command ?? '');
  const named = commands.filter((command) => command !== 'help');
  expect(named.length).toBeGreaterThan(3);
  for (const command of named) expect(read('README.md')).toContain(`\`backproof ${command}`);
});
