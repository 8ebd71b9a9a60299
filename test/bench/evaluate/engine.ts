import { evaluate, inventoryHash, presetOf } from '@backproof/core';
import { NOW } from '@backproof/testing';
import { RULES } from 'backproof';
import { answerWith } from '../child.js';
import { stopwatch } from '../stopwatch.js';
import type { Cost } from '../stopwatch.js';
import { benchInventory } from './estate/inventory.js';

/** What it took the engine to evaluate an inventory by all rules. */
export interface EngineMeasures {
  readonly evaluating: Cost;
  /** The part of it that the inventory's hash takes, measured by itself. */
  readonly hashing: Cost;
  readonly outcomes: number;
  /** What an outcome holds, with its message and evidence. */
  readonly bytesPerOutcome: number;
}

/** Evaluates an inventory by the recommended rules, for the first time in this process. */
answerWith(({ resources }: { readonly resources: number }): EngineMeasures => {
  const inventory = benchInventory(resources);
  const before = heapUsed();
  const sinceEvaluating = stopwatch();
  const rules = presetOf('recommended', RULES);
  const run = evaluate({ inventory, rules, now: NOW, tool: { name: 'bench', version: '0' } });
  const evaluating = sinceEvaluating();
  const bytes = heapUsed() - before;

  const sinceHashing = stopwatch();
  const isSame = inventoryHash(inventory) === run.inventory.sha256;
  const hashing = sinceHashing();
  if (!isSame) throw new Error('the inventory has changed while it was evaluated');
  const outcomes = run.outcomes.length;
  return { evaluating, hashing, outcomes, bytesPerOutcome: bytes / outcomes };
});

function heapUsed(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}
