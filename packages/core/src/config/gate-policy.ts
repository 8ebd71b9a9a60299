import type { Severity } from '../model/severity.js';
import type { UnknownKind } from '../model/unknown-kind.js';

/** The conditions under which a run lets a build pass. */
export interface GatePolicy {
  /** Open violations of this severity or a higher one count; `never`: none do. */
  readonly failOn: Severity | 'never';
  /** Up to this many open violations of a severity are allowed. Absent: none. */
  readonly allowed: Readonly<Partial<Record<Severity, number>>>;
  /**
   * `fail`: unknown outcomes stop the build; `allow`: they do not; a list: those of these rules and of these kinds do not.
   * The kinds are in `UNKNOWN_KINDS`.
   */
  readonly unknown: 'fail' | 'allow' | readonly string[];
}

/**
 * The gate where none is set: open violations of medium severity or higher count, and so does every unknown outcome,
 * except where AWS has forgotten what would decide it: no second scan and no permission would change that.
 */
export const DEFAULT_GATE = {
  failOn: 'medium',
  allowed: {},
  unknown: ['forgotten' satisfies UnknownKind],
} as const satisfies GatePolicy;

/** Every open violation counts, and so does every unknown outcome. */
export const STRICTEST_GATE: GatePolicy = { ...DEFAULT_GATE, failOn: 'low', unknown: 'fail' };
