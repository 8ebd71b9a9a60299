import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkPackage } from '@arethetypeswrong/core';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { publint } from 'publint';
import { COMMAND } from '../support/cli.js';
import { packInto } from './packed.js';
import type { Packed } from './packed.js';

const ROOT = join(import.meta.dirname, '../..');
const REPOSITORY = 'https://github.com/backproof/backproof';

let folder: string;
let packages: readonly Packed[];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backproof-packed-'));
  packages = await packInto(folder);
});
afterAll(() => rm(folder, { recursive: true }));

/** The faults that a check finds in each package, by the package's name; packages without any are left out. */
async function faultsOf(check: (of: Packed) => Promise<readonly string[]> | readonly string[]) {
  const found = await Promise.all(packages.map(async (of) => [of.manifest.name, await check(of)] as const));
  return Object.fromEntries(found.filter(([, faults]) => faults.length > 0));
}

it('every package says who made it, under which license, and where to report faults', () => {
  expect(packages.length).toBeGreaterThan(25);
  for (const { manifest, folder: directory } of packages) {
    expect(manifest).toMatchObject({
      description: expect.stringMatching(/^[A-Z].{20,120}[^.]$/),
      keywords: expect.arrayContaining(['backproof', 'aws-backup']),
      homepage: expect.stringContaining(REPOSITORY),
      bugs: `${REPOSITORY}/issues`,
      repository: { type: 'git', url: `git+${REPOSITORY}.git`, directory },
      license: 'Apache-2.0',
      engines: { node: '>=20.19' },
      publishConfig: { access: 'public' },
    });
  }
});

it('every package has one version, and needs the others in exactly this one', async () => {
  const version = packages.find(({ manifest }) => manifest.name === 'backproof')?.manifest.version;
  const faults = await faultsOf(({ manifest }) => {
    const { dependencies = {} } = manifest as { readonly dependencies?: Readonly<Record<string, string>> };
    const ours = Object.entries(dependencies).filter(([name]) => name.startsWith('@backproof/'));
    return [['itself', manifest.version], ...ours]
      .filter(([, wanted]) => wanted !== version)
      .map(([name]) => `${name}`);
  });
  expect(faults).toEqual({});
});

it('no package runs a script when it is installed', async () => {
  const scripts = ['preinstall', 'install', 'postinstall', 'prepare', 'prepublish'];
  expect(
    await faultsOf(({ manifest }) => Object.keys(manifest.scripts ?? {}).filter((name) => scripts.includes(name))),
  ).toEqual({});
});

it('a tarball has the code, its types, its page and the license, and neither sources nor tests', async () => {
  const license = await readFile(join(ROOT, 'LICENSE'), 'utf8');
  const expected = /^(package\.json|LICENSE|README\.md|dist\/.+\.(js|js\.map|d\.ts)|bin\/.+\.js|schema\/.+\.json)$/;
  expect(
    await faultsOf(({ files, contents, manifest: { name } }) => [
      ...files.filter((path) => !expected.test(path) || /\.(test|fixture)\./.test(path)),
      ...['README.md', 'LICENSE', 'dist/index.js', 'dist/index.d.ts'].filter((path) => !files.includes(path)),
      ...(contents.tryReadFile(`/node_modules/${name}/LICENSE`) === license ? [] : ['another license']),
    ]),
  ).toEqual({});
});

it('whatever is installed with them is free to use, and runs no script either', async () => {
  interface Locked {
    readonly dev?: true;
    readonly link?: true;
    readonly license?: string;
    readonly hasInstallScript?: true;
  }
  const lockfile = await readFile(join(ROOT, 'package-lock.json'), 'utf8');
  const { packages: all } = JSON.parse(lockfile) as { readonly packages: Readonly<Record<string, Locked>> };
  const installed = Object.entries(all).filter(
    ([path, { dev, link }]) => path.includes('node_modules') && !dev && !link,
  );
  expect(installed.length).toBeGreaterThan(50);
  const allowed = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT'];
  expect(
    installed.filter(([, { license = '', hasInstallScript }]) => !allowed.includes(license) || hasInstallScript),
  ).toEqual([]);
});

it('publint finds nothing to say', async () => {
  const faults = await faultsOf(async ({ tarball }) => {
    const copy = new Uint8Array(tarball).buffer;
    const { messages } = await publint({ pkgDir: 'package', strict: true, pack: { tarball: copy } });
    return messages.map(({ code, path }) => `${code} ${path.join('.')}`);
  });
  expect(faults).toEqual({});
});

it('the types are those of what is imported, for every resolution that knows ES modules', async () => {
  const faults = await faultsOf(async ({ contents }) => {
    const checked = await checkPackage(contents);
    if (checked.types === false) return ['no types'];
    // The packages are ES modules only: neither `require` nor the resolution of Node 10 is offered.
    return checked.problems
      .filter((problem) => !('resolutionKind' in problem && ['node10', 'node16-cjs'].includes(problem.resolutionKind)))
      .map(({ kind }) => kind);
  });
  expect(faults).toEqual({});
});

it.each(['18.20.4', '20.18.3'])('Node %s is refused in one sentence', (version) => {
  const pretend = `Object.defineProperty(process.versions, 'node', { value: '${version}' })`;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(pretend)}`, COMMAND, 'scan'],
    { encoding: 'utf8' },
  );
  expect({ status, stdout, stderr }).toEqual({
    status: 2,
    stdout: '',
    stderr: `backproof: needs Node 20.19 or later; this is Node ${version}.\n`,
  });
});
