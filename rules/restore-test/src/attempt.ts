import { parseDuration, STARTED } from '@backproof/core';
import type { Instant, RestoreJob } from '@backproof/core';
import type { Options } from './options.js';

/** What a restore must be to count, at the moment of judgement. */
export interface Criteria extends Pick<Options, 'acceptManual' | 'requireValidation'> {
  /** The restores that were started from then on. */
  readonly since: Instant;
  readonly until: Instant;
  /** `Infinity`: however long it took. */
  readonly maxDurationMs: number;
}

/** Why a restore proves nothing. */
export type Shortcoming =
  'unfinished' | 'test-failed' | 'validation-failed' | 'validation-pending' | 'not-validated' | 'too-slow';

export function criteriaOf(
  { within, maxRestoreTime, acceptManual, requireValidation }: Options,
  now: Instant,
): Criteria {
  const maxDurationMs = maxRestoreTime === 'none' ? Infinity : parseDuration(maxRestoreTime);
  return { since: now - parseDuration(within), until: now, maxDurationMs, acceptManual, requireValidation };
}

/** The restores that would count if they went well, newest first, as `jobs` are. */
export function* attemptsIn(jobs: readonly RestoreJob[], criteria: Criteria): Generator<RestoreJob> {
  for (const job of jobs) {
    if (job.createdAt < criteria.since) return;
    if (job.createdAt <= criteria.until && (criteria.acceptManual || isTest(job))) yield job;
  }
}

/** The newest restore that proves that the data can be restored. */
export function newestProof(jobs: readonly RestoreJob[], criteria: Criteria): RestoreJob | undefined {
  for (const job of attemptsIn(jobs, criteria)) {
    if (shortcomingOf(job, criteria) === undefined) return job;
  }
  return undefined;
}

/** Finds a restore among others. */
export type Search = (jobs: readonly RestoreJob[], criteria: Criteria) => RestoreJob | undefined;

/**
 * A search that remembers what it found in a list for the criteria that it was given last: to search a list anew for
 * each resource that shares it would take the square of their number.
 */
export function remembering(search: Search): Search {
  const found = new WeakMap<readonly RestoreJob[], { readonly key: string; readonly job: RestoreJob | undefined }>();
  return (jobs, criteria) => {
    const key = Object.values(criteria).join();
    const known = found.get(jobs);
    if (known?.key === key) return known.job;
    const job = search(jobs, criteria);
    found.set(jobs, { key, job });
    return job;
  };
}

/** The restore that proves the most: a validated test before any other, a test before a restore on demand. */
export function bestProof(jobs: readonly RestoreJob[], criteria: Criteria): RestoreJob | undefined {
  const proofs = [...attemptsIn(jobs, criteria)].filter((job) => shortcomingOf(job, criteria) === undefined);
  return proofs.find((job) => isTest(job) && isValidated(job)) ?? proofs.find(isTest) ?? proofs[0];
}

/** The newest restore of which no more is known than that it began: it may have gone well. */
export function newestStarted(jobs: readonly RestoreJob[], criteria: Criteria): RestoreJob | undefined {
  return [...attemptsIn(jobs, criteria)].find(isOnlyStarted);
}

export function isOnlyStarted({ status }: RestoreJob): boolean {
  return status === STARTED;
}

/** Whether a restore-testing plan started it. @source API RestoreJobCreator */
export function isTest({ restoreTestingPlanArn }: RestoreJob): boolean {
  return restoreTestingPlanArn !== undefined;
}

export function isValidated({ validationStatus }: RestoreJob): boolean {
  return validationStatus === 'SUCCESSFUL';
}

/** From its creation to its completion; `Infinity` where AWS does not tell. */
export function durationMs({ createdAt, completedAt = Infinity }: RestoreJob): number {
  return completedAt - createdAt;
}

/** Why a restore does not prove that the data can be restored; undefined if it does. @source API RestoreJobStatus, RestoreValidationStatus */
export function shortcomingOf(job: RestoreJob, criteria: Criteria): Shortcoming | undefined {
  const { status, validationStatus } = job;
  if (status === 'FAILED' || status === 'ABORTED') return 'test-failed';
  if (status !== 'COMPLETED') return 'unfinished';
  if (validationStatus === 'FAILED' || validationStatus === 'TIMED_OUT') return 'validation-failed';
  if (criteria.requireValidation && !isValidated(job)) {
    return validationStatus === 'VALIDATING' ? 'validation-pending' : 'not-validated';
  }
  return durationMs(job) <= criteria.maxDurationMs ? undefined : 'too-slow';
}
