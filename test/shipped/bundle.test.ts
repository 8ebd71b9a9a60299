import { execFile, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { VERSION } from '../../packages/backproof/src/version.js';
import { COMMAND } from '../support/cli.js';

const SCRIPT = join(import.meta.dirname, '../../.config/release-bundle.js');
const NAME = `backproof-${VERSION}`;
const run = promisify(execFile);

/** Outside of the repository: no package of `node_modules` is found from here. */
let folder: string;
const release = (file: string): string => readFileSync(join(folder, file), 'latin1');
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'backproof-bundle-'));
  execFileSync(process.execPath, [SCRIPT, folder]);
  rmSync(join(folder, NAME), { recursive: true });
  execFileSync('tar', ['-xzf', `${NAME}.tgz`], { cwd: folder });
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Runs a command with nothing in its environment. */
async function runCommand(path: string, args: readonly string[]) {
  return run(process.execPath, [path, ...args], { cwd: folder, env: { HOME: folder } }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: unknown) => error as { readonly code: number; readonly stdout: string; readonly stderr: string },
  );
}

const bundled = (...args: readonly string[]) => runCommand(join(folder, NAME, 'backproof.mjs'), args);

it('it starts without any package', async () => {
  expect(await bundled('--version')).toEqual({ code: 0, stdout: `${VERSION}\n`, stderr: '' });
  expect((await bundled('rules', '--docs', 'hygiene')).stdout).toContain('## When not to use it');
});

it('it scans, judges in threads, reports, and keeps a ledger, as the command does', async () => {
  const ledger = ['--ledger', join(folder, 'ledger')];
  const reports = ['html', 'sarif', 'junit', 'markdown', 'csv'].flatMap((id) => ['--report', `${id}=${id}.out`]);
  const args = ['scan', '--sandbox', 'china', '--workers', '2', '--json'];
  const [ours, theirs] = [
    await runCommand(COMMAND, [...args, 'command.json']),
    await bundled(...args, 'bundle.json', ...ledger, ...reports),
  ];
  expect(theirs).toMatchObject({ code: 1, stdout: ours.stdout });
  expect(release('bundle.json')).toBe(release('command.json'));
  expect((await bundled('ledger', 'verify', ...ledger)).stdout).toContain('intact: 1 manifest');
  const audit = ['audit', '--quarter', '2026-Q4', '--out', 'audit.html', ...ledger];
  expect(await bundled(...audit)).toMatchObject({ stderr: expect.stringContaining('audit.html') });
  expect(release('audit.html').includes(`code of the tool ${hashOfBundle()}`)).toBe(true);
});

/** The hash that the ledger records of the tool: of a line for each file of code. */
function hashOfBundle(): string {
  const names = readdirSync(join(folder, NAME)).filter((name) => name.endsWith('.mjs'));
  const lines = names.sort().map((name) => {
    const hash = createHash('sha256').update(readFileSync(join(folder, NAME, name)));
    return `${hash.digest('hex')}  backproof/${name}\n`;
  });
  return createHash('sha256').update(lines.join('')).digest('hex');
}

it('an error of the user is one line', async () => {
  expect(await bundled('scan', '--regoin', 'a')).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/^backproof: .+\n$/),
  });
});

it('its hash is published, and the same sources give the same bytes', () => {
  const hash = createHash('sha256')
    .update(readFileSync(join(folder, `${NAME}.tgz`)))
    .digest('hex');
  expect(release(`${NAME}.tgz.sha256`)).toBe(`${hash}  ${NAME}.tgz\n`);
  execFileSync(process.execPath, [SCRIPT, join(folder, 'again')]);
  expect(release(`again/${NAME}.tgz.sha256`)).toBe(release(`${NAME}.tgz.sha256`));
});

it('its bill of materials lists the packages that it is made of, with their licenses, and no others', () => {
  interface Component {
    readonly purl: string;
    readonly licenses: readonly unknown[];
  }
  const { components } = JSON.parse(release(`${NAME}.cdx.json`)) as { readonly components: readonly Component[] };
  const names = components.map(({ purl }) => purl.replace(/^pkg:npm\/(.*)@.*$/, '$1'));
  expect(names).toEqual(expect.arrayContaining(['ajv', 'backproof', '%40aws-sdk/client-backup', '%40backproof/core']));
  expect(names.filter((name) => /testing|typescript|esbuild|jest/.test(name))).toEqual([]);
  expect(components.filter(({ licenses }) => licenses.length === 0)).toEqual([]);
  const notices = release(`${NAME}/THIRD-PARTY-NOTICES.txt`);
  expect(notices).toContain('\najv 8.');
});
