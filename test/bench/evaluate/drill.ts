import { drill, USUAL_LOSSES } from '@backproof/core';
import { NOW } from '@backproof/testing';
import { answerWith } from '../child.js';
import { stopwatch } from '../stopwatch.js';
import type { Cost } from '../stopwatch.js';
import { benchInventory } from './estate/inventory.js';

/** What it took to work out what five losses leave of an inventory. */
export interface DrillMeasures {
  readonly drilling: Cost;
  readonly drilled: number;
  /** Resources that come back, by loss. */
  readonly back: readonly number[];
}

/** Drills an inventory, for the first time in this process. */
answerWith(({ resources }: { readonly resources: number }): DrillMeasures => {
  const inventory = benchInventory(resources);
  const sinceDrilling = stopwatch();
  const back = USUAL_LOSSES.map(() => 0);
  let drilled = 0;
  for (const { survivals } of drill(inventory, { losses: USUAL_LOSSES, now: NOW })) {
    drilled += 1;
    survivals.forEach((survival, index) => {
      if (survival?.status === 'survives') back[index] = (back[index] ?? 0) + 1;
    });
  }
  return { drilling: sinceDrilling(), drilled, back };
});
