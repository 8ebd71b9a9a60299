import { collect, resolveScopes } from '@backproof/aws';
import type { Progress, ScopeRequest } from '@backproof/aws';
import { mergeHistory, neededPopulations, presetOf } from '@backproof/core';
import type { Inventory, Run } from '@backproof/core';
import { evaluate } from './evaluate.js';
import type { EvaluateOptions } from './evaluate.js';
import { RULES } from './rules.js';

/** What to scan, as whom, and by what to judge it. */
export interface ScanOptions extends ScopeRequest, EvaluateOptions {
  /** Called often: it should be quick. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/** What a scan saw and what it means. */
export interface ScanResult {
  /** What was read, with what its history adds: saved, it is the whole history of a later scan. */
  readonly inventory: Inventory;
  readonly run: Run;
}

/**
 * Reads an estate from AWS, as much of it as the rules need, and judges it. Calls nothing but reading operations.
 * What cannot be read becomes `unknown` in the run; it does not throw.
 *
 * @throws AwsAccessError where there are no credentials, no Region, no such role or nobody at the endpoint
 * @throws OptionsError if a rule's options do not fit its schema
 * @throws HistoryError if an inventory of the history was taken later
 * @throws the signal's reason when it is aborted
 */
export async function scan(options: ScanOptions = {}): Promise<ScanResult> {
  const { rules = presetOf('recommended', RULES), now = Date.now(), history = [], signal, onProgress } = options;
  const scopes = await resolveScopes(options);
  const populations = neededPopulations(rules.map(({ rule }) => rule));
  const read = await collect({ scopes, populations, takenAt: now, signal, onProgress });
  const inventory = mergeHistory(read, history);
  return { inventory, run: evaluate(inventory, { ...options, history: [] }) };
}
