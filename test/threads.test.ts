import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { canonicalJsonPieces, defineRule } from '@backproof/core';
import type { Rule } from '@backproof/core';
import { estates } from '@backproof/sandbox';
import type { Estate } from '@backproof/sandbox';
import { evaluateIn, saveInventory, withSpool } from 'backproof';
import type { ActiveRule, EvaluateOptions, Inventory, Workers } from 'backproof';
import { backproof } from './support/cli.js';
import { rulesOf, scanEstate } from './support/estate-scan.js';

const NAMES = ['demo', 'china'] as const;

/** A pack with a rule that passes all tables, by a module of its own. */
const packText = (core: string, judge: string, atStart = '') => `
import { isMainThread } from 'node:worker_threads';
import { definePack, defineRule } from '${core}';
${atStart}
export default definePack({ namespace: 'acme', rules: [defineRule({
  id: 'present', version: '1.0.0', title: 'It is there', rationale: 'r', remediation: 'r', controls: [], subject: 'resource',
  recommended: false,
  needs: {}, options: { schema: { type: 'object' }, defaults: {} },
  messages: { there: { status: 'pass', text: '{name} is there.' } },
  judge: ({ dossier: { resource }, pass }) => { ${judge} return pass('there', { name: resource.name }); },
})] });`;

let folder: string;
let inventories: ReadonlyMap<string, Inventory>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backproof-threads-'));
  const scanned = NAMES.map(async (name) => [name, (await scanEstate(estateOf(name))).inventory] as const);
  inventories = new Map(await Promise.all(scanned));
});
afterAll(() => rm(folder, { recursive: true }));

function estateOf(name: string): Estate {
  const estate = estates.get(name);
  if (estate === undefined) throw new Error(`no estate ${name}`);
  return estate;
}

function inventoryOf(name: string): Inventory {
  const inventory = inventories.get(name);
  if (inventory === undefined) throw new Error(`no inventory of ${name}`);
  return inventory;
}

/** The run of an estate as JSON, where so much of it fits into memory. */
function runText(name: string, options: EvaluateOptions, workers?: Workers, memory = 2 ** 30): Promise<string> {
  return withSpool(memory, async (spool) => {
    const run = await evaluateIn(spool, inventoryOf(name), { ...options, workers });
    return [...canonicalJsonPieces(run)].join('');
  });
}

describe.each(NAMES)('the estate %s', (name) => {
  it('gives the same run in one thread, in two and in four, and where nothing fits into memory', async () => {
    const expires = Date.parse('2027-01-01');
    const [about] = inventoryOf(name).resources;
    const waiver = { id: 'W-1', reason: 'r', owner: 'o', approvedBy: 'a', expires, resources: [about?.arn ?? '', '*'] };
    const options = { rules: rulesOf(estateOf(name)), waivers: [{ ...waiver, rule: 'backup-coverage' }] };
    const alone = await runText(name, options);
    expect(await runText(name, options, { count: 2 })).toBe(alone);
    expect(await runText(name, options, { count: 4 }, 0)).toBe(alone);
  });
});

describe('a thread that does not judge to the end', () => {
  const judgedWith = async (file: string, text: string): Promise<readonly [alone: string, inThreads: string]> => {
    const core = new URL('../packages/core/dist/index.js', import.meta.url).href;
    const path = join(folder, file);
    await writeFile(path, text.replace("'@backproof/core'", `'${core}'`));
    const module = pathToFileURL(path).href;
    const { default: pack } = (await import(module)) as { readonly default: { readonly rules: readonly Rule[] } };
    const rules = [...rulesOf(estateOf('demo')), ...pack.rules.map((rule): ActiveRule => ({ rule }))];
    return [await runText('demo', { rules }), await runText('demo', { rules }, { count: 3, packs: [module] })];
  };
  const CORE = '@backproof/core';

  it.each([
    ['ends while it judges', 'ends.mjs', 'if (!isMainThread) process.exit(7);', ''],
    ['cannot load a pack', 'broken.mjs', '', "if (!isMainThread) throw new Error('not here');"],
    ['has rules of another version', 'changed.mjs', '', ''],
  ])('loses nothing: it %s', async (_, file, judge, atStart) => {
    const text = packText(CORE, judge, atStart);
    const changed = text.replace("version: '1.0.0'", "version: isMainThread ? '1.0.0' : '2.0.0'");
    const [alone, inThreads] = await judgedWith(file, file === 'changed.mjs' ? changed : text);
    expect(inThreads).toBe(alone);
    expect(inThreads).toContain('is there.');
  });

  it('is not this one: the others judge, too', async () => {
    const mark = join(folder, 'judged-elsewhere');
    const judge = `if (!isMainThread) writeFileSync(${JSON.stringify(mark)}, resource.arn);`;
    const [alone, inThreads] = await judgedWith(
      'good.mjs',
      packText(CORE, judge, "import { writeFileSync } from 'node:fs';"),
    );
    expect(inThreads).toBe(alone);
    expect(await readFile(mark, 'utf8')).toMatch(/^arn:aws:/);
  });
});

it('judges by the rules of a program in its own thread', async () => {
  const seen = new Set<string>();
  const rule = defineRule({
    ...{ id: 'acme/seen', version: '1.0.0', title: 't', rationale: 'r', remediation: 'r', controls: [] },
    subject: 'resource',
    recommended: false,
    needs: {},
    options: { schema: { type: 'object' }, defaults: {} },
    messages: { there: { status: 'pass', text: '{name} is there.' } },
    judge: ({ dossier: { resource }, pass }) => {
      seen.add(resource.arn);
      return pass('there', { name: resource.name });
    },
  });
  await runText('china', { rules: [{ rule }] }, { count: 2 });
  expect(seen.size).toBeGreaterThan(0);
});

it('--workers says in how many threads the command judges, with the packs of its configuration', async () => {
  const core = new URL('../packages/core/dist/index.js', import.meta.url).href;
  await writeFile(join(folder, 'pack.mjs'), packText(core, ''));
  const config = join(folder, 'backproof.config.yaml');
  await writeFile(config, 'packs: [./pack.mjs]\nrules:\n  acme/present: high\n');
  const inventory = join(folder, 'demo.ndjson.gz');
  await saveInventory(inventory, inventoryOf('demo'));
  const json = async (workers: string): Promise<string> => {
    const { stdout } = await backproof([
      'evaluate',
      inventory,
      '--config',
      config,
      '--json',
      '-',
      '--workers',
      workers,
    ]);
    return stdout;
  };
  const alone = await json('1');
  expect(alone).toContain('acme/present');
  expect(await json('2')).toBe(alone);
});
