import type { DrillComparison } from './drill-comparison.js';
import type { DrillSummary } from './drill-summary.js';
import type { Instant } from '../model/instant.js';
import type { Loss } from '../semantics/survival/index.js';

/** A drill, as reports show it. */
export interface DrillReport {
  readonly losses: readonly Loss[];
  /** The moment of the loss. */
  readonly now: Instant;
  readonly tool: { readonly name: string; readonly version: string };
  readonly summary: DrillSummary;
  /** The tag by which resources were grouped. Absent: they were not. */
  readonly groupBy?: string | undefined;
  /** Compared with an earlier drill. Absent: with none. */
  readonly comparison?: DrillComparison | undefined;
}
