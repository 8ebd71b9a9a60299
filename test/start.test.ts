import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { backproof } from './support/cli.js';

/**
 * Each takes longer to load than most commands take to run, so a command loads those that it needs. The packages
 * themselves are counted, not the time, which differs from machine to machine.
 */
const HEAVY = ['aws', 'sandbox', 'ledger', 'audit', 'core', 'report-html', 'report-sarif'].map(
  (name) => `@backproof/${name}`,
);
const HEAVY_LIBRARIES = ['ajv', 'yaml', 'preact', 'cli-progress', '@smithy/core', 'hyparquet', 'hyparquet-writer'];

let folder: string;
let inventory: string;
let run: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backproof-start-'));
  [inventory, run] = [join(folder, 'china.ndjson.gz'), join(folder, 'run.json')];
  await backproof(['scan', '--sandbox', 'china', '--save-inventory', inventory, '--json', run]);
});
afterAll(() => rm(folder, { recursive: true }));

it.each([['--version'], ['--help'], ['scan', '--help'], ['ledger', 'export', '--help'], ['scan', '--regoin', 'a']])(
  '%s %s %s loads the commander and the options, and nothing else',
  async (...args) => {
    expect(await packagesLoadedBy(args)).toEqual(['backproof', 'commander']);
  },
);

it('a command loads what it needs of what is slow to load', async () => {
  const ledger = join(folder, 'ledger');
  expect({
    rules: await heavyLoadedBy(['rules']),
    config: await heavyLoadedBy(['config', '--no-config']),
    evaluate: await heavyLoadedBy(['evaluate', inventory]),
    record: await heavyLoadedBy(['record', inventory, '--ledger', ledger]),
    verify: await heavyLoadedBy(['ledger', 'verify', '--ledger', ledger]),
    markdown: await heavyLoadedBy(['report', run, '--report', 'markdown=-']),
    html: await heavyLoadedBy(['report', run, '--report', 'html=-']),
    scan: await heavyLoadedBy(['scan', '--region', 'europe']),
  }).toEqual({
    rules: ['@backproof/core'],
    config: ['@backproof/core'],
    evaluate: ['@backproof/core'],
    record: ['@backproof/core', '@backproof/ledger', 'hyparquet', 'hyparquet-writer'],
    verify: ['@backproof/core', '@backproof/ledger', 'hyparquet', 'hyparquet-writer'],
    markdown: ['@backproof/core'],
    html: ['@backproof/core', '@backproof/report-html', 'preact'],
    scan: ['@backproof/aws', '@backproof/core'],
  });
});

async function heavyLoadedBy(args: readonly string[]): Promise<readonly string[]> {
  const loaded = await packagesLoadedBy(args);
  return loaded.filter((name) => HEAVY.includes(name) || HEAVY_LIBRARIES.includes(name));
}

/** The packages of which a run of the command loads a module, as Node's coverage lists them. */
async function packagesLoadedBy(args: readonly string[]): Promise<readonly string[]> {
  const coverage = await mkdtemp(join(folder, 'coverage-'));
  await backproof(args, { NODE_V8_COVERAGE: coverage });
  const [file = ''] = await readdir(coverage);
  const { result } = JSON.parse(await readFile(join(coverage, file), 'utf8')) as { result: { url: string }[] };
  const names = result.flatMap(({ url }) => packageOf(url) ?? []);
  return [...new Set(names)].sort();
}

/** The package that a module belongs to; undefined for Node's own. */
function packageOf(url: string): string | undefined {
  const [, library] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(url) ?? [];
  if (library !== undefined) return library;
  const [, kind, name] = /\/(packages|rules|reports)\/([^/]+)\/(?:dist|bin)\//.exec(url) ?? [];
  if (name === undefined) return undefined;
  const prefix = { packages: '', rules: 'rule-', reports: 'report-' }[kind ?? ''] ?? '';
  return name === 'backproof' ? name : `@backproof/${prefix}${name}`;
}
