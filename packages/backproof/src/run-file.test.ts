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

function nested(levels: number): object {
  return levels === 0 ? {} : { inner: nested(levels - 1) };
}

describe('a run from a file', () => {
  it('is the run that was written', async () => {
    const judged = run({ outcomes: [failure()] });
    expect(await openRun(written(JSON.stringify(judged)))).toEqual(judged);
  });

  it('of schema 2 has the form of schema 3, and its outcomes as they were', async () => {
    const judged = run({ outcomes: [failure()] });
    const older = {
      ...judged,
      schemaVersion: 2,
      rules: judged.rules.map((rule) => ({ ...rule, severities: undefined })),
    };
    expect(await openRun(written(JSON.stringify(older)))).toEqual(judged);
  });

  it.each([
    [1, 'Write it again.'],
    [4, 'Update backproof.'],
  ])('is refused if it is of schema %i', async (schemaVersion, wayOut) => {
    const path = written(JSON.stringify({ ...run(), schemaVersion }));
    const message = `${path} was written by schema ${schemaVersion}; this version reads 2 to 3. ${wayOut}`;
    await expect(openRun(path)).rejects.toMatchObject({ name: 'RunFormatError', message });
  });

  it.each([
    ['without a version', { ...run(), schemaVersion: undefined }],
    ['a run without outcomes', { ...run(), outcomes: undefined }],
    ['a list', []],
    ['null', null],
    ['a text', 'run'],
  ])('is refused if it is %s', async (_, document) => {
    const path = written(JSON.stringify(document));
    const message = `cannot read the run ${path}: it is not a run. Write one with: backproof scan --json FILE`;
    await expect(openRun(path)).rejects.toMatchObject({ name: 'RunFormatError', message });
  });

  it.each([
    ['without what protects its resources', { ...run(), protection: undefined }, '"protection" is missing'],
    [
      'with an outcome that is none',
      { ...run(), outcomes: [{ ...failure(), subject: null }] },
      '"outcomes.0.subject" must be object',
    ],
    [
      'with a status that is not known',
      { ...run(), outcomes: [{ ...failure(), status: 'fine' }] },
      /"outcomes\.0\.status" has/,
    ],
    ['with a moment that is none', { ...run(), now: '2026-22-11' }, '"now" must match pattern'],
    [
      'with options that are endless',
      { ...run(), rules: [{ ...run().rules[0], options: nested(60) }] },
      'nested deeper',
    ],
  ])('is refused with what is wrong with it, if it is one %s', async (_, document, message) => {
    await expect(openRun(written(JSON.stringify(document)))).rejects.toThrow(message);
  });

  it('is refused with the cause if it is no JSON or cannot be read', async () => {
    await expect(openRun(written('{"schemaVersion":'))).rejects.toThrow(/^cannot read the run .*run\.json: .*JSON/);
    await expect(openRun(join(folder, 'none.json'))).rejects.toThrow(/none\.json: ENOENT.*--json FILE$/);
  });
});
