import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const ROOT = join(import.meta.dirname, '..');
const GATE = join(ROOT, 'action/gate.sh');

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'backproof-gate-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Runs the step of the action as a runner does, with the built command. */
function gate(args: string, command = `node ${join(ROOT, 'packages/backproof/bin/backproof.js')}`) {
  writeFileSync(join(folder, 'output'), '');
  const env = {
    PATH: process.env.PATH,
    HOME: '/nonexistent',
    BACKPROOF: command,
    BACKPROOF_ARGS: args,
    REPORTS: join(folder, 'reports'),
    GITHUB_STEP_SUMMARY: join(folder, 'summary.md'),
    GITHUB_OUTPUT: join(folder, 'output'),
  };
  const { status, stderr } = spawnSync('bash', [GATE], { env, cwd: folder, encoding: 'utf8' });
  return { status, stderr, output: readFileSync(join(folder, 'output'), 'utf8') };
}

it('a gate run scans, writes its reports and the summary, and ends with the exit code of the scan', () => {
  const { status, output } = gate('--sandbox china --rule retention-tiers');
  expect(status).toBe(1);
  expect(readdirSync(join(folder, 'reports')).sort()).toEqual([
    'backproof.html',
    'backproof.md',
    'backproof.sarif',
    'backproof.xml',
    'run.json',
  ]);
  const summary = readFileSync(join(folder, 'summary.md'), 'utf8');
  expect(summary).toBe(readFileSync(join(folder, 'reports/backproof.md'), 'utf8'));
  expect(output).toBe(`exit-code=1\nsarif=${join(folder, 'reports/backproof.sarif')}\n`);
});

it('arguments are words, never patterns, and what cannot start fails', () => {
  expect(gate('--rule *')).toMatchObject({ status: 2, output: 'exit-code=2\n' });
});

describe('a command that reaches no verdict is never taken for a gate that passed or failed', () => {
  it.each([
    ['npm cannot install it', 'node -e process.exitCode=1', 2, 'it could not be installed or started'],
    ['it says nothing', 'true', 2, 'it could not be installed or started'],
    ['there is none', 'no-such-command', 2, 'cannot be run: no-such-command'],
    ['it runs out of memory', 'node -e process.abort()', 3, 'ended with 134 and reached no verdict'],
  ])('%s', (_, command, code, said) => {
    // Reports of an earlier run lie in the folder.
    mkdirSync(join(folder, 'reports'), { recursive: true });
    for (const name of ['run.json', 'backproof.sarif']) writeFileSync(join(folder, 'reports', name), '{}');
    const { status, stderr, output } = gate('', command);
    expect({ status, output }).toEqual({ status: code, output: `exit-code=${code}\n` });
    expect(stderr).toContain(said);
  });
});
