import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openPage } from './open-page.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backproof-open-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** A program of a name that writes down its arguments, in the folder that is searched for programs. */
async function withOpener(name: string, exitCode = 0) {
  const opener = join(folder, name);
  const asked = join(folder, 'asked');
  await writeFile(
    opener,
    `#!${process.execPath}
require('fs').writeFileSync(${JSON.stringify(asked)}, JSON.stringify(process.argv.slice(2)));
process.exit(${exitCode});
`,
  );
  await chmod(opener, 0o755);
  return () => readFile(asked, 'utf8').then(JSON.parse);
}

const attended = (platform: NodeJS.Platform = 'linux', env: NodeJS.ProcessEnv = {}) => ({
  platform,
  env: { PATH: folder, ...env },
  isAttended: true,
});

const onPosix = process.platform === 'win32' ? describe.skip : describe;

onPosix('a page is opened', () => {
  it.each<[NodeJS.Platform, string, readonly string[]]>([
    ['linux', 'xdg-open', []],
    ['darwin', 'open', []],
    ['win32', 'rundll32', ['url.dll,FileProtocolHandler']],
  ])('on %s by %s, which gets its whole path and nothing else', async (platform, opener, args) => {
    const asked = await withOpener(opener);
    const path = join(folder, '-x; touch evil $(id).html');
    expect(await openPage(path, attended(platform))).toBeUndefined();
    expect(await asked()).toEqual([...args, path]);
  });

  it('not where the opener fails: why is said', async () => {
    await withOpener('xdg-open', 3);
    expect(await openPage('report.html', attended())).toBe('xdg-open failed with exit code 3.');
  });
});

describe('a page is not opened', () => {
  it.each([
    ['in CI', 'report.html', attended('linux', { CI: 'true' }), 'this is CI.'],
    ['without a terminal', 'report.html', { ...attended(), isAttended: false }, 'there is no terminal.'],
    ['by a name that may start a program', 'report.desktop', attended(), 'its name does not end with .html.'],
  ])('%s', async (_, path, opening, why) => {
    expect(await openPage(path, opening)).toBe(why);
  });

  it('where no program opens it', async () => {
    expect(await openPage('report.html', attended())).toMatch(/^cannot start xdg-open: .*ENOENT/);
  });
});
