import { mkdir, mkdtemp, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { findConfig } from './find-config.js';

const NAME = 'backproof.config.yaml';

let home: string;
let me: number;
const at = (...names: readonly string[]): string => join(home, ...names);

beforeEach(async () => {
  home = await realpath(await mkdtemp(join(tmpdir(), 'backproof-find-')));
  me = (await stat(home)).uid;
  await mkdir(at('code/repo/deep/er'), { recursive: true });
});
afterEach(() => rm(home, { recursive: true }));

const find = (folder: string, id = me) => findConfig(at(folder), { id, home });

describe('the configuration of a folder', () => {
  it('is found in it or above, up to the root of its repository', async () => {
    await mkdir(at('code/repo/.git'));
    await writeFile(at('code', NAME), '');
    expect(await find('code/repo/deep')).toBeUndefined();
    await writeFile(at('code/repo', NAME), '');
    expect(await find('code/repo/deep/er')).toEqual({ path: at('code/repo', NAME) });
    await writeFile(at('code/repo/deep/.git'), 'gitdir: elsewhere');
    expect(await find('code/repo/deep/er')).toBeUndefined();
  });

  it('without a repository is found up to the home folder, and its packs are not trusted above', async () => {
    await writeFile(at(NAME), '');
    expect(await find('code/repo')).toEqual({
      path: at(NAME),
      distrust: 'this file was found above the current folder, in no repository',
    });
    expect(await find('')).toEqual({ path: at(NAME) });
    expect(await findConfig(at('code'), { id: me, home: at('code') })).toBeUndefined();
  });

  it('of another user is not trusted, unless that is root', async () => {
    await mkdir(at('code/.git'));
    await writeFile(at('code', NAME), '');
    const others = { path: at('code', NAME), distrust: 'this file, which was found, belongs to another user' };
    expect(await find('code', 12_345)).toEqual(me === 0 ? { path: others.path } : others);
    expect(await findConfig(at('code'), { home })).toEqual({ path: at('code', NAME) });
  });
});
