import type { DrillReport } from '../engine/drill-report.js';
import type { Outcome } from '../engine/outcome.js';
import type { Fix } from '../rule/fix/fix.js';

/** Facts that follow from the inventory of a run, and are not in the run. The report of a saved run has none of them. */
export interface Supplement {
  /** Works out what would be left of each resource after losses; undefined: the evidence for it was not asked for. */
  readonly drill: () => DrillReport | undefined;
  /** The fixes of an open failure. None: no change of AWS ends it. */
  readonly fixesOf: (outcome: Outcome) => readonly Fix[];
}
