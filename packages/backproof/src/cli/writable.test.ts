import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { checkLedger, checkOutputs } from './writable.js';

let folder: string;
const inFolder = (name: string) => join(folder, name);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backproof-writable-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('checkOutputs', () => {
  it('accepts files of different names, existing or not', async () => {
    await writeFile(inFolder('old.json'), '');
    await checkOutputs({ outputs: [inFolder('old.json'), inFolder('new.json'), '-', undefined], inputs: [undefined] });
  });

  it.each([
    ['a folder', () => [folder], /it is a folder/],
    ['a folder that does not exist', () => [join(folder, 'none/run.json')], /does not exist or is read-only/],
    ['one file twice', () => [inFolder('run.json'), `${folder}/./run.json`], /two outputs would be written to/],
    ['standard output twice', () => ['-', '-'], /two outputs would be written to standard output/],
  ])('refuses %s', async (_, outputs, message) => {
    await expect(checkOutputs({ outputs: outputs() })).rejects.toThrow(message);
  });

  it('refuses to replace what is read, whatever name it has', async () => {
    await writeFile(inFolder('baseline.json'), '');
    await symlink('baseline.json', inFolder('link.json'));
    const files = { outputs: [inFolder('link.json')], inputs: [inFolder('baseline.json')] };
    await expect(checkOutputs(files)).rejects.toThrow(/would be read and then replaced/);
  });

  it('accepts a device for several outputs', async () => {
    await checkOutputs({ outputs: ['/dev/null', '/dev/null'] });
  });
});

describe('checkLedger', () => {
  it('accepts a folder, and one that can be made', async () => {
    await checkLedger(undefined);
    await checkLedger(folder);
    await checkLedger(inFolder('year/ledger'));
  });

  it('refuses a file', async () => {
    await writeFile(inFolder('file'), '');
    await expect(checkLedger(inFolder('file'))).rejects.toThrow(/it is not a folder/);
  });

  it('refuses a folder whose name is that of a file further up', async () => {
    await writeFile(inFolder('file'), '');
    await expect(checkLedger(inFolder('file/ledger'))).rejects.toThrow(/cannot record in the ledger/);
  });
});
