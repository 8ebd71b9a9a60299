import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { baselineOf } from '@backproof/core';
import { failure, outcome, run, subject } from '@backproof/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readBaseline, saveBaseline } from './baseline-file.js';

let folder: string;
const inFolder = (name: string) => join(folder, name);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'backproof-baseline-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const judged = run({ outcomes: [failure(), outcome('pass', { subject: subject({ name: 'sessions' }) })] });

describe('a baseline', () => {
  it('is read as it was written', async () => {
    await saveBaseline(inFolder('base.json'), baselineOf(judged));
    const read = await readBaseline(inFolder('base.json'));
    expect(read).toMatchObject(baselineOf(judged));
    expect(read.findings).toHaveLength(1);
    expect(readdirSync(folder)).toEqual(['base.json']);
  });

  it('is made of a run that was written as JSON', async () => {
    writeFileSync(inFolder('run.json'), JSON.stringify(judged));
    expect(await readBaseline(inFolder('run.json'))).toEqual(baselineOf(judged));
  });

  it.each([
    ['of another format', { ...baselineOf(judged), format: 'other', schemaVersion: 1 }],
    ['of a run without a version', { ...judged, schemaVersion: undefined }],
    ['that is null', null],
  ])('is not read from a document %s', async (_, document) => {
    writeFileSync(inFolder('x.json'), JSON.stringify(document));
    const message = `${inFolder('x.json')} is not a valid baseline. Write one with: backproof scan --write-baseline FILE`;
    await expect(readBaseline(inFolder('x.json'))).rejects.toMatchObject({ name: 'BaselineError', message });
  });

  it.each<[string, object, string]>([
    ['without findings', { findings: undefined }, '"findings" is missing'],
    ['with a finding that is null', { findings: [null] }, '"findings.0" must be object'],
    [
      'with a severity that is not known',
      { findings: [{ ...baselineOf(judged).findings[0], severity: 'all' }] },
      'one of critical, high',
    ],
    ['with a field that is not known', { accepts: 'all' }, '"accepts" is not known to this version'],
  ])('is not read from one %s', async (_, fields, message) => {
    const document = { format: 'backproof-baseline', schemaVersion: 2, ...baselineOf(judged), ...fields };
    writeFileSync(inFolder('x.json'), JSON.stringify(document));
    await expect(readBaseline(inFolder('x.json'))).rejects.toThrow(message);
  });

  it.each([
    ['a baseline', { ...baselineOf(judged), format: 'backproof-baseline', schemaVersion: 99 }, '1 to 2'],
    ['a run', { ...judged, schemaVersion: 99 }, '2 to 3'],
  ])('is not read from %s of a later version', async (_, document, known) => {
    writeFileSync(inFolder('x.json'), JSON.stringify(document));
    const message = `${inFolder('x.json')} was written by schema 99; this version reads ${known}. Update backproof.`;
    await expect(readBaseline(inFolder('x.json'))).rejects.toMatchObject({ name: 'BaselineError', message });
  });

  it('is made of a run of an earlier version', async () => {
    writeFileSync(inFolder('run.json'), JSON.stringify({ ...judged, schemaVersion: 2 }));
    const { findings, ...rest } = baselineOf(judged);
    const accepted = findings.map((finding) => ({ ...finding, severity: 'critical' }));
    expect(await readBaseline(inFolder('run.json'))).toEqual({ ...rest, findings: accepted });
  });

  it('of version 1 accepts its findings whatever their severity is now: it recorded that of their rule', async () => {
    const { findings, ...rest } = baselineOf(judged);
    const document = { format: 'backproof-baseline', schemaVersion: 1, ...rest, findings };
    writeFileSync(inFolder('old.json'), JSON.stringify(document));
    const read = await readBaseline(inFolder('old.json'));
    expect(read.findings.map(({ severity }) => severity)).toEqual(findings.map(() => 'critical'));
  });

  it('that is no JSON, or no file, is named with the cause', async () => {
    writeFileSync(inFolder('cut.json'), '{"format":');
    await expect(readBaseline(inFolder('cut.json'))).rejects.toThrow(/^cannot read the baseline .*cut\.json: .*JSON/);
    await expect(readBaseline(inFolder('none.json'))).rejects.toThrow(/none\.json: ENOENT/);
  });

  it('that cannot be written leaves nothing behind', async () => {
    await expect(saveBaseline(inFolder('none/base.json'), baselineOf(judged))).rejects.toThrow('ENOENT');
    expect(readdirSync(folder)).toEqual([]);
  });
});
