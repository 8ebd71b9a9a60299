import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { packInto } from './packed.js';
import { startRegistry } from './registry.js';
import type { Registry } from './registry.js';

const run = promisify(execFile);
const MODULES = join(import.meta.dirname, '../../node_modules');

/** A pack of rules and reporters, which lies outside of the workspaces. */
const FIXTURE = join(import.meta.dirname, '../fixtures/acme-pack');
const PACK = '../packed/acme-backproof-pack-1.0.0.tgz';

/** Other versions of Node to scan with, before a release: each is a download of 100 MB. */
const NODES = process.env.BACKPROOF_RELEASE === undefined ? [] : ['22', '24', '26'];

let folder: string;
let registry: Registry;
let version: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backproof-install-'));
  for (const name of ['packed', 'empty', 'project']) await mkdir(join(folder, name));
  const packages = await packInto(join(folder, 'packed'));
  version = packages.find(({ manifest }) => manifest.name === 'backproof')?.manifest.version ?? '';
  await run('npm', ['pack', FIXTURE, '--silent', '--pack-destination', join(folder, 'packed')]);
  const { stdout: upstream } = await run('npm', ['config', 'get', 'registry']);
  registry = await startRegistry(packages, upstream.trim());
});
afterAll(async () => {
  await registry.close();
  await rm(folder, { recursive: true });
});

/** Runs a program in one of the folders as on a machine that has npm and nothing in its cache. */
async function runIn(name: string, program: string, args: readonly string[]) {
  // Tests are often run by npm, which hands on its folder, flags and command in the environment.
  const inherited = Object.entries(process.env).filter(
    ([key]) => !/^npm_(?!config_(ca|cafile|.*proxy|strict_ssl)$)/i.test(key),
  );
  const npm = {
    npm_config_registry: registry.url,
    npm_config_cache: join(folder, 'cache'),
    npm_config_update_notifier: 'false',
    npm_config_audit: 'false',
    npm_config_fund: 'false',
  };
  return run(program, args, { cwd: join(folder, name), env: { ...Object.fromEntries(inherited), ...npm } }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: unknown) => error as { readonly code: number; readonly stdout: string; readonly stderr: string },
  );
}

/** The megabytes that a folder takes on disk. */
async function megabytesOf(path: string): Promise<number> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const stats = await Promise.all(files.map((file) => stat(join(file.parentPath, file.name))));
  return stats.reduce((total, { blocks }) => total + blocks * 512, 0) / 1e6;
}

it('npx scans the sandbox from an empty folder, with nothing but a registry', async () => {
  const { code, stdout, stderr } = await runIn('empty', 'npx', ['--yes', `backproof@${version}`, 'scan', '--sandbox']);
  expect({ code, stderr: stderr.replace(/^read .*\n/gm, '') }).toEqual({ code: 3, stderr: '' });
  expect(stdout).toContain('89 of 134 resources are backed up as required');
  expect(await readdir(join(folder, 'empty'))).toEqual([]);
});

it('an install takes at most 135 MB', async () => {
  expect(await megabytesOf(join(folder, 'cache/_npx'))).toBeLessThan(135);
});

describe('installed in a project', () => {
  beforeAll(async () => {
    await writeFile(join(folder, 'project/package.json'), '{ "private": true, "type": "module" }');
    const { code, stderr } = await runIn('project', 'npm', [
      'install',
      '--prefer-offline',
      `backproof@${version}`,
      PACK,
    ]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  it('a pack of another author judges, reports, is listed and explained', async () => {
    const configuration = {
      packs: ['@acme/backproof-pack'],
      rules: { 'acme/owner': 'high' },
      reports: { 'acme/chat': { bullet: '*' } },
    };
    await writeFile(join(folder, 'project/backproof.config.yaml'), JSON.stringify({ extends: [], ...configuration }));
    const backproof = async (...args: readonly string[]) => runIn('project', 'npx', ['backproof', ...args]);
    const reports = ['acme/chat=chat.txt', 'junit=junit.xml', 'sarif=sarif.json', 'html=page.html', 'csv=all.csv'];
    const flags = reports.flatMap((report) => ['--report', report]);
    const scanned = await backproof('scan', '--sandbox', 'china', '--workers', '2', ...flags);
    // The sandbox of the command does not answer for the type of the pack, so that not everything is read.
    expect(scanned.code).toBe(3);
    expect(scanned.stdout).toContain('elasticache:DescribeReplicationGroups');
    const written = async (name: string) => readFile(join(folder, 'project', name), 'utf8');
    expect(await written('chat.txt')).toMatch(/^(\* ".+ lacks the tag owner\."\n)+incomplete\n$/);
    for (const name of ['junit.xml', 'sarif.json', 'page.html', 'all.csv']) {
      expect(await written(name)).toContain('acme/owner');
    }
    const listed = (await backproof('rules')).stdout;
    for (const part of ['acme/owner', 'preset acme/strict', 'type acme:elasticache-group']) {
      expect(listed).toContain(part);
    }
    expect((await backproof('iam-policy')).stdout).toContain('"elasticache:DescribeReplicationGroups"');
    expect((await backproof('config')).stdout).toContain('acme/owner');
    expect((await backproof('scan', '--sandbox', 'china', '--report', 'acme/chatt=x')).stderr).toContain(
      'Did you mean "acme/chat"?',
    );
  });

  if (NODES.length > 0)
    it('the types of every package hold under the strictest settings', async () => {
      const names = await readdir(join(folder, 'project/node_modules/@backproof'));
      expect(names.length).toBeGreaterThan(20);
      const imports = [...names.map((name) => `@backproof/${name}`), 'backproof'].map(
        (name, index) => `import * as package${index} from '${name}';\nexport { package${index} };\n`,
      );
      await writeFile(join(folder, 'project/all.ts'), imports.join(''));
      const compilerOptions = {
        ...{
          module: 'nodenext',
          target: 'es2023',
          types: ['node'],
          typeRoots: [join(MODULES, '@types')],
          noEmit: true,
          skipLibCheck: false,
        },
        ...{
          strict: true,
          exactOptionalPropertyTypes: true,
          noUncheckedIndexedAccess: true,
          verbatimModuleSyntax: true,
        },
      };
      await writeFile(join(folder, 'project/tsconfig.json'), JSON.stringify({ files: ['all.ts'], compilerOptions }));
      const { stdout } = await runIn('project', process.execPath, [join(MODULES, 'typescript/bin/tsc')]);
      // The types of Node do not hold under all of these; theirs are not ours.
      expect(stdout.split('\n').filter((line) => /^(all\.ts|node_modules\/@?backproof\/)/.test(line))).toEqual([]);
    });

  for (const node of NODES) {
    it(`it scans with Node ${node}`, async () => {
      const command = ['--yes', '--package', `node@${node}`, '--', 'node', 'node_modules/backproof/bin/backproof.js'];
      const { code, stdout } = await runIn('project', 'npx', [...command, 'scan', '--sandbox', 'china']);
      expect({ code, gate: stdout.includes('Gate failed. 2 open at medium or above.') }).toEqual({
        code: 1,
        gate: true,
      });
    });
  }
});
