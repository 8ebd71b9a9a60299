import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { canonicalJson, inventoryLines } from '@backproof/core';
import type { Rule } from '@backproof/core';
import { demo } from '@backproof/sandbox';
import { evaluate } from 'backproof';
import { rulesOf, scanWorld } from './support/estate-scan.js';

/** The most that a scan of the demo estate may take of what can be counted. Times depend on the machine, these do not. */
interface Budget {
  readonly callsAScope: number;
  /** Of the run as JSON: evidence that is doubled by relations shows here. */
  readonly bytesAnOutcome: number;
  /** The objects that the outcomes hold in memory, each once however many of them share it. */
  readonly objectsAnOutcome: number;
  /** How often rules are asked: what is related is judged once for all that ask. */
  readonly judgementsAnOutcome: number;
  readonly bytesOfTheInventoryAResource: number;
}

/** A rule that counts how often it is asked. */
function counted(rule: Rule, onJudge: () => void): Rule {
  return {
    ...rule,
    prepare: (setting) => {
      const judge = rule.prepare(setting);
      return (dossier) => {
        onJudge();
        return judge(dossier);
      };
    },
  };
}

/** The number of objects that can be reached from a value. */
function objectsIn(value: unknown, seen = new Set<object>()): number {
  if (typeof value !== 'object' || value === null || seen.has(value)) return seen.size;
  seen.add(value);
  for (const part of Object.values(value)) objectsIn(part, seen);
  return seen.size;
}

async function measured(): Promise<Budget> {
  const { now } = demo.world;
  const rules = rulesOf(demo).filter(({ rule }) => rule.recommended);
  const { inventory, run } = await scanWorld(demo.world, { rules });

  let judgements = 0;
  const counting = rules.map((active) => ({ ...active, rule: counted(active.rule, () => judgements++) }));
  const { outcomes } = evaluate(inventory, { rules: counting, now });
  return {
    callsAScope: run.calls.reduce((sum, { calls }) => sum + calls, 0) / run.scopes.length,
    bytesAnOutcome: Buffer.byteLength(canonicalJson(outcomes)) / outcomes.length,
    objectsAnOutcome: objectsIn(outcomes) / outcomes.length,
    judgementsAnOutcome: judgements / outcomes.length,
    bytesOfTheInventoryAResource:
      Buffer.byteLength([...inventoryLines(inventory)].join('')) / inventory.resources.length,
  };
}

it('a rule that is not recommended costs a scan by the others no call', async () => {
  const { requests } = await scanWorld(demo.world, {});
  const called = requests.map(({ operation }) => operation);
  expect(called).not.toContain('GetBackupVaultAccessPolicy');
  const keys = requests.filter(({ operation }) => operation === 'DescribeKey');
  expect(keys.length).toBeLessThan(demo.world.regions.length * demo.world.accounts.length);
});

it('a scan of the demo estate keeps to its budget', async () => {
  const budget = JSON.parse(await readFile(join(import.meta.dirname, 'budget.json'), 'utf8')) as Budget;
  const measures = await measured();
  const exceeded = Object.entries(measures).filter(([name, value]) => value > budget[name as keyof Budget]);
  // Where more is worth its price, the budget says so from then on.
  expect(exceeded).toEqual([]);
});
