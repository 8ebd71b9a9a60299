import { DAY, evaluate, InventoryBuilder, presetOf, sha256 } from '@backproof/core';
import type { Instant, Inventory, Outcome, Run } from '@backproof/core';
import { recordRun } from '@backproof/ledger';
import { NOW } from '@backproof/testing';
import { RULES } from 'backproof';
import { answerWith } from '../child.js';
import { benchInventory } from '../evaluate/estate/inventory.js';
import { stopwatch } from '../stopwatch.js';
import type { Cost } from '../stopwatch.js';

/** A ledger to write: daily runs over so many resources, the last of them at the bench's now. */
export interface WriteQuestion {
  readonly folder: string;
  readonly resources: number;
  readonly days: number;
}

/** What it took to record the runs, and what they hold. */
export interface WriteMeasures {
  readonly recording: Cost;
  readonly outcomes: number;
  readonly peakRssBytes: number;
}

/**
 * Records one run after the other. The first is a real evaluation; on each day a few other outcomes than the week before
 * fail, and a few restore jobs are new. The newest points are left out: they are in files of their own, which an audit
 * does not open.
 */
answerWith(async ({ folder, resources, days }: WriteQuestion): Promise<WriteMeasures> => {
  const { scopes, restoreJobs, model } = firstRun(resources);
  const seen = { scopes, restoreJobs: restoreJobs.slice(0, RESTORES_A_DAY) };
  const since = stopwatch();
  for (let day = 0; day < days; day++) {
    const takenAt = NOW - (days - 1 - day) * DAY;
    await recordRun(folder, seenOn(seen, takenAt, day), runOf(model, takenAt, day));
  }
  const peakRssBytes = process.resourceUsage().maxRSS * 1024;
  return { recording: since(), outcomes: days * model.outcomes.length, peakRssBytes };
});

const RESTORES_A_DAY = 100;

/** What is kept of the inventory that was evaluated is little: the rest would only keep the collector of garbage busy. */
function firstRun(resources: number) {
  const inventory = benchInventory(resources);
  const rules = presetOf('recommended', RULES);
  const model = evaluate({ inventory, rules, now: NOW, tool: { name: 'bench', version: '0' } });
  return { scopes: inventory.scopes, restoreJobs: inventory.restoreJobs, model };
}

function seenOn(
  { scopes, restoreJobs }: Pick<Inventory, 'scopes' | 'restoreJobs'>,
  takenAt: Instant,
  day: number,
): Inventory {
  const builder = new InventoryBuilder(takenAt);
  for (const scope of scopes) {
    builder.add('scopes', scope);
    builder.add('populations', { kind: 'restoreJobs', scope, count: RESTORES_A_DAY, pages: 1, status: 'complete' });
  }
  for (const job of restoreJobs) {
    const createdAt = takenAt - DAY / 2;
    builder.add('restoreJobs', { ...job, id: `${job.id}-${day}`, createdAt, completedAt: createdAt + DAY / 24 });
  }
  return builder.build();
}

function runOf(model: Run, takenAt: Instant, day: number): Run {
  const now = new Date(takenAt).toISOString();
  const week = Math.floor(day / 7);
  const failing = (outcome: Outcome, index: number): Outcome =>
    outcome.status === 'pass' && (index + week) % 53 === 0
      ? { ...outcome, status: 'fail', severity: 'high', disposition: { kind: 'open' } }
      : outcome;
  return {
    ...model,
    id: sha256([`run of day ${day}`]),
    now,
    inventory: { ...model.inventory, takenAt: now, sha256: sha256([now]) },
    outcomes: model.outcomes.map(failing),
  };
}
