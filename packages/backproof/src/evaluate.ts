import { availableParallelism } from 'node:os';
import {
  defined,
  evaluate as evaluateInventory,
  evaluateInParts,
  fairPartitions,
  mergeHistory,
  presetOf,
} from '@backproof/core';
import type {
  ActiveRule,
  Baseline,
  EvaluateRequest,
  GatePolicy,
  Instant,
  Inventory,
  PackType,
  ReportedRun,
  Run,
  Spool,
  Subjects,
  Waiver,
} from '@backproof/core';
import { checkTypes } from './check-types.js';
import { RULES } from './rules.js';
import { VERSION } from './version.js';

/** The rules, resources and time of an evaluation. */
export interface EvaluateOptions {
  /** Absent: the preset `recommended` of Backproof's own rules. */
  readonly rules?: readonly ActiveRule[] | undefined;
  /** The types of packs that the inventory may hold resources of. Absent: none. */
  readonly types?: readonly PackType[] | undefined;
  /** The resources to judge. Absent: all, except those that are replaced rather than restored. */
  readonly subjects?: Subjects | undefined;
  /** Ages are measured against it. Absent: the moment at which the inventory was taken. */
  readonly now?: Instant | undefined;
  /** Earlier inventories, for the jobs that AWS has forgotten since. */
  readonly history?: readonly Inventory[] | undefined;
  /** Exceptions that were approved. */
  readonly waivers?: readonly Waiver[] | undefined;
  /** The failures of an earlier run, which do not count in this one. */
  readonly baseline?: Baseline | undefined;
  /** The conditions under which a build passes. Absent: `DEFAULT_GATE`. */
  readonly gate?: GatePolicy | undefined;
}

/** The threads that judge for `evaluateIn` and `scanIn`. */
export interface Workers {
  /** Their number, with the one of the caller. Absent: by the machine, and one for a small estate. */
  readonly count?: number | undefined;
  /** The modules of the packs whose rules judge, by their URLs: functions cannot be given to another thread. */
  readonly packs?: readonly string[] | undefined;
}

/**
 * Judges an inventory. Pure: the same inventory and options give the same run, byte for byte.
 * @throws UnknownTypeError if the inventory has resources of a type that no pack declares
 * @throws OptionsError if a rule's options do not fit its schema
 * @throws HistoryError if an inventory of the history was taken later
 */
export function evaluate(inventory: Inventory, options: EvaluateOptions = {}): Run {
  return evaluateInventory(requestOf(inventory, options));
}

/** The options of an evaluation that may use other threads. */
export interface EvaluateInOptions extends EvaluateOptions {
  /** Absent: the caller's thread judges alone. */
  readonly workers?: Workers | undefined;
}

/**
 * Judges as `evaluate` does; what does not fit into memory is in the spool. With `workers`, other threads judge if each rule
 * is one of Backproof's or of a pack that they can load. The run is the same, byte for byte.
 * @throws UnknownTypeError, OptionsError and HistoryError as `evaluate` does
 */
export async function evaluateIn(
  spool: Spool,
  inventory: Inventory,
  { workers, ...options }: EvaluateInOptions = {},
): Promise<ReportedRun> {
  const request = requestOf(inventory, options);
  const count = workers === undefined ? 1 : threadCount(request, workers);
  if (count <= 1) return evaluateInParts({ ...request, partitionKey: fairPartitions(request.inventory, 1) }, spool);
  const { evaluateInThreads } = await import('./judge-threads.js');
  return evaluateInThreads(request, spool, { count, packs: workers?.packs ?? [] });
}

/** To start a thread and to compile the rules in it costs a second of processor time, in which one judges so many. */
const RESOURCES_A_WORKER = 2000;

/** One thread makes the partitions, hashes and merges: it has no work for more. */
const MOST_WORKERS = 4;

function threadCount({ inventory, rules }: EvaluateRequest, { count, packs = [] }: Workers): number {
  const isKnown = packs.length > 0 || rules.every(({ rule }) => RULES.includes(rule));
  if (!isKnown) return 1;
  const worthwhile = Math.floor(inventory.resources.length / RESOURCES_A_WORKER);
  return count ?? Math.min(availableParallelism(), worthwhile, MOST_WORKERS);
}

function requestOf(inventory: Inventory, options: EvaluateOptions): EvaluateRequest {
  checkTypes(inventory, options.types ?? []);
  const { rules = presetOf('recommended', RULES), now = inventory.takenAt, history = [] } = options;
  const { subjects, waivers, baseline, gate } = options;
  const tool = { name: 'backproof', version: VERSION };
  return {
    inventory: mergeHistory(inventory, history),
    rules,
    now,
    tool,
    ...defined({ subjects, waivers, baseline, gate }),
  };
}
