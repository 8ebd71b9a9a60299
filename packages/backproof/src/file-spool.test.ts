import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { fileSpool, withSpool } from './file-spool.js';

const { TMPDIR } = process.env;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backproof-spool-test-'));
  process.env.TMPDIR = folder;
});
afterEach(async () => {
  if (TMPDIR === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = TMPDIR;
  await rm(folder, { recursive: true, force: true });
});

/** What points and outcomes are made of. */
const valueOf = (n: number) => ({
  numbers: [Float64Array.of(n, 0.5), undefined],
  bytes: Buffer.from([n]),
  name: `é${n}`,
});

describe('a spool in a file', () => {
  it('gives back what was put in, from memory and from the file, as often as it is asked', () => {
    const spool = fileSpool(25);
    const values = [1, 2, 3, 4].map(valueOf);
    const read = values.map((value) => spool.put(value, 10));
    expect(read.map((each) => each() === values[read.indexOf(each)])).toEqual([true, true, false, false]);
    for (let i = 0; i < 2; i++) expect(read.map((each) => each())).toEqual(values);
    spool.close();
  });

  it('makes no file while all fits into memory, and leaves none behind', async () => {
    await withSpool(10, (spool) => {
      spool.put('a', 10);
      return Promise.resolve();
    });
    const read = await withSpool(0, (spool) => {
      spool.put('a', 1);
      return readdir(folder);
    });
    // Where an open file can be removed, it is seen by nobody from the start.
    expect(read).toEqual(process.platform === 'win32' ? [expect.stringMatching(/\.spool$/)] : []);
    expect(await readdir(folder)).toEqual([]);
  });

  it('holds in memory what it cannot write', async () => {
    await rm(folder, { recursive: true });
    await withSpool(0, (spool) => {
      expect(spool.put(valueOf(1), 1)()).toEqual(valueOf(1));
      return Promise.resolve();
    });
  });
});
