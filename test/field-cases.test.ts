import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { beforeAll, expect, it } from '@jest/globals';

/**
 * Small estates after public reports of people who run AWS Backup, in a folder beside the checkout. jest.config.ts leaves
 * this file out where FIELD_CASES_DIR does not name that folder.
 */
const FOLDER = process.env.FIELD_CASES_DIR ?? '';
const ROOT = join(import.meta.dirname, '..');
const COMMAND = join(ROOT, 'packages/backproof/bin/backproof.js');

const cases = readdirSync(join(FOLDER, 'cases'))
  .filter((file) => file.endsWith('.mjs'))
  .map((file) => file.slice(0, -'.mjs'.length))
  .sort();

const HOLDS = 'holds';

/** Lets the built command scan a case, and compares what it says with what the case expects: that it holds, or what does not. */
async function check(slug: string): Promise<string> {
  const args = [join(FOLDER, 'check.mjs'), '--bp', COMMAND, '--sdk', ROOT, slug];
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  const closed = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [stdout, stderr, status] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
  return status === 0 ? HOLDS : `${stdout}${stderr}`;
}

const LANES = 2;
const checked = new Map<string, Promise<string>>();

/** The cases of each lane run one after another, beside those of the others. */
beforeAll(() => {
  const lanes: Promise<unknown>[] = Array.from({ length: LANES }, () => Promise.resolve());
  for (const [index, slug] of cases.entries()) {
    const result = Promise.resolve(lanes[index % LANES]).then(() => check(slug));
    lanes[index % LANES] = result;
    checked.set(slug, result);
  }
});

it('there are cases', () => {
  expect(cases.length).toBeGreaterThan(0);
});

it.each(cases)('the field case %s holds', async (slug) => {
  expect(await checked.get(slug)).toBe(HOLDS);
});
