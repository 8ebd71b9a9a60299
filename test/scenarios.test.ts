import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { backproof } from './support/cli.js';
import { fits, parseScenario } from './support/scenario.js';
import type { Step } from './support/scenario.js';

const FOLDER = join(import.meta.dirname, 'scenarios');
const files = (await readdir(FOLDER)).filter((name) => name.endsWith('.scenario'));
const scenarios = await Promise.all(
  files.map(async (name) => ({ name, ...parseScenario(await readFile(join(FOLDER, name), 'utf8')) })),
);

/** Inventories of estates that scenarios may evaluate: a scan of each, taken once. */
const ESTATES = ['china', 'demo', 'partial', 'org'];

let shared: string;

beforeAll(async () => {
  shared = await mkdtemp(join(tmpdir(), 'backproof-scenarios-'));
  for (const estate of ESTATES) {
    await backproof(['scan', '--sandbox', estate, '--save-inventory', join(shared, `${estate}.ndjson.gz`)]);
  }
});
afterAll(() => rm(shared, { recursive: true }));

/** What differs from what is expected; empty if nothing does. */
function differences(step: Step, result: Record<'stdout' | 'stderr', string> & { readonly status: number | null }) {
  const texts = (['stdout', 'stderr'] as const).filter((stream) => !fits(step[stream], result[stream]));
  return Object.fromEntries([
    ...texts.map((stream) => [stream, result[stream]]),
    ...(result.status === step.status ? [] : [['status', result.status]]),
  ]) as object;
}

it.each(scenarios)('$name: $title', async ({ files: given, steps }) => {
  const folder = await mkdtemp(join(tmpdir(), 'backproof-scenario-'));
  try {
    for (const [name, text] of Object.entries(given)) await writeFile(join(folder, name), text);
    for (const step of steps) {
      const args = step.args.map((word) => word.replace('$INVENTORIES', shared));
      const result = await backproof(args, step.env, folder);
      expect(differences(step, result)).toEqual({});
      for (const [name, text] of Object.entries(step.leaves)) {
        expect(fits(text, await readFile(join(folder, name), 'utf8'))).toBe(true);
      }
    }
  } finally {
    await rm(folder, { recursive: true });
  }
});

describe('the scenarios', () => {
  it('prove every exit code', () => {
    const codes = new Set(scenarios.flatMap(({ steps }) => steps.map(({ status }) => status)));
    expect([...codes].sort()).toEqual([0, 1, 2, 3]);
  });

  it.each(['scan', 'evaluate', 'explain', 'report', 'rules', 'init', 'config'])(
    'use every flag of %s',
    async (name) => {
      const { stdout } = await backproof([name, '--help']);
      const flags = [...stdout.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)].map(([, flag]) => flag ?? '');
      const used = new Set(scenarios.flatMap(({ steps }) => steps.flatMap(({ args }) => args)));
      expect(flags.filter((flag) => flag !== '--help' && !used.has(flag))).toEqual([]);
    },
  );
});
