import { isNative, parseDuration } from '@backproof/core';
import type { Instant, RestoreJob } from '@backproof/core';
import { endOf, validationOf } from './aws-words.js';
import { trustsBeginnings } from './options.js';
import type { Options } from './options.js';

/** The criteria that a restore must meet to count, at the moment of judgement. */
export interface Criteria extends Pick<Options, 'acceptManual' | 'requireValidation'> {
  /** The restores that were started from then on. */
  readonly since: Instant;
  readonly until: Instant;
  /** `Infinity`: however long it took. */
  readonly maxDurationMs: number;
  /** A restore without AWS Backup counts too. */
  readonly acceptNative: boolean;
}

const DOUBTS = ['end-unknown', 'creator-unknown', 'word-unknown', 'duration-unknown'] as const;

/** A reason why it is not known whether a restore counts. */
export type Doubt = (typeof DOUBTS)[number];

/** A reason why a restore does not count. `inconclusive`: it has not ended, or may not have. */
export type Shortcoming =
  Doubt | 'inconclusive' | 'test-failed' | 'validation-failed' | 'validation-pending' | 'not-validated' | 'too-slow';

export function criteriaOf(options: Options, now: Instant): Criteria {
  const { within, maxRestoreTime, acceptManual, requireValidation } = options;
  const maxDurationMs = maxRestoreTime === 'none' ? Infinity : parseDuration(maxRestoreTime);
  const acceptNative = trustsBeginnings(options);
  return {
    since: now - parseDuration(within),
    until: now,
    maxDurationMs,
    acceptManual,
    requireValidation,
    acceptNative,
  };
}

/** The restores that count if they succeeded, newest first, as `jobs` are. */
export function* attemptsIn(jobs: readonly RestoreJob[], criteria: Criteria): Generator<RestoreJob> {
  for (const job of jobs) {
    if (job.createdAt < criteria.since) return;
    if (job.createdAt <= criteria.until && isAccepted(job, criteria)) yield job;
  }
}

function isAccepted(job: RestoreJob, { acceptManual, acceptNative }: Criteria): boolean {
  return isNative(job) ? acceptNative : acceptManual || isTest(job) || mayBeTest(job);
}

/** The newest restore that proves that the data can be restored. */
export function newestProof(jobs: readonly RestoreJob[], criteria: Criteria): RestoreJob | undefined {
  for (const job of attemptsIn(jobs, criteria)) {
    if (shortcomingOf(job, criteria) === undefined) return job;
  }
  return undefined;
}

/** The restore that proves the most: a validated test, then a test, then a restore on demand, then one whose end is unknown. */
export function bestProof(jobs: readonly RestoreJob[], criteria: Criteria): RestoreJob | undefined {
  const proofs = [...attemptsIn(jobs, criteria)].filter((job) => shortcomingOf(job, criteria) === undefined);
  return (
    proofs.find((job) => isTest(job) && isValidated(job)) ??
    proofs.find(isTest) ??
    proofs.find((job) => !isNative(job)) ??
    proofs[0]
  );
}

/** A restore of which it is not known whether it counts, and why not. */
export interface Doubtful {
  readonly job: RestoreJob;
  readonly doubt: Doubt;
}

/** The newest restore that may count or may not. */
export function newestDoubtful(jobs: readonly RestoreJob[], criteria: Criteria): Doubtful | undefined {
  for (const job of attemptsIn(jobs, criteria)) {
    const doubt = shortcomingOf(job, criteria);
    if (isDoubt(doubt)) return { job, doubt };
  }
  return undefined;
}

/** Returns true for a test, which a restore-testing plan started, and false for a restore on demand. @source API RestoreJobCreator */
export function isTest({ restoreTestingPlanArn }: RestoreJob): boolean {
  return restoreTestingPlanArn !== undefined;
}

/** Returns true for a restore by AWS Backup that events alone show: they do not name the restore-testing plan. */
export function mayBeTest(job: RestoreJob): boolean {
  return job.origin === 'cloudtrail' && !isNative(job) && !isTest(job);
}

export function isValidated(job: RestoreJob): boolean {
  return validationOf(job) === 'well';
}

/** The time from its creation to its completion; undefined where AWS does not report the latter. */
export function durationMs({ createdAt, completedAt }: RestoreJob): number | undefined {
  return completedAt === undefined ? undefined : completedAt - createdAt;
}

/**
 * Finds why a restore does not prove that the data can be restored, or may not; undefined if it does. A word of AWS that
 * is not known leaves it open only if the restore would count, were it a good one.
 */
export function shortcomingOf(job: RestoreJob, criteria: Criteria): Shortcoming | undefined {
  // Of a restore without AWS Backup nothing but its beginning is ever recorded.
  if (isNative(job)) return criteria.acceptNative ? undefined : 'inconclusive';
  const end = endOf(job);
  if (end === 'badly') return criteria.acceptManual || isTest(job) ? 'test-failed' : 'inconclusive';
  if (end === 'not-yet') return 'inconclusive';
  if (end === 'not-known') return 'end-unknown';
  const fault = faultOf(job, criteria);
  if (fault === undefined && !criteria.acceptManual && mayBeTest(job)) return 'creator-unknown';
  const mayStillRun = end === undefined && job.completedAt === undefined;
  if (fault === 'not-validated' && mayStillRun) return 'inconclusive';
  if (fault !== undefined) return fault;
  if (end === undefined || validationOf(job) === undefined) return 'word-unknown';
  return criteria.maxDurationMs < Infinity && durationMs(job) === undefined ? 'duration-unknown' : undefined;
}

/** Finds what keeps a restore from counting that may have completed. */
function faultOf(job: RestoreJob, { requireValidation, maxDurationMs }: Criteria): Shortcoming | undefined {
  const validation = validationOf(job);
  if (validation === 'badly') return 'validation-failed';
  if (requireValidation && validation === 'not-yet') return 'validation-pending';
  if (requireValidation && validation === 'none') return 'not-validated';
  return (durationMs(job) ?? 0) > maxDurationMs ? 'too-slow' : undefined;
}

/** Returns true if a restore with this shortcoming may still count. */
export function isDoubt(shortcoming: Shortcoming | undefined): shortcoming is Doubt {
  return DOUBTS.some((doubt) => doubt === shortcoming);
}
