import { collect, resolveScopes, servicesWith } from '@backproof/aws';
import type { InventorySource, Progress, ScopeRequest, Service } from '@backproof/aws';
import { checkSettings, defined, IN_MEMORY, mergeHistory, presetOf } from '@backproof/core';
import type { ActiveRule, Instant, Inventory, ReportedRun, Run, Spool } from '@backproof/core';
import type { OwnershipTags, Recorded } from '@backproof/ledger';
import { evaluateIn } from './evaluate.js';
import type { EvaluateInOptions } from './evaluate.js';
import { neededFor } from './needed.js';
import { ownHash } from './own-hash.js';
import { RULES } from './rules.js';
import { collectYoungPointsFirst } from './young-points-first.js';
import { keeping } from './unfinished-scan.js';

/** The accounts and Regions to scan, the credentials, and the rules. */
export interface ScanOptions extends ScopeRequest, EvaluateInOptions {
  /** The folder of a ledger: what it remembers is used as history, and the run is added to it. */
  readonly ledger?: string | undefined;
  /** The tags whose values the ledger records with each resource. Absent: none. */
  readonly ownership?: OwnershipTags | undefined;
  /**
   * `off`: older recovery points are read only of resources that younger ones do not decide, if the rules say how old. The
   * run says that leftovers were not looked for. Absent: `on`.
   */
  readonly leftovers?: 'on' | 'off' | undefined;
  /** The services of packs that are read, as `packServices` checked them. Absent: Backproof's own alone. */
  readonly services?: readonly Service[] | undefined;
  /** Absent: the services alone. */
  readonly inventorySource?: InventorySource | undefined;
  /** Called often: it should be quick. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/** The inventory of a scan, and its evaluation, which may lie in a spool. */
export interface ScanInParts {
  /** The inventory with the jobs of its history. A later scan can use it as its whole history. */
  readonly inventory: Inventory;
  readonly run: ReportedRun;
  /** The place of the run in the ledger, if there is one. */
  readonly recorded?: Recorded;
}

/** The inventory of a scan, and its evaluation. */
export interface ScanResult extends ScanInParts {
  readonly run: Run;
}

/**
 * Reads an estate from AWS, as much of it as the rules need, and judges it. Calls nothing but reading operations.
 * What cannot be read becomes `unknown` in the run; it does not throw.
 *
 * @throws AwsAccessError if there are no credentials, no Region, no such role or no answer from the endpoint
 * @throws OptionsError if a rule's options do not fit its schema, before anything is read from AWS
 * @throws LedgerError if the ledger cannot be read, before anything is read from AWS
 * @throws HistoryError if an inventory of the history was taken later
 * @throws UnfinishedScanError if the estate was read, and then could not be judged or recorded: it has what was read
 * @throws the signal's reason if it is aborted
 */
export async function scan(options: ScanOptions = {}): Promise<ScanResult> {
  const { run, ...scanned } = await scanIn(IN_MEMORY, options);
  return { ...scanned, run: { ...run, outcomes: [...run.outcomes], protection: [...run.protection] } };
}

/** Scans as `scan` does; what does not fit into memory is in the spool, which the result needs. */
export async function scanIn(spool: Spool, options: ScanOptions): Promise<ScanInParts> {
  const { rules = presetOf('recommended', RULES), now = Date.now(), history = [] } = options;
  checkSettings(rules);
  const ledger = options.ledger === undefined ? undefined : await ledgerIn(options.ledger);
  const remembered = ledger === undefined ? [] : [await ledger.before(now)];
  const reading = await readingOf(spool, options, rules, now);
  const judging = (first: Inventory) => ({
    ...{ rules, now, ...defined({ subjects: options.subjects }) },
    inventory: mergeHistory(mergeHistory(first, history), remembered),
  });
  const read = await (options.leftovers === 'off'
    ? collectYoungPointsFirst(reading, rules, judging)
    : collect(reading));
  const seen = await keeping({ inventory: read }, () => mergeHistory(read, history));
  const inventory = mergeHistory(seen, remembered);
  const run = await keeping({ inventory }, () => evaluateIn(spool, inventory, { ...options, history: [] }));
  if (ledger === undefined) return { inventory, run };
  return {
    inventory,
    run,
    recorded: await keeping({ inventory, run }, () => ledger.record(seen, run, options.ownership)),
  };
}

/**
 * Reads an estate from AWS, or a part of it, as much as the rules need, and judges nothing: for `mergeInventories`.
 *
 * @throws AwsAccessError if there are no credentials, no Region, no such role or no answer from the endpoint
 * @throws the signal's reason if it is aborted
 */
export async function collectIn(spool: Spool, options: ScanOptions): Promise<Inventory> {
  const { rules = presetOf('recommended', RULES), now = Date.now() } = options;
  checkSettings(rules);
  return collect(await readingOf(spool, options, rules, now));
}

async function readingOf(spool: Spool, options: ScanOptions, rules: readonly ActiveRule[], takenAt: Instant) {
  const { inventorySource, signal, deadline, limits, onProgress, shard } = options;
  const scopes = await resolveScopes(options);
  return {
    ...{ scopes, ...neededFor(rules, options.ownership), inventorySource, takenAt, shard },
    services: servicesWith(options.services ?? []),
    ...{ signal, deadline, limits, onProgress, spool },
  };
}

/** Opens a ledger for a scan. Only then is the code that reads and writes Parquet loaded. */
async function ledgerIn(folder: string) {
  const { readHistory, recordRun } = await import('@backproof/ledger');
  return {
    before: (moment: Instant) => readHistory(folder, moment),
    record: async (seen: Inventory, run: ReportedRun, tags: OwnershipTags = {}) =>
      recordRun(folder, seen, run, { ...tags, toolSha256: await ownHash() }),
  };
}
