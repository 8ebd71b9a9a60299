import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { auditCsv, auditHtml, auditJson, auditTableNamed } from 'backproof';
import type { Audit, SampleRequest } from 'backproof';
import { auditOfRecordedQuarter } from './support/recorded-quarter.js';

const execute = promisify(execFile);
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backproof-sample-'));
  const page = await readFile(join(import.meta.dirname, '../docs/audit.md'), 'utf8');
  const [, script] = /```js\n(\/\/ node draw-sample\.mjs[^]*?)```/.exec(page) ?? [];
  await writeFile(join(folder, 'draw-sample.mjs'), script ?? '');
});
afterAll(() => rm(folder, { recursive: true }));

function sampled(sample?: SampleRequest): Promise<Audit> {
  return auditOfRecordedQuarter({ sample });
}

function drawnIn({ sample }: Audit): readonly string[] {
  return (sample?.items ?? []).map(({ stratum, sha256, region, arn }) => [stratum, sha256, region, arn].join(' '));
}

describe('a sample', () => {
  it.each<[string, SampleRequest]>([
    ['of all', { size: 3, seed: 'lottery' }],
    ['of each type', { size: 1, seed: 'größe 1', by: 'type' }],
    ['of each account', { size: 2, seed: 'a\nb', by: 'account' }],
    ['of more than there are', { size: 999, seed: '1' }],
  ])('%s is drawn again by the script of the documentation', async (_, request) => {
    const audit = await sampled(request);
    expect(drawnIn(audit).length).toBeGreaterThan(0);
    await writeFile(join(folder, 'audit.json'), [...auditJson(audit)].join(''));
    const { size, seed, by = '' } = request;
    const args = ['draw-sample.mjs', 'audit.json', String(size), seed, by];
    const { stdout } = await execute(process.execPath, args, { cwd: folder });
    expect(stdout.trimEnd().split('\n')).toEqual(drawnIn(audit));
  });

  it('is another by another seed, and the first ones of a larger one', async () => {
    const [three, five, others] = await Promise.all(
      [
        { size: 3, seed: 'a' },
        { size: 5, seed: 'a' },
        { size: 3, seed: 'b' },
      ].map(sampled),
    );
    expect(five && drawnIn(five).slice(0, 3)).toEqual(three && drawnIn(three));
    expect(others && drawnIn(others)).not.toEqual(three && drawnIn(three));
  });

  it('has the evidence of each resource, passes included', async () => {
    const audit = await sampled({ size: 999, seed: 'a' });
    const items = audit.sample?.items ?? [];
    expect(audit.sample?.from).toBe(items.length);
    for (const { run, results, arn } of items) {
      expect(run.inventorySha256).toMatch(/^[0-9a-f]{64}$/);
      expect(results.length).toBeGreaterThan(0);
      const ofResource = audit.population.resources.find((resource) => resource.arn === arn);
      if (run.id === audit.population.closing?.id) {
        const statuses = results.map(({ ruleId, status }) => [ruleId, status]);
        expect(Object.fromEntries(statuses)).toEqual(ofResource?.results);
      }
    }
    const statuses = items.flatMap(({ results }) => results.map(({ status }) => status));
    expect(new Set(statuses)).toEqual(new Set(['pass', 'fail', 'notApplicable']));
    expect(items.some(({ points }) => points.some(({ sourceVaultArn }) => sourceVaultArn !== undefined))).toBe(true);
    const customers = items.find(({ name }) => name === 'customers');
    expect(customers?.restores.length).toBeGreaterThan(0);
    expect(customers?.points.some(({ planId }) => planId !== undefined)).toBe(true);
    const page = [...auditHtml(audit)].join('');
    for (const { sha256 } of items) expect(page).toContain(sha256);
    const lines = [...auditCsv(audit, auditTableNamed('sample'))];
    expect(lines).toHaveLength(1 + items.flatMap(({ results }) => results).length);
  });

  it('is in no audit that was not asked for one', async () => {
    const audit = await sampled();
    expect(audit.sample).toBeUndefined();
    expect([...auditHtml(audit)].join('')).toContain('No sample was asked for');
  });
});
