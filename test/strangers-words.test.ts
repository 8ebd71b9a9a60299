import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { backproof } from './support/cli.js';

let folder: string;

/** It would turn the screen red, the text around and the log of GitHub into an error. */
const EVIL = '\u001b[31m\nbackproof: fine\n\u202ednegnahc\u2066\u200b\r::error::x';

const LONG = 'x'.repeat(100_000);

const HEADER = '{"format":"backproof-inventory","schemaVersion":2,"takenAt":1}';
const record = (fields: object): string => JSON.stringify({ kind: 'vaults', record: fields });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backproof-words-'));
  const write = (name: string, content: string | Uint8Array) => writeFile(join(folder, name), content);
  await write('rules.yaml', JSON.stringify({ rules: { [EVIL]: 'high', [LONG]: 'low' } }));
  await write('fields.yaml', JSON.stringify({ [EVIL]: 1, [LONG]: 1, gate: { failOn: EVIL } }));
  await write('packs.yaml', JSON.stringify({ packs: [`./${EVIL}`, `./${LONG}`] }));
  await write('waivers.yaml', JSON.stringify({ waivers: [EVIL] }));
  await write('field.gz', gzipSync(`${HEADER}\n${record({ [EVIL]: 1 })}`));
  await write('long.gz', gzipSync(`${HEADER}\n${record({ [LONG]: 1 })}`));
  await write('kind.gz', gzipSync(`${HEADER}\n${JSON.stringify({ kind: EVIL, record: {} })}`));
  await write('run.json', EVIL);
  await write('list.yaml', JSON.stringify([{ file: EVIL, arn: 'arn:x', [LONG]: 1 }]));
});
afterAll(() => rm(folder, { recursive: true }));

it.each([
  [['scan', '--rule', EVIL]],
  [['scan', '--rule', LONG]],
  [['scan', '--type', EVIL]],
  [['scan', '--now', EVIL]],
  [['scan', `--${EVIL}`]],
  [['scan', `--${LONG}`]],
  [[EVIL]],
  [['scan', '--endpoint-url', EVIL]],
  [['scan', '--region', `eu-${EVIL}`, '--endpoint-url', 'http://127.0.0.1:1']],
  [['scan', '--baseline', EVIL]],
  [['scan', '--report', `html=${EVIL}/${EVIL}`]],
  [['config', '--config', 'rules.yaml']],
  [['config', '--config', 'fields.yaml']],
  [['config', '--config', 'packs.yaml']],
  [['config', '--config', 'waivers.yaml']],
  [['evaluate', EVIL]],
  [['evaluate', 'field.gz']],
  [['evaluate', 'long.gz']],
  [['evaluate', 'kind.gz']],
  [['report', 'run.json', '--report', 'markdown=-']],
  [['report', 'run.json', '--report', EVIL]],
  [['evaluate', 'kind.gz', '--report', 'sarif=-', '--source-map', 'list.yaml']],
  [['explain', EVIL, '--sandbox', 'china']],
  [['ledger', 'verify', '--ledger', EVIL]],
  [['ledger', 'import', EVIL, '--ledger', '.']],
  [['ledger', 'export', EVIL, '--ledger', '.']],
  [['audit', '--ledger', '.', '--quarter', EVIL, '--out', 'x.html']],
])('a message that quotes a stranger is printable, short and one line a fault: %#', async (args) => {
  const { status, stdout, stderr } = await backproof(args, {}, folder);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
  const lines = stderr.split('\n').filter((line) => line !== '' && !line.startsWith('read '));
  for (const line of lines) {
    expect(line).toMatch(/^backproof: (?!fine$)/);
    expect(line.length).toBeLessThan(2100);
    expect(line).not.toMatch(/unexpected|undefined/);
  }
  expect(lines.length).toBeLessThan(4);
});
