import { formatDuration } from '@backproof/core';
import type { Evidence, Verdict } from '@backproof/core';
import type { Context } from './context.js';
import { keptText } from './copy.js';
import type { Copy } from './copy.js';
import { MISPLACEMENTS, placeData } from './destination.js';
import type { Destination } from './destination.js';
import type { Inquiry } from './inquiry.js';

/** The verdict that rests on one copy: what it proves, or what it lacks. */
export function judgeCopy(inquiry: Inquiry, copy: Copy, evidence: readonly Evidence[]): Verdict {
  const { context, oldestAllowed, minRetentionMs } = inquiry;
  const { dossier, now, pass, fail, unknown } = context;
  const { destination, dataAt, fault } = copy;
  const kept = keptText(copy.keptMs ?? Infinity);
  const data = { name: dossier.resource.name, ...placeData(destination) };
  const age = { asOf: new Date(dataAt), age: formatDuration(now - dataAt) };
  if (fault === undefined) return pass(passMessage(copy), { ...data, ...age, kept }, evidence);
  if (fault === 'copy-unverified') return unknown(fault, data, evidence);
  if (fault === 'stale') {
    return fail(fault, { ...data, ...age, allowed: formatDuration(now - oldestAllowed) }, evidence);
  }
  if (fault === 'retention-too-short') {
    return fail(fault, { ...data, kept, required: formatDuration(minRetentionMs) }, evidence);
  }
  return fail(fault, data, evidence);
}

function passMessage({ grade, destination }: Copy): 'copied' | 'air-gapped' | 'copy-reported' {
  if (grade === 'reported') return 'copy-reported';
  return destination.ownAccount ? 'air-gapped' : 'copied';
}

/** The verdict on copies that go, or would go, to other places than are asked for: the place that comes closest counts. */
export function judgeMisplaced(
  { dossier, fail }: Context,
  copies: readonly { readonly destination: Destination }[],
  evidence: readonly Evidence[],
): Verdict {
  const { name } = dossier.resource;
  for (const misplacement of MISPLACEMENTS) {
    const copy = copies.find(({ destination }) => destination.misplaced === misplacement);
    if (copy !== undefined) return fail(misplacement, { name, ...placeData(copy.destination) }, evidence);
  }
  return fail('no-copy-action', { name }, evidence);
}
