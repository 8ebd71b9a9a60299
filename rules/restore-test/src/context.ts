import { coveredSince, DAY, JOB_HISTORY_DAYS, scopeKey } from '@backproof/core';
import type { Dossier, Instant, RestoreJob, RuleContext } from '@backproof/core';
import { attemptsIn, criteriaOf } from './attempt.js';
import type { Criteria, Search } from './attempt.js';
import type { messages } from './messages.js';
import type { Options } from './options.js';

/** What the rule needs to know of a resource. */
type TestKind = 'restoreJobs' | 'restoreHistory' | 'peerRestores' | 'recoveryPoints' | 'restoreTestingPlans';

export type TestDossier = Dossier<TestKind>;

type GivenContext = RuleContext<TestKind, typeof messages, Options>;

/** What the rule is given, and what follows from it at once. */
export type Context = GivenContext & {
  readonly criteria: Criteria;
  /** Back to when all restore jobs are known without a gap; undefined if they are not even known up to now. */
  readonly knownSince: Instant | undefined;
  /** The searches among the restores that many resources share. */
  readonly shared: SharedSearches;
};

export interface SharedSearches {
  readonly proof: Search;
  readonly started: Search;
}

/** Made field by field, as a spread takes as long as the rest of the judgement. */
export function contextOf(given: GivenContext, shared: SharedSearches): Context {
  const { dossier, options, now, pass, fail, unknown, notApplicable } = given;
  const criteria = criteriaOf(options, now);
  const knownSince = coveredSince(dossier.restoreHistory.known, now);
  return { dossier, options, now, pass, fail, unknown, notApplicable, criteria, knownSince, shared };
}

/** Whether all restore jobs in time are known that AWS itself still remembers. */
export function remembersAll({ knownSince, criteria, now }: Context): boolean {
  return knownSince !== undefined && knownSince <= Math.max(criteria.since, now - JOB_HISTORY_DAYS * DAY);
}

/**
 * The restores in time of the resource itself, newest first, from the scopes whose jobs must be known. What ran elsewhere
 * may be proof, but that it went wrong is no proof of the contrary: others there may be unknown.
 */
export function knownAttempts({ dossier, criteria }: Context): readonly RestoreJob[] {
  const { scopes } = dossier.restoreHistory;
  return [...attemptsIn(dossier.restoreJobs, criteria)].filter(({ scope }) => scopes.includes(scopeKey(scope)));
}
