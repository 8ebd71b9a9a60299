import { cpSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson, sha256, sha256Of } from '@backproof/core';
import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { always, expectDocumented, run, useFolder } from './fuzz.fixture.js';
import { damaged, damages, mutated, mutations } from './mutations.fixture.js';

const inFolder = useFolder();
const [CLEAN, CHANGED, INVENTORY, AUDIT] = ['clean', 'changed', 'i.gz', 'audit.json'].map(inFolder) as [
  string,
  string,
  string,
  string,
];
const MANIFEST = '_manifests/000000000001.json';

let files: readonly string[] = [];

beforeAll(async () => {
  await run(['scan', '--sandbox', 'china', '--ledger', CLEAN, '--save-inventory', INVENTORY]);
  files = readdirSync(CLEAN, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(CLEAN, name)).isFile(),
  );
});

function fresh(): void {
  rmSync(CHANGED, { recursive: true, force: true });
  cpSync(CLEAN, CHANGED, { recursive: true });
}

/** All that reads a ledger. */
async function readAll(codes: readonly number[]): Promise<void> {
  const ledger = ['--ledger', CHANGED];
  expectDocumented(await run(['audit', ...ledger, '--quarter', '2026-Q4', '--out', AUDIT]), codes);
  expectDocumented(await run(['evaluate', INVENTORY, ...ledger]), codes);
  expectDocumented(await run(['ledger', 'export', 'outcomes', ...ledger, '--format', 'ndjson']), codes);
}

describe('a ledger', () => {
  it('with any file damaged is not intact', async () => {
    await always(fc.record({ file: fc.nat(), damage: damages }), async ({ file, damage }) => {
      fresh();
      const path = join(CHANGED, files[file % files.length] ?? '');
      const bytes = readFileSync(path);
      const other = damaged(bytes, damage);
      writeFileSync(path, other);
      const ended = await run(['ledger', 'verify', '--ledger', CHANGED]);
      expect(ended.code === 0).toBe(bytes.equals(other));
      expectDocumented(ended, [0, 1, 2]);
      await readAll([0, 1, 2, 3]);
    });
  });

  it('with a manifest that somebody made is read or refused', async () => {
    await always(fc.array(mutations, { minLength: 1, maxLength: 2 }), async (change) => {
      fresh();
      const { sha256: _, ...open } = JSON.parse(readFileSync(join(CHANGED, MANIFEST), 'utf8')) as object & {
        sha256: string;
      };
      const made = change.reduce<unknown>(mutated, open);
      const sealed = { ...(made as object), sha256: sha256([canonicalJson(made)]) };
      writeFileSync(join(CHANGED, MANIFEST), `${canonicalJson(sealed)}\n`);
      expectDocumented(await run(['ledger', 'verify', '--ledger', CHANGED]), [0, 1, 2]);
      await readAll([0, 1, 2, 3]);
    });
  });

  it('with a part that somebody made is read or refused', async () => {
    await always(fc.record({ file: fc.nat(), damage: damages }), async ({ file, damage }) => {
      fresh();
      const parts = files.filter((name) => name.endsWith('.parquet'));
      const name = parts[file % parts.length] ?? '';
      const other = damaged(readFileSync(join(CHANGED, name)), damage);
      writeFileSync(join(CHANGED, name), other);
      const { sha256: _, ...open } = JSON.parse(readFileSync(join(CHANGED, MANIFEST), 'utf8')) as {
        readonly sha256: string;
        readonly parts: readonly { readonly path: string }[];
      };
      const hash = sha256Of(other);
      const made = {
        ...open,
        parts: open.parts.map((part) => (part.path === name ? { ...part, sha256: hash } : part)),
      };
      writeFileSync(join(CHANGED, MANIFEST), `${canonicalJson({ ...made, sha256: sha256([canonicalJson(made)]) })}\n`);
      await readAll([0, 1, 2, 3]);
    });
  });
});
