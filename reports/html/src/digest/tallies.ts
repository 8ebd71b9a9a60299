import type { Tally, TallyKind } from '@backproof/core';

/** The sum of tallies. */
export function sumOfTallies(tallies: readonly Tally[]): Tally {
  const sum = (kind: TallyKind): number => tallies.reduce((total, tally) => total + tally[kind], 0);
  return {
    pass: sum('pass'),
    open: sum('open'),
    waived: sum('waived'),
    baseline: sum('baseline'),
    unknown: sum('unknown'),
    notApplicable: sum('notApplicable'),
  };
}
