import type { Ledger } from '@backproof/ledger';
import { memberships } from './memberships.js';
import type { Member } from './memberships.js';
import { readOutcomes } from './read-outcomes.js';
import type { RecordedRun } from './recorded-run.js';
import { outcomeTracks } from './tracks.js';
import type { ExceptionSpan } from './tracks.js';

/** The findings of a walk through runs, which are known by their numbers in it. */
interface FollowedRuns {
  readonly exceptions: readonly ExceptionSpan[];
  readonly members: Iterable<Member>;
  /** The number of subjects that each run judged. */
  readonly judged: readonly number[];
}

/**
 * Follows exceptions and population from run to run.
 * @param opening the run that the population begins with
 * @throws LedgerError if a part was changed or is missing
 */
export async function followRuns(
  ledger: Ledger,
  runs: readonly RecordedRun[],
  opening: RecordedRun | undefined,
): Promise<FollowedRuns> {
  const tracks = outcomeTracks();
  const population = memberships(opening);
  const judged: number[] = [];
  for await (const { run, outcomes, excluded } of readOutcomes(ledger, runs)) {
    await tracks.add(run, outcomes, excluded);
    const its = tracks.judgedBy(judged.length);
    population.add(run, its, excluded.values());
    judged.push(its.length);
  }
  return { exceptions: tracks.exceptions, members: population.members, judged };
}
