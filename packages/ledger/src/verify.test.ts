import { generateKeyPairSync } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { canonicalJson, sha256 } from '@backproof/core';
import { recoveryPoint, restoreJob } from '@backproof/testing';
import fc from 'fast-check';
import { openLedger } from './chain.js';
import { compactLedger } from './compact.js';
import { manifestPath } from './layout.js';
import { allFiles } from './ledger-files.js';
import { LedgerError } from './ledger-error.js';
import { day, emptyFolder, inventoryOf, orders, richInventory, runOf } from './ledger.fixture.js';
import { pruneLedger } from './prune.js';
import { recordRun } from './record.js';
import { privateKey, publicKey, signLedger } from './sign.js';
import { verifyLedger } from './verify.js';

/** A ledger of three runs; the first two are of one day, so that there is something to compact. */
async function threeRuns(): Promise<string> {
  const folder = await emptyFolder();
  for (const inventory of [
    inventoryOf(day(0) - 1, { restoreJobs: [restoreJob(orders)] }),
    richInventory(day(0)),
    inventoryOf(day(1), { points: [recoveryPoint(orders)] }),
  ]) {
    await recordRun(folder, inventory, runOf(inventory));
  }
  return folder;
}

function keyPair() {
  const { privateKey: secret, publicKey: open } = generateKeyPairSync('ed25519');
  return {
    secret: privateKey(secret.export({ type: 'pkcs8', format: 'pem' }).toString()),
    open: publicKey(open.export({ type: 'spki', format: 'pem' }).toString()),
  };
}

const faultsOf = async (folder: string, options: Parameters<typeof verifyLedger>[1] = {}) =>
  (await verifyLedger(folder, options)).faults;

describe('a ledger', () => {
  it('is intact as it was written, compacted or pruned', async () => {
    const folder = await threeRuns();
    const { faults, manifests, parts, head } = await verifyLedger(folder);
    expect({ faults, manifests, head }).toEqual({
      faults: [],
      manifests: 3,
      head: { number: 3, sha256: (await openLedger(folder)).manifests.at(-1)?.sha256 },
    });
    expect(parts).toBeGreaterThan(10);
    await compactLedger(folder, day(10));
    expect(await verifyLedger(folder)).toMatchObject({ faults: [], manifests: 4 });
    await pruneLedger(folder, 1, day(366));
    expect(await verifyLedger(folder)).toMatchObject({ faults: [], manifests: 5 });
  });

  it('is intact where there is none', async () => {
    expect(await verifyLedger(await emptyFolder())).toEqual({ faults: [], manifests: 0, parts: 0 });
  });

  it('names what is a folder where a file was, and a file where a folder was', async () => {
    const folder = await threeRuns();
    const files = await allFiles(folder);
    const part = files.find((file) => file.startsWith('kind=outcomes')) ?? '';
    const manifest = '_manifests/000000000002.json';
    for (const file of [part, manifest]) {
      await rm(join(folder, file));
      await mkdir(join(folder, file));
    }
    await writeFile(join(folder, 'kind=strange'), '');
    const faults = await faultsOf(folder);
    expect(faults.map(({ file }) => file)).toEqual(expect.arrayContaining([manifest]));
    await expect(openLedger(folder)).rejects.toMatchObject({ name: 'LedgerError' });
  });

  it('names the file of which a byte was changed, whichever it is', async () => {
    const folder = await threeRuns();
    await compactLedger(folder, day(1));
    const { secret, open } = keyPair();
    await signLedger(folder, secret);
    const files = await allFiles(folder);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        async (file, at, flip) => {
          const path = join(folder, file);
          const intact = await readFile(path);
          const changed = Buffer.from(intact);
          const index = at % changed.length;
          changed[index] = (changed[index] ?? 0) ^ flip;
          await writeFile(path, changed);
          const faults = await faultsOf(folder, { publicKeys: [open] });
          await writeFile(path, intact);
          expect(faults.map((fault) => fault.file)).toContain(file);
        },
      ),
      { numRuns: 150 },
    );
    expect(await faultsOf(folder, { publicKeys: [open] })).toEqual([]);
  });

  it('names what was removed, whichever it is but the newest manifest', async () => {
    const folder = await threeRuns();
    const files = (await allFiles(folder)).filter((file) => file !== manifestPath(3));
    for (const file of files) {
      await rename(join(folder, file), join(folder, 'kept'));
      expect((await faultsOf(folder)).filter((fault) => fault.file === file)).toEqual([
        { file, fault: 'missing: it was removed' },
      ]);
      await rename(join(folder, 'kept'), join(folder, file));
    }
  });

  it('names what was inserted', async () => {
    const folder = await threeRuns();
    const [part = ''] = (await openLedger(folder)).parts.keys();
    const inserted = part.replace(/part-.{12}/, 'part-000000000000');
    await copyFile(join(folder, part), join(folder, inserted));
    await writeFile(join(folder, '_manifests/notes.txt'), 'hello');
    await writeFile(
      join(folder, 'kind=runs/.part-1.parquet.1.tmp'),
      'a stopped writer leaves this, and no reader sees it',
    );
    const fault = 'no manifest lists it: it was inserted, or its recording was interrupted';
    expect(await faultsOf(folder)).toEqual([
      { file: '_manifests/notes.txt', fault },
      { file: inserted, fault },
    ]);
  });

  it('does not open where a manifest was changed or removed', async () => {
    const folder = await threeRuns();
    await rm(join(folder, manifestPath(2)));
    await expect(openLedger(folder)).rejects.toThrow(
      /000000000002\.json: it is missing, although later manifests exist/,
    );
    await writeFile(join(folder, manifestPath(2)), '{"format":"backproof-ledger"}');
    await expect(openLedger(folder)).rejects.toThrow(LedgerError);
  });

  it('names manifests of which one was replaced by another that is right in itself', async () => {
    const folder = await threeRuns();
    await writeFile(join(folder, manifestPath(2)), await forge(folder, 2));
    expect(await faultsOf(folder)).toEqual([
      { file: manifestPath(3), fault: 'it does not follow the previous manifest: one of them was replaced' },
    ]);
  });

  it('of a later version is not read', async () => {
    const folder = await threeRuns();
    await writeFile(join(folder, manifestPath(3)), await forge(folder, 3, { schemaVersion: 9 }));
    const refusal = {
      name: 'LedgerError',
      message: `${join(folder, manifestPath(3))} was written by schema 9; this version reads 1 to 2. Update backproof.`,
    };
    await expect(openLedger(folder)).rejects.toMatchObject(refusal);
    await expect(verifyLedger(folder)).rejects.toMatchObject(refusal);
  });

  it('that lost its newest manifests shows it against the head that somebody kept', async () => {
    const folder = await threeRuns();
    const head = (await openLedger(folder)).manifests.at(-1);
    expect(await faultsOf(folder, { head: head?.sha256 })).toEqual([]);
    for (const part of head?.parts ?? []) await rm(join(folder, part.path));
    await rm(join(folder, manifestPath(3)));
    expect(await faultsOf(folder)).toEqual([]);
    expect(await faultsOf(folder, { head: head?.sha256 })).toEqual([
      {
        file: '_manifests',
        fault: `no manifest has the hash ${String(head?.sha256)}: the newest were removed, or the ledger was rewritten`,
      },
    ]);
  });
});

describe('a signature', () => {
  it('is asked for where a public key is given, and holds for the newest manifest', async () => {
    const folder = await threeRuns();
    const { secret, open } = keyPair();
    const unsigned = { file: manifestPath(3), fault: 'it is not signed with a given key' };
    expect(await faultsOf(folder, { publicKeys: [open] })).toEqual([unsigned]);
    expect((await signLedger(folder, secret))?.number).toBe(3);
    expect(await faultsOf(folder, { publicKeys: [open] })).toEqual([]);
    expect(await faultsOf(folder, { publicKeys: [keyPair().open] })).toEqual([unsigned]);
    expect(await faultsOf(folder, { publicKeys: [keyPair().open, open] })).toEqual([]);
    const later = inventoryOf(day(2));
    await recordRun(folder, later, runOf(later));
    expect(await faultsOf(folder, { publicKeys: [open] })).toEqual([{ ...unsigned, file: manifestPath(4) }]);
  });

  it('of a manifest that is gone tells that it was removed', async () => {
    const folder = await threeRuns();
    await signLedger(folder, keyPair().secret);
    const head = (await openLedger(folder)).manifests.at(-1);
    for (const part of head?.parts ?? []) await rm(join(folder, part.path));
    await rm(join(folder, manifestPath(3)));
    const [signature = ''] = (await readdir(join(folder, '_manifests'))).filter((name) => name.endsWith('.sig'));
    expect(await faultsOf(folder)).toEqual([
      { file: `_manifests/${signature}`, fault: 'its manifest does not exist: the manifest was removed' },
    ]);
  });

  it.each([
    ['nothing of the kind', 'hello', 'not an unencrypted private key in PEM'],
    [
      'a key of another kind',
      generateKeyPairSync('ed448').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      'not an Ed25519 private key',
    ],
  ])('is not made with %s', (_, pem, message) => {
    expect(() => privateKey(pem)).toThrow(message);
  });
});

/** A manifest that says something else and is right in itself. */
async function forge(
  folder: string,
  number: number,
  fields: object = { takenAt: '1999-01-01T00:00:00.000Z' },
): Promise<string> {
  const parsed = JSON.parse(await readFile(join(folder, manifestPath(number)), 'utf8')) as object;
  const open = Object.fromEntries(Object.entries({ ...parsed, ...fields }).filter(([key]) => key !== 'sha256'));
  return `${canonicalJson({ ...open, sha256: sha256([canonicalJson(open)]) })}\n`;
}
