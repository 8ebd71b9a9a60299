import { capabilityOf, heldPoints, newestUsable, overLimitText, parseDuration, reasonText } from '@backproof/core';
import type { Evidence, Instant, RestoreJob, Verdict } from '@backproof/core';
import { newestDoubtful, newestProof, shortcomingOf } from './attempt.js';
import type { Criteria } from './attempt.js';
import { endOf, validationOf } from './aws-words.js';
import { knownAttempts, remembersAll } from './context.js';
import type { Context } from './context.js';
import { judgeDoubtfulPeers, judgeMayHaveFailed, judgeOwnDoubt, judgePeersDoubt } from './doubtful.js';
import { judgeAttempt, newestFailure } from './failed-attempt.js';
import { judgeNativeDoubt } from './native-doubt.js';
import {
  evidenceOfHistory,
  evidenceOfRestore,
  evidenceOfSearch,
  evidenceOfTestingPlans,
  nativeRestoresText,
  planNames,
  withinText,
} from './words.js';

/** The verdict on what restore testing does not support; undefined if it is judged as everything else is. */
export function judgeUntestable(context: Context): Verdict | undefined {
  const { dossier, options, knownSince, notApplicable } = context;
  if (options.untestable === 'fail' || isTestable(context)) return undefined;
  const doubt = judgeOwnDoubt(context);
  if (doubt !== undefined) return doubt;
  // Restores that name their recovery point only are not known to be of this resource where points were not read.
  const isUnread = !remembersAll(context) || dossier.unread.includes('recoveryPoints');
  if (knownSince === undefined || isUnread) return jobsUnread(context);
  return notApplicable('not-testable', { name: dossier.resource.name }, [evidenceOfHistory(context, knownSince)]);
}

function isTestable({ dossier }: Context): boolean {
  // The settings of the Region decide on other capabilities of DynamoDB, not on this one.
  const capability = capabilityOf(dossier.resource, undefined);
  return capability.supported && capability.restoreTesting !== false;
}

/** The verdict on a resource of which no restore is known that counts: never a fail where one may have been forgotten. */
export function judgeUnproven(context: Context): Verdict {
  const verdict = judgeByHistory(context);
  if (verdict.status === 'pass') return verdict;
  const doubt = judgeOwnDoubt(context) ?? judgePeersDoubt(context);
  if (doubt !== undefined || verdict.status !== 'fail') return doubt ?? verdict;
  if (mayProve(context.undated, context.criteria)) return jobsUnread(context);
  return judgeDoubtfulPeers(context) ?? judgeNativeDoubt(context) ?? verdict;
}

function judgeByHistory(context: Context): Verdict {
  const { criteria, bornAt, knownSince } = context;
  if (knownSince === undefined || !remembersAll(context)) return jobsUnread(context);
  if (knownSince > Math.max(criteria.since, bornAt)) return historyTooShort(context, knownSince);
  return judgeAttempt(context) ?? judgeUntested(context, knownSince);
}

/** Returns true if one of these restores would or might count, if the restored point contains what is judged. */
function mayProve(restores: readonly RestoreJob[], criteria: Criteria): boolean {
  return (newestProof(restores, criteria) ?? newestDoubtful(restores, criteria)) !== undefined;
}

/** The verdict on what is younger than the window, where no restore is known to have failed. */
function judgeYoung(context: Context): Verdict {
  const doubt = judgeMayHaveFailed(context);
  if (doubt !== undefined) return doubt;
  const undated = knownAttempts(context, context.undated).filter((job) => endOf(job) !== 'not-yet');
  const mayHaveFailed = undated.some((job) => shortcomingOf(job, context.criteria) !== undefined);
  return mayHaveFailed ? jobsUnread(context) : notDueYet(context);
}

function jobsUnread(context: Context): Verdict {
  const { dossier, options, unknown } = context;
  const data = { name: dossier.resource.name, within: withinText(options), plans: planNames(context) };
  return unknown('restore-jobs-unread', data, [...evidenceOfAttempts(context), ...evidenceOfTestingPlans(context)]);
}

function historyTooShort(context: Context, knownSince: Instant): Verdict {
  const { dossier, options, unknown } = context;
  const since = new Date(knownSince);
  const knownFrom = new Date(knownSince + parseDuration(options.within));
  const data = { name: dossier.resource.name, within: withinText(options), since, knownFrom };
  const evidence = evidenceOf(context, knownSince);
  const failure = newestFailure(context);
  const result = failure && resultOf(failure);
  if (result === undefined) return unknown('history-too-short', { ...data, plans: planNames(context) }, evidence);
  return unknown('last-restore-failed', { ...data, ...result }, evidence);
}

/** The words in which AWS reports that a restore failed; undefined if it did not fail. */
function resultOf(job: RestoreJob) {
  const { status, message, validationStatus = '', validationMessage, createdAt } = job;
  const tested = new Date(createdAt);
  if (endOf(job) === 'badly') return { tested, result: status, reason: reasonText(message) };
  if (validationOf(job) !== 'badly') return undefined;
  return { tested, result: `validation ${validationStatus}`, reason: reasonText(validationMessage) };
}

function notDueYet(context: Context): Verdict {
  const { dossier, options, bornAt, pass } = context;
  const data = { name: dossier.resource.name, created: new Date(bornAt) };
  const due = new Date(bornAt + parseDuration(options.within));
  return pass('not-due-yet', { ...data, due }, evidenceOfTestingPlans(context));
}

/** The verdict on a resource of which no restore is known in the allowed time. */
function judgeUntested(context: Context, knownSince: Instant): Verdict {
  const { dossier, options, restores, criteria, bornAt, now, fail } = context;
  const { name } = dossier.resource;
  if (bornAt > criteria.since) return judgeYoung(context);
  const within = withinText(options);
  const evidence = evidenceOf(context, knownSince);
  if (newestUsable(dossier.recoveryPoints, now, heldPoints(dossier.legalHolds)) === undefined) {
    return fail('nothing-to-restore', { name, within }, evidence);
  }
  const last = newestProof(restores, { ...criteria, since: -Infinity });
  const plans = planNames(context);
  if (last === undefined) {
    const since = new Date(knownSince);
    if (!criteria.acceptNative || !dossier.nativeRestores.searched) {
      return fail('not-restored-by-backup', { name, since, others: nativeRestoresText(restores), plans }, evidence);
    }
    return fail(context.byEvents ? 'never-restored' : 'never-tested', { name, since, plans }, evidence);
  }
  const data = {
    name,
    tested: new Date(last.createdAt),
    age: overLimitText(now - last.createdAt, parseDuration(options.within)),
    within,
    plans,
  };
  return fail('overdue', data, [evidenceOfRestore(last), ...evidence]);
}

/** The restores that do not count, how far back they are known, and the plans that might have tested the resource. */
function evidenceOf(context: Context, knownSince: Instant): readonly Evidence[] {
  return [
    ...evidenceOfAttempts(context),
    evidenceOfHistory(context, knownSince),
    ...evidenceOfSearch(context),
    ...evidenceOfTestingPlans(context),
  ];
}

const ATTEMPTS_NAMED = 5;

function evidenceOfAttempts(context: Context): readonly Evidence[] {
  return knownAttempts(context).slice(0, ATTEMPTS_NAMED).map(evidenceOfRestore);
}
