import { defined, evaluate as evaluateInventory, evaluateInParts, mergeHistory, presetOf } from '@backproof/core';
import type {
  ActiveRule,
  Baseline,
  EvaluateRequest,
  GatePolicy,
  Instant,
  Inventory,
  ReportedRun,
  Run,
  Spool,
  Subjects,
  Waiver,
} from '@backproof/core';
import { RULES } from './rules.js';
import { VERSION } from './version.js';

/** The rules, resources and time of an evaluation. */
export interface EvaluateOptions {
  /** Absent: the preset `recommended` of Backproof's own rules. */
  readonly rules?: readonly ActiveRule[] | undefined;
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

/**
 * Judges an inventory. Pure: the same inventory and options give the same run, byte for byte.
 * @throws OptionsError if a rule's options do not fit its schema
 * @throws HistoryError if an inventory of the history was taken later
 */
export function evaluate(inventory: Inventory, options: EvaluateOptions = {}): Run {
  return evaluateInventory(requestOf(inventory, options));
}

/** Judges as `evaluate` does; what does not fit into memory is in the spool. */
export function evaluateIn(spool: Spool, inventory: Inventory, options: EvaluateOptions = {}): ReportedRun {
  return evaluateInParts(requestOf(inventory, options), spool);
}

function requestOf(inventory: Inventory, options: EvaluateOptions): EvaluateRequest {
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
