import { coveredSince, DAY, JOB_HISTORY_DAYS, scopeKey } from '@backproof/core';
import type { Dossier, Instant, RestoreJob, RuleContext } from '@backproof/core';
import { attemptsIn } from './attempt.js';
import type { Criteria } from './attempt.js';
import { imagesOf } from './images.js';
import type { messages } from './messages.js';
import type { Options } from './options.js';
import type { Prepared } from './prepared.js';

/** The evidence that the rule needs of a resource. */
type TestKind =
  | 'restoreJobs'
  | 'restoreHistory'
  | 'restoreEvents'
  | 'nativeRestores'
  | 'peerRestores'
  | 'recoveryPoints'
  | 'restoreTestingPlans'
  | 'legalHolds';

export type TestDossier = Dossier<TestKind>;

type GivenContext = RuleContext<TestKind, typeof messages, Options, Prepared>;

/** The rule's context, and what follows from it at once. */
export type Context = GivenContext & {
  readonly criteria: Criteria;
  /** The restores of points that hold what is judged, newest first. */
  readonly restores: readonly RestoreJob[];
  /** The restores of points of which it is not known whether they hold it. */
  readonly undated: readonly RestoreJob[];
  /** Since when it is there to be restored: its creation, or its attachment. */
  readonly bornAt: Instant;
  /** Back to when all restore jobs are known without a gap; undefined if they are not even known up to now. */
  readonly knownSince: Instant | undefined;
  /** True if that rests on the event history of CloudTrail. */
  readonly byEvents: boolean;
};

/** Made field by field, as a spread takes as long as the rest of the judgement. */
export function contextOf(given: GivenContext): Context {
  const { dossier, options, prepared, now, pass, fail, unknown, notApplicable } = given;
  const { resource, evidenceFrom = -Infinity } = dossier;
  const { criteria } = prepared;
  const { restores, undated } = imagesOf(dossier);
  const bornAt = Math.max(resource.createdAt ?? -Infinity, evidenceFrom);
  const listedSince = coveredSince(dossier.restoreHistory.known, now) ?? Infinity;
  const shownSince = options.absence === 'fail' ? coveredSince(dossier.restoreEvents.known, now) : undefined;
  // Events complete a list that was read; they do not stand in for one that was not.
  const isListed = listedSince <= now - JOB_HISTORY_DAYS * DAY;
  const isTooShort = listedSince > Math.max(criteria.since, bornAt);
  const byEvents = isListed && isTooShort && shownSince !== undefined && shownSince < listedSince;
  const since = byEvents ? shownSince : listedSince;
  const knownSince = since === Infinity ? undefined : since;
  const found = { criteria, restores, undated, bornAt, knownSince, byEvents };
  return { dossier, options, prepared, now, pass, fail, unknown, notApplicable, ...found };
}

/** Returns true if all restore jobs in the allowed time that AWS itself still keeps are known. */
export function remembersAll({ knownSince, criteria, now }: Context): boolean {
  return knownSince !== undefined && knownSince <= Math.max(criteria.since, now - JOB_HISTORY_DAYS * DAY);
}

/**
 * The restores in time of the resource itself, newest first, from the scopes whose jobs must be known. What ran elsewhere
 * may be proof, but that it went wrong is no proof of the contrary: others there may be unknown.
 */
export function knownAttempts(
  { dossier, restores, criteria }: Context,
  among: readonly RestoreJob[] = restores,
): readonly RestoreJob[] {
  const { scopes } = dossier.restoreHistory;
  return [...attemptsIn(among, criteria)].filter(({ scope }) => scopes.includes(scopeKey(scope)));
}
