import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  canonicalJson,
  canonicalJsonPieces,
  evaluate,
  evaluateInParts,
  inventoryLines,
  readInventory,
} from '@backproof/core';
import type { EvaluateRequest, Inventory, Run } from '@backproof/core';
import { estates } from '@backproof/sandbox';
import { withSpool } from 'backproof';
import type { ActiveRule } from 'backproof';
import {
  isResource,
  resourcesIn,
  resourcesOf,
  rulesOf,
  RULES_OF_RESOURCES,
  scanEstate,
  unmetLabels,
} from './support/estate-scan.js';

const TOOL = { name: 'backproof', version: '0.0.0' };

/** Judged with the restores of peers too, and differently for some resources. */
function withPeers(rules: readonly ActiveRule[]): readonly ActiveRule[] {
  return rules.map((active) =>
    active.rule.id === 'restore-test'
      ? {
          ...active,
          options: { ...active.options, scope: 'plan' },
          overrides: [{ match: { types: ['RDS', 'EFS'] }, options: { ...active.options, scope: 'type' } }],
        }
      : active,
  );
}

/** One of `count` numbers that follows from a text. */
function numberOf(text: string, seed: number, count: number): string {
  return String(
    createHash('md5')
      .update(`${String(seed)} ${text}`)
      .digest()
      .readUInt32LE() % count,
  );
}

describe.each([...estates.values()])('the estate $name', (estate) => {
  let inventory: Inventory;
  let scanned: Run;
  let rules: readonly ActiveRule[];

  beforeAll(async () => {
    ({ inventory, run: scanned } = await scanEstate(estate));
    rules = withPeers(rulesOf(estate));
  });

  const runOf = (partitionKey: EvaluateRequest['partitionKey']) => {
    const run = evaluate({
      inventory,
      rules,
      now: inventory.takenAt,
      tool: TOOL,
      ...(partitionKey && { partitionKey }),
    });
    return canonicalJson(run);
  };

  it('bears out every label under its policy', () => {
    expect(unmetLabels(estate, scanned)).toEqual([]);
    const { outcomes, excluded } = scanned;
    expect(resourcesIn(scanned)).toEqual(resourcesOf(estate));
    const ofResources = outcomes.filter(({ subject }) => isResource(subject));
    expect(ofResources).toHaveLength(RULES_OF_RESOURCES.length * (resourcesIn(scanned).length - excluded.length));
  });

  it('gives the same run in one partition, in one for each scope and in one for each resource', () => {
    const whole = runOf(() => 'all');
    expect(runOf(undefined)).toBe(whole);
    expect(runOf(({ arn }) => arn)).toBe(whole);
  });

  it('gives the same run where nothing fits into memory', async () => {
    await withSpool(0, async (spool) => {
      const lines = [...inventoryLines(inventory)];
      const away = await readInventory(lines, spool);
      expect([...inventoryLines(away)]).toEqual(lines);
      const run = evaluateInParts({ inventory: away, rules, now: inventory.takenAt, tool: TOOL }, spool);
      expect([...canonicalJsonPieces(run)].join('')).toBe(runOf(undefined));
    });
  });

  it('gives the same run however it is cut', () => {
    const whole = runOf(() => 'all');
    for (let seed = 0; seed < 8; seed++) expect(runOf(({ arn }) => numberOf(arn, seed, 2 + (seed % 5)))).toBe(whole);
  });
});
