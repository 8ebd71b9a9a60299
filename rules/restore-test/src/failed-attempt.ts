import { durationText, overLimitText, reasonText } from '@backproof/core';
import type { RestoreJob, Verdict } from '@backproof/core';
import { durationMs, isDoubt, shortcomingOf } from './attempt.js';
import { knownAttempts } from './context.js';
import type { Context } from './context.js';
import { evidenceOfRestore, withinText } from './words.js';

/** The verdict by the newest restore that ended and does not count; undefined if there is none in time. */
export function judgeAttempt(context: Context): Verdict | undefined {
  const { dossier, options, criteria, fail, unknown } = context;
  const job = newestFailure(context);
  if (job === undefined) return undefined;
  const { status, message, validationStatus = '', validationMessage } = job;
  const data = { name: dossier.resource.name, tested: new Date(job.createdAt), within: withinText(options) };
  const evidence = [evidenceOfRestore(job)];
  switch (shortcomingOf(job, criteria)) {
    case 'test-failed':
      return fail('test-failed', { ...data, status, reason: reasonText(message) }, evidence);
    case 'validation-failed': {
      const reason = reasonText(validationMessage);
      return fail('validation-failed', { ...data, validation: validationStatus, reason }, evidence);
    }
    case 'validation-pending':
      return unknown('validation-pending', data, evidence);
    case 'not-validated':
      return fail('not-validated', data, evidence);
    case 'too-slow': {
      const { maxDurationMs: limit } = criteria;
      const duration = overLimitText(durationMs(job) ?? limit, limit);
      return fail('too-slow', { ...data, duration, allowed: durationText(limit) }, evidence);
    }
    case 'duration-unknown':
    case 'end-unknown':
    case 'creator-unknown':
    case 'inconclusive':
    case 'word-unknown':
    case undefined:
      return undefined;
  }
}

/** The newest restore in time that is known not to count. */
export function newestFailure(context: Context): RestoreJob | undefined {
  return knownAttempts(context).find((job) => {
    const shortcoming = shortcomingOf(job, context.criteria);
    return shortcoming !== undefined && shortcoming !== 'inconclusive' && !isDoubt(shortcoming);
  });
}
