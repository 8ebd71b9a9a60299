import { ageText, durationText, overLimitText } from '../config/duration.js';
import type { Evidence, Verdict } from '../rule/verdict.js';
import type { CopyContext } from './context.js';
import { keptText, lastChange } from './copy.js';
import type { Copy } from './copy.js';
import { placeData, placeOf } from './destination.js';
import type { Destination } from './destination.js';
import { MISPLACEMENTS } from './placement.js';

/** The verdict on a copy that is what is asked for. `infected`: a newer one in which a malware scan found something. */
export function judgeGoodCopy(context: CopyContext, copy: Copy, infected: Copy | undefined): Verdict {
  const { dossier, pass, now } = context;
  const { destination, dataAt, grade, heldSince } = copy;
  const evidence = [...copy.evidence(), ...(infected?.evidence() ?? [])];
  const asOf = new Date(dataAt);
  const data = { name: dossier.resource.name, ...placeData(destination), asOf };
  const age = ageText(now - dataAt);
  if (infected !== undefined) {
    return pass('clean-copy', { ...data, age, infected: new Date(infected.dataAt) }, evidence);
  }
  const stopped = lastChange(context);
  if (dataAt < now - context.prepared.maxAgeMs) {
    return pass('copied-before-stop', { ...data, stopped: new Date(stopped) }, evidence);
  }
  if (heldSince !== undefined) return pass('copy-held', { ...data, age, end: new Date(heldSince) }, evidence);
  const kept = keptText(copy.keptMs ?? Infinity);
  if (grade === 'reported') return pass('copy-reported', { ...data, age, kept }, evidence);
  return pass(
    context.prepared.placement.foundAs(dossier.resource, placeOf(destination)),
    { ...data, age, kept },
    evidence,
  );
}

/** The verdict that rests on one copy by what it lacks. */
export function judgeFlawedCopy(context: CopyContext, copy: Copy, evidence: readonly Evidence[]): Verdict {
  const { dossier, prepared, now, fail, unknown } = context;
  const { destination, dataAt, fault = 'no-usable-copy' } = copy;
  const data = { name: dossier.resource.name, ...placeData(destination) };
  const asOf = new Date(dataAt);
  switch (fault) {
    case 'copy-unverified':
    case 'copy-state-unknown':
      return unknown(fault, data, evidence);
    case 'stale': {
      const allowed = durationText(prepared.maxAgeMs);
      return fail(fault, { ...data, asOf, age: overLimitText(now - dataAt, prepared.maxAgeMs), allowed }, evidence);
    }
    case 'retention-too-short': {
      const required = durationText(prepared.minRetentionMs);
      return fail(fault, { ...data, kept: keptText(copy.keptMs ?? 0), required }, evidence);
    }
    case 'only-infected':
      return fail(fault, { ...data, asOf }, evidence);
    case 'air-gapped-same-account':
    case 'no-usable-copy':
    case 'not-observed':
    case 'same-account':
    case 'same-region':
    case 'wrong-account':
    case 'wrong-region':
      return fail(fault, data, evidence);
  }
}

/** The verdict on copies that go, or would go, to other places than are asked for: the place that comes closest counts. */
export function judgeMisplaced(
  { dossier, fail }: CopyContext,
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
