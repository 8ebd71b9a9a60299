import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { failure, run } from '@backproof/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openRun } from './run-file.js';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'backproof-run-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function written(text: string): string {
  const path = join(folder, 'run.json');
  writeFileSync(path, text);
  return path;
}

describe('a run from a file', () => {
  it('is the run that was written', async () => {
    const judged = run({ outcomes: [failure()] });
    expect(await openRun(written(JSON.stringify(judged)))).toEqual(judged);
  });

  it.each([
    ['another version', { ...run(), schemaVersion: 1 }],
    ['a run without outcomes', { ...run(), outcomes: undefined }],
    ['a list', []],
    ['null', null],
    ['a text', 'run'],
  ])('is refused if it is %s', async (_, document) => {
    const path = written(JSON.stringify(document));
    const message = `cannot read the run ${path}: it is not a run of this version. Write one with: backproof scan --json FILE`;
    await expect(openRun(path)).rejects.toMatchObject({ name: 'RunFormatError', message });
  });

  it('is refused with the cause if it is no JSON or cannot be read', async () => {
    await expect(openRun(written('{"schemaVersion":'))).rejects.toThrow(/^cannot read the run .*run\.json: .*JSON/);
    await expect(openRun(join(folder, 'none.json'))).rejects.toThrow(/none\.json: ENOENT.*--json FILE$/);
  });
});
