import { remembered } from '@backproof/core';
import type { Instant, RestoreJob } from '@backproof/core';
import { criteriaOf, newestDoubtful, newestProof } from './attempt.js';
import type { Criteria, Doubtful } from './attempt.js';
import type { Options } from './options.js';

/** What all resources share that are judged by the same options. */
export interface Prepared {
  readonly criteria: Criteria;
  /**
   * Searches in the restores of peers. Many resources share a list: to search it anew for each of them would take the
   * square of their number.
   */
  readonly proofAmong: (jobs: readonly RestoreJob[]) => RestoreJob | undefined;
  readonly doubtfulAmong: (jobs: readonly RestoreJob[]) => Doubtful | undefined;
}

export function prepare({ options, now }: { readonly options: Options; readonly now: Instant }): Prepared {
  const criteria = criteriaOf(options, now);
  return {
    criteria,
    proofAmong: remembered((jobs) => newestProof(jobs, criteria), Infinity),
    doubtfulAmong: remembered((jobs) => newestDoubtful(jobs, criteria), Infinity),
  };
}
