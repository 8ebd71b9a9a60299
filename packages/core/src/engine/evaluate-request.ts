import type { GatePolicy } from '../config/gate-policy.js';
import type { Instant } from '../model/instant.js';
import type { Inventory } from '../model/inventory.js';
import type { PartitionKey } from './cut-inventory.js';
import type { Acceptance } from './disposition.js';
import type { Subjects } from './exclusion.js';
import type { ActiveRule } from './rule-settings.js';
import type { Run } from './run.js';

/** The request: the inventory to judge, the rules, the moment, and the accepted failures. */
export interface EvaluateRequest extends Partial<Acceptance> {
  readonly inventory: Inventory;
  readonly rules: readonly ActiveRule[];
  /** Ages are measured against it; mostly the moment at which the inventory was taken. */
  readonly now: Instant;
  readonly subjects?: Subjects;
  /** Absent: `DEFAULT_GATE`. */
  readonly gate?: GatePolicy;
  /** Who evaluates, for the record. */
  readonly tool: Run['tool'];
  /** The partitions in which the resources are judged, which change nothing in the run. Absent: one for each scope. */
  readonly partitionKey?: PartitionKey;
}
