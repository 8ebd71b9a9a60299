import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';

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
function gate(args: string) {
  const env = {
    PATH: process.env.PATH,
    HOME: '/nonexistent',
    BACKPROOF: `node ${join(ROOT, 'packages/backproof/bin/backproof.js')}`,
    BACKPROOF_ARGS: args,
    REPORTS: join(folder, 'reports'),
    GITHUB_STEP_SUMMARY: join(folder, 'summary.md'),
    GITHUB_OUTPUT: join(folder, 'output'),
  };
  return spawnSync('bash', [GATE], { env, cwd: folder, encoding: 'utf8' }).status;
}

it('a gate run scans, writes its reports and the summary, and ends with the exit code of the scan', () => {
  expect(gate('--sandbox china --rule retention-tiers')).toBe(1);
  expect(readdirSync(join(folder, 'reports')).sort()).toEqual([
    'backproof.html',
    'backproof.md',
    'backproof.sarif',
    'backproof.xml',
    'run.json',
  ]);
  const summary = readFileSync(join(folder, 'summary.md'), 'utf8');
  expect(summary).toBe(readFileSync(join(folder, 'reports/backproof.md'), 'utf8'));
  expect(readFileSync(join(folder, 'output'), 'utf8')).toBe('exit-code=1\n');
});

it('arguments are words, never patterns, and what cannot start fails', () => {
  expect(gate('--rule *')).toBe(2);
});
