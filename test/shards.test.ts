import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canonicalJson, mergeInventories } from '@backproof/core';
import type { NamedInventory, Run } from '@backproof/core';
import { estates, startSandbox } from '@backproof/sandbox';
import type { RequestRecord } from '@backproof/sandbox';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { evaluate, openInventory } from 'backproof';
import { backproof } from './support/cli.js';
import { credentialsIn, RECOMMENDED_RULES, scanArguments } from './support/estate-scan.js';

const SHARDS = 3;

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backproof-shards-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** A run without what is counted of calls: each part asks who it is and lists the organization. */
function comparable({ calls: _, inventory, id: __, ...run }: Run): string {
  return canonicalJson({ ...run, inventory: { ...inventory, sha256: '' } });
}

describe('an organization that is read in parts', () => {
  const org = estates.get('org');
  if (org === undefined) throw new Error('there is no estate org');
  const fileOf = (index: number): string => join(folder, `${String(index)}.ndjson.gz`);
  let whole: Run;
  /** Those of all parts. */
  let sandboxRequests: readonly RequestRecord[];

  beforeAll(async () => {
    const sandbox = await startSandbox({ world: org.world, throttles: false });
    const [, ...flags] = scanArguments(org, sandbox);
    const environment = credentialsIn(sandbox);
    const read = (out: string, more: readonly string[] = []) =>
      backproof(['collect', '--no-config', ...flags, '--out', out, ...more], environment);
    const parts = Array.from({ length: SHARDS }, (_, place) => place + 1);
    for (const index of parts) {
      const { status, stderr } = await read(fileOf(index), ['--shard', `${String(index)}/${String(SHARDS)}`]);
      expect({ status, stderr }).toMatchObject({ status: 0 });
    }
    sandboxRequests = [...sandbox.requests];
    const file = join(folder, 'whole.ndjson.gz.not-a-part');
    await read(file);
    whole = evaluate(await openInventory(file), { rules: RECOMMENDED_RULES.map((rule) => ({ rule })) });
    await sandbox.close();
  });

  it('is judged as if it had been read at once', async () => {
    const parts: NamedInventory[] = [];
    for (let index = SHARDS; index >= 1; index--) {
      parts.push({ name: String(index), inventory: await openInventory(fileOf(index)) });
    }
    expect(parts.map(({ inventory }) => inventory.scopes.length).every((scopes) => scopes > 0)).toBe(true);
    const merged = evaluate(await mergeInventories(parts), { rules: RECOMMENDED_RULES.map((rule) => ({ rule })) });
    expect(comparable(merged)).toBe(comparable(whole));
  });

  it('is entered by each part only where that part reads', () => {
    const entered = sandboxRequests.filter(({ operation }) => operation === 'AssumeRole').length;
    expect(entered).toBe(org.world.accounts.length);
  });

  it('is judged by the command from the folder of its parts', async () => {
    const { status, stdout } = await backproof(['evaluate', '--no-config', folder]);
    expect(status).toBe({ clean: 0, violations: 1, incomplete: 3 }[whole.gate.result]);
    expect(stdout).not.toBe('');
  });

  it('is not judged while a part is missing', async () => {
    const { status, stderr } = await backproof(['evaluate', '--no-config', fileOf(1), fileOf(3)]);
    expect(status).toBe(2);
    expect(stderr).toContain('of 3 parts of the scan 1 are missing: 2. Give all of them.');
    const alone = await backproof(['evaluate', '--no-config', fileOf(1)]);
    expect(alone.stderr).toContain('of 3 parts of the scan 2 are missing: 2, 3. Give all of them.');
  });
});

describe('collect refuses', () => {
  it.each([
    [['--shard', '2/8'], '--shard needs --now TIME, the same one for all parts'],
    [['--ledger', 'runs'], '--ledger has no effect on collect, which judges nothing. Give it to evaluate.'],
    [['--fail-on', 'high'], '--fail-on has no effect on collect'],
  ])('%j, before anything is read', async (flags, message) => {
    const { status, stderr } = await backproof([
      'collect',
      '--no-config',
      '--out',
      join(folder, 'x.ndjson.gz'),
      ...flags,
    ]);
    expect({ status, stderr }).toMatchObject({ status: 2, stderr: expect.stringContaining(message) });
  });
});
