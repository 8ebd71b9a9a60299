import { execFile, execFileSync } from 'node:child_process';
import { chmod, lstat, mkdtemp, readdir, readFile, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { pieces, writeOutput } from './output-file.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backproof-output-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function modeOf(path: string): Promise<number> {
  return (await stat(path)).mode & 0o777;
}

describe('writeOutput, into a regular file', () => {
  it('makes a new file that only its owner can read', async () => {
    const path = join(folder, 'run.json');
    await writeOutput(path, pieces(['a', 'b']));
    expect(await readFile(path, 'utf8')).toBe('ab');
    expect(await modeOf(path)).toBe(0o600);
  });

  it('keeps the permissions of a file that exists', async () => {
    const path = join(folder, 'run.json');
    await writeFile(path, 'old');
    await chmod(path, 0o644);
    await writeOutput(path, pieces(['new']));
    expect(await readFile(path, 'utf8')).toBe('new');
    expect(await modeOf(path)).toBe(0o644);
  });

  it('leaves the file as it was, and nothing beside it, if the content fails midway', async () => {
    const path = join(folder, 'run.json');
    await writeFile(path, 'old');
    function* failing(): Generator<string> {
      yield 'new';
      throw new Error('no more');
    }
    await expect(writeOutput(path, pieces(failing()))).rejects.toThrow('no more');
    await expect(writeOutput(path, () => Promise.reject(new Error('not even begun')))).rejects.toThrow(
      'not even begun',
    );
    expect(await readFile(path, 'utf8')).toBe('old');
    expect(await readdir(folder)).toEqual(['run.json']);
  });

  it('replaces the file that a link leads to, and not the link', async () => {
    const link = join(folder, 'link.json');
    await writeFile(join(folder, 'run.json'), 'old');
    await symlink('run.json', link);
    await writeOutput(link, pieces(['new']));
    expect((await lstat(link)).isSymbolicLink()).toBe(true);
    expect(await readFile(join(folder, 'run.json'), 'utf8')).toBe('new');
  });

  it('removes what a killed writer of the same file left behind, and nothing else', async () => {
    const killed = '.run.json.00000000-0000-4000-8000-000000000000.tmp';
    const others = ['.run.json.11111111-0000-4000-8000-000000000000.tmp', '.run.json.mine.tmp', '.other.json.tmp'];
    for (const name of [killed, ...others]) await writeFile(join(folder, name), '');
    const hourAgo = new Date(Date.now() - 3_600_000);
    for (const name of [killed, ...others.slice(1)]) await utimes(join(folder, name), hourAgo, hourAgo);
    await writeOutput(join(folder, 'run.json'), pieces(['new']));
    expect(await readdir(folder)).toEqual([...others, 'run.json'].sort());
  });
});

/** Pipes and devices have these names on Linux. */
if (process.platform === 'linux') describe('writeOutput, into what is not a regular file', intoStreams);

function intoStreams(): void {
  it('writes into a pipe, which stays one', async () => {
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const [read] = await Promise.all([promisify(execFile)('cat', [pipe]), writeOutput(pipe, pieces(['a', 'b']))]);
    expect(read.stdout).toBe('ab');
    expect((await lstat(pipe)).isFIFO()).toBe(true);
  });

  it('never replaces a device, also behind a link', async () => {
    const link = join(folder, 'null');
    await symlink('/dev/null', link);
    await writeOutput(link, pieces(['lost']));
    expect((await stat('/dev/null')).isCharacterDevice()).toBe(true);
    expect(await readdir(folder)).toEqual(['null']);
  });

  it('reports that a device is full', async () => {
    await expect(writeOutput('/dev/full', pieces(['lost']))).rejects.toThrow('ENOSPC');
  });
}
