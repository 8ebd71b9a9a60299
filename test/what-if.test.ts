import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { backproof } from './support/cli.js';

let folder: string;
let commands: readonly (readonly string[])[];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backproof-what-if-'));
  const page = await readFile(join(import.meta.dirname, '../docs/what-if.md'), 'utf8');
  for (const [, name = '', text = ''] of page.matchAll(/^```\w+ \[([\w.]+)\]\n([^]*?)^```$/gm)) {
    await writeFile(join(folder, name), text);
  }
  commands = [...page.matchAll(/^npx backproof (.*)$/gm)].map(([, args = '']) => args.split(' '));
  const [scan = []] = commands;
  await backproof(scan, {}, folder);
});
afterAll(() => rm(folder, { recursive: true }));

const run = (args: readonly string[] = []) => backproof(args, {}, folder);
const IN = ['evaluate', 'inventory.ndjson.gz', '--with-scope', '111111111111/eu-west-1'];

it('the template of the page covers its tables, too', async () => {
  const { status, stdout, stderr } = await run(commands[1]);
  expect(stderr).toBe('');
  expect(status).toBe(0);
  expect(stdout).toContain('0 would lose cover');
  expect(stdout).toMatch(
    /DynamoDB {2}orders .* covered by production-daily -> covered by\s+production-daily, tables\n/,
  );
});

it('the selection of the page fails the gate, and names what would lose its cover', async () => {
  const { status, stdout } = await run(commands[2]);
  expect(status).toBe(1);
  expect(stdout).toContain('Would lose their cover: 8');
  expect(stdout).toMatch(/RDS {7}kiosk-db .* covered by production-daily -> not covered\n/);
  expect(stdout).toContain('backup-coverage: plan gone');
});

it('what is not known before it is applied never passes the gate', async () => {
  const selection = JSON.parse(await readFile(join(folder, 'selection.json'), 'utf8')) as { BackupPlanId: string };
  const Resources = {
    Selection: {
      Type: 'AWS::Backup::BackupSelection',
      Properties: {
        BackupPlanId: selection.BackupPlanId,
        BackupSelection: { SelectionName: 'tagged-daily', IamRoleArn: 'x', Resources: [{ Ref: 'Table' }] },
      },
    },
  };
  await writeFile(join(folder, 'open.json'), JSON.stringify({ Resources }));
  const { status, stdout } = await run([...IN, '--with', 'open.json', '--fail-on-lost-cover']);
  expect(status).toBe(3);
  expect(stdout).toContain('0 would lose cover, 8 may lose cover');
  expect(stdout).toContain('open.json: Resources.Selection: Resources[0]: Ref: Table');
});

it.each([
  [['--with', 'selection.json'], 'the inventory has several accounts or Regions. Say where the plans would be applied'],
  [['--with', 'none.json', '--with-scope', '111111111111/eu-west-1'], 'cannot read none.json: ENOENT'],
  [['--fail-on-lost-cover'], '--with-scope and --fail-on-lost-cover have no effect without --with FILE.'],
  [['--with', 'selection.json', '--json', 'run.json'], '--with writes no run, report or baseline'],
])('%j ends with one line', async (args, line) => {
  const { status, stderr } = await run(['evaluate', 'inventory.ndjson.gz', ...args]);
  expect(status).toBe(2);
  expect(stderr).toContain(line);
  expect(stderr.trim().split('\n')).toHaveLength(1);
});
