import type { Instant } from '../model/instant.js';
import type { Severity } from '../model/severity.js';
import { disposalBy, waiverInRun } from './disposition.js';
import type { Acceptance, WaiverInRun } from './disposition.js';
import type { Outcome } from './outcome.js';
import { Counts } from './tally.js';
import type { CountsOfRules, RuleCounts } from './tally.js';

/** The numbers of settled outcomes. Plain data, so that another thread may count. */
export interface Settled {
  readonly counts: CountsOfRules;
  /** The failures that each waiver concerns, in the order of the waivers. Absent: it concerns no outcome. */
  readonly failures: readonly (number | undefined)[];
}

/** Settles the outcomes of a run, each once, and counts them. */
export interface Settling {
  /** The outcome, with what becomes of it if it is a failure. */
  readonly settled: (outcome: Outcome) => Outcome;
  /** Counts what was settled elsewhere. */
  readonly add: (others: Settled) => void;
  /** The numbers so far. */
  readonly counted: () => Settled;
  readonly ofRule: (ruleId: string) => RuleCounts;
  readonly open: Readonly<Record<Severity, number>>;
  readonly waivers: () => readonly WaiverInRun[];
}

/** Settles outcomes by what users accepted, in whatever order they come. */
export function settlingBy(acceptance: Acceptance, now: Instant): Settling {
  const disposal = disposalBy(acceptance, now);
  const failures: (number | undefined)[] = acceptance.waivers.map(() => undefined);
  const count = (waiver: number, more: number): void => {
    failures[waiver] = (failures[waiver] ?? 0) + more;
  };
  const counts = new Counts();
  return {
    settled: (outcome) => {
      const { disposed, concerned } = disposal(outcome);
      for (const waiver of concerned) count(waiver, outcome.status === 'fail' ? 1 : 0);
      counts.add(disposed);
      return disposed;
    },
    add: (others) => {
      counts.addAll(others.counts);
      others.failures.forEach((more, waiver) => {
        if (more !== undefined) count(waiver, more);
      });
    },
    counted: () => ({ counts: counts.data, failures }),
    ofRule: (ruleId) => counts.ofRule(ruleId),
    open: counts.open,
    waivers: () => acceptance.waivers.map((waiver, index) => waiverInRun(waiver, failures[index], now)),
  };
}
