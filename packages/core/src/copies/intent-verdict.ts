import { ageText, durationText } from '../config/duration.js';
import type { Instant } from '../model/instant.js';
import type { Evidence, Verdict } from '../rule/verdict.js';
import type { SupportedCopyContext } from './context.js';
import { isTooShort, keptText } from './copy.js';
import { placeData } from './destination.js';
import { isAskedFor } from './intended-copies.js';
import type { IntendedCopy } from './intended-copies.js';
import { judgeLasting, judgePromise, unreadDestination, unreadObstacles } from './obstacle.js';

/**
 * The verdict that rests on an intent: where the options ask for no more, or where the resource is too new for more.
 * Undefined: the intent decides nothing.
 */
export function judgeIntent(
  context: SupportedCopyContext,
  intended: readonly IntendedCopy[],
  evidence: readonly Evidence[],
): Verdict | undefined {
  const since = dataSince(context);
  const configured = context.options.proof === 'configured';
  if (!configured && since + context.prepared.maxAgeMs < context.now) return undefined;

  const asked = intended.filter((copy) => isAskedFor(copy, context));
  const judgeBroken = configured ? judgePromise : judgeLasting;
  const broken = asked.map((copy) => judgeBroken(context, copy, evidence));
  const able = asked.filter((_, index) => broken[index] === undefined);
  const missingOf = (copy: IntendedCopy) =>
    configured ? unreadDestination(context, copy) : unreadObstacles(context, copy);
  const likely = able.filter(({ doubt }) => doubt === undefined);
  const sure = likely.find((copy) => !copy.apart && copy.vaultState === undefined && missingOf(copy).length === 0);
  if (sure !== undefined) {
    return configured ? judgeConfigured(context, sure, evidence) : judgeAwaited(context, sure, since, evidence);
  }
  const [unread] = likely;
  if (unread !== undefined) {
    const missing = missingOf(unread);
    const data = dataOf(context, unread);
    if (missing.length > 0)
      return context.unknown('promise-unread', { ...data, missing: missing.join(', ') }, evidence);
    if (unread.vaultState === undefined) return context.unknown('one-vault-unknown', data, evidence);
    return context.unknown('vault-state-unknown', { ...data, state: unread.vaultState }, evidence);
  }
  return (
    judgeDoubt(context, able, evidence) ??
    broken[0] ??
    (configured ? judgeShort(context, intended, evidence) : undefined)
  );
}

/** Returns the moment before which no backup holds the data that is judged; -Infinity: it is not known. */
function dataSince({ dossier: { resource, evidenceFrom = -Infinity } }: SupportedCopyContext): Instant {
  return Math.max(resource.createdAt ?? -Infinity, evidenceFrom);
}

function judgeConfigured(context: SupportedCopyContext, copy: IntendedCopy, evidence: readonly Evidence[]): Verdict {
  const kept = keptText(copy.keptMs);
  return context.pass('copy-configured', { ...dataOf(context, copy), kept }, evidence);
}

/** A resource that is younger than the data of its newest copy may be is not late yet. */
function judgeAwaited(
  context: SupportedCopyContext,
  copy: IntendedCopy,
  since: Instant,
  evidence: readonly Evidence[],
): Verdict {
  const due = new Date(since + context.prepared.maxAgeMs);
  const age = ageText(context.now - since);
  const data = dataOf(context, copy);
  return context.pass('awaiting-first-copy', { ...data, age, due }, evidence);
}

function judgeDoubt(
  context: SupportedCopyContext,
  [copy]: readonly IntendedCopy[],
  evidence: readonly Evidence[],
): Verdict | undefined {
  if (copy?.doubt === undefined) return undefined;
  const { kind, setting } = copy.doubt;
  const id = kind === 'opt-in-unread' ? 'opt-in-unknown' : 'organization-opt-in-unknown';
  return context.unknown(id, { ...dataOf(context, copy), setting }, evidence);
}

function judgeShort(
  context: SupportedCopyContext,
  intended: readonly IntendedCopy[],
  evidence: readonly Evidence[],
): Verdict | undefined {
  const short = intended.find(
    ({ destination, keptMs, doubt }) =>
      doubt === undefined && destination.misplaced === undefined && isTooShort(keptMs, context),
  );
  if (short === undefined) return undefined;
  const data = { name: context.dossier.resource.name, ...placeData(short.destination) };
  const required = durationText(context.prepared.minRetentionMs);
  return context.fail('retention-too-short', { ...data, kept: keptText(short.keptMs), required }, evidence);
}

function dataOf({ dossier }: SupportedCopyContext, { plan, destination }: IntendedCopy) {
  return { name: dossier.resource.name, plan: plan.name, ...placeData(destination) };
}
