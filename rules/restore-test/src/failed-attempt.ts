import { formatDuration, parseDuration } from '@backproof/core';
import type { Verdict } from '@backproof/core';
import { shortcomingOf } from './attempt.js';
import { knownAttempts } from './context.js';
import type { Context } from './context.js';
import { durationText, evidenceOfRestore, reasonText } from './words.js';

/** The verdict by the newest restore that ended and does not count; undefined if there is none in time. */
export function judgeAttempt(context: Context): Verdict | undefined {
  const { dossier, options, criteria, fail, unknown } = context;
  for (const job of knownAttempts(context)) {
    const { status, message, validationStatus = '', validationMessage } = job;
    const within = formatDuration(parseDuration(options.within));
    const data = { name: dossier.resource.name, tested: new Date(job.createdAt), within };
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
        const allowed = formatDuration(criteria.maxDurationMs);
        return fail('too-slow', { ...data, duration: durationText(job), allowed }, evidence);
      }
      case 'unfinished':
      case undefined:
        break;
    }
  }
  return undefined;
}
