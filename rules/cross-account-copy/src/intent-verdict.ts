import { formatDuration, parseDuration } from '@backproof/core';
import type { Evidence, Verdict } from '@backproof/core';
import { isTooShort, keptText } from './copy.js';
import { placeData } from './destination.js';
import type { Inquiry } from './inquiry.js';
import { intendedCopies, intendedKeptMs, isAskedFor } from './intended-copies.js';
import type { IntendedCopy } from './intended-copies.js';

/** The verdict that rests on an intent: where the options ask for no more, or where the resource is too new for more. */
export function judgeIntent(
  inquiry: Inquiry,
  intended: readonly IntendedCopy[],
  evidence: readonly Evidence[],
): Verdict | undefined {
  if (inquiry.context.options.proof === 'configured') return judgeConfigured(inquiry, intended, evidence);
  return judgeAwaited(inquiry, intended, evidence);
}

function judgeConfigured(
  inquiry: Inquiry,
  intended: readonly IntendedCopy[],
  evidence: readonly Evidence[],
): Verdict | undefined {
  const { dossier, pass, fail, unknown } = inquiry.context;
  const { name } = dossier.resource;
  const copy = intended.find((each) => isAskedFor(each, inquiry));
  if (copy !== undefined) {
    const { plan, destination } = copy;
    const kept = keptText(intendedKeptMs(copy));
    return pass('copy-configured', { name, plan: plan.name, ...placeData(destination), kept }, evidence);
  }
  const doubtful = intendedCopies(inquiry, 'unknown').find((each) => isAskedFor(each, inquiry));
  const explanation = doubtful?.assignment.explanation;
  if (doubtful !== undefined && explanation?.reason === 'opt-in-unknown') {
    const { plan, destination } = doubtful;
    const data = { name, plan: plan.name, ...placeData(destination), setting: explanation.setting };
    return unknown('opt-in-unknown', data, evidence);
  }
  const short = intended.find(
    (each) => each.destination.misplaced === undefined && isTooShort(intendedKeptMs(each), inquiry),
  );
  if (short === undefined) return undefined;
  const kept = keptText(intendedKeptMs(short));
  const required = formatDuration(inquiry.minRetentionMs);
  return fail('retention-too-short', { name, ...placeData(short.destination), kept, required }, evidence);
}

/** A resource that is younger than the data of its newest copy may be is not late yet. */
function judgeAwaited(
  inquiry: Inquiry,
  intended: readonly IntendedCopy[],
  evidence: readonly Evidence[],
): Verdict | undefined {
  const { dossier, options, now, pass } = inquiry.context;
  const { name, createdAt } = dossier.resource;
  if (createdAt === undefined) return undefined;
  const due = createdAt + parseDuration(options.maxAge);
  const copy = intended.find((each) => isAskedFor(each, inquiry));
  if (copy === undefined || due < now) return undefined;
  const { plan, destination } = copy;
  const age = formatDuration(now - createdAt);
  const data = { name, plan: plan.name, ...placeData(destination), age, due: new Date(due) };
  return pass('awaiting-first-copy', data, evidence);
}
