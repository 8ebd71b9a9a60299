import type { Waiver } from '../config/waiver.js';
import { canonicalJson } from '../model/canonical.js';
import { groupBy } from '../model/group-by.js';
import type { IsoInstant } from '../model/instant.js';
import { compare, inOrder } from '../model/order.js';
import { findingOf } from './baseline.js';
import type { BaselineInRun, Finding } from './baseline.js';
import type { WaiverInRun } from './disposition.js';
import { compareSubjects } from './outcome.js';
import type { Outcome } from './outcome.js';
import type { Run } from './run.js';
import { settlingBy } from './settling.js';

/** By rule, account, Region and ARN. */
export function compareOutcomes(a: Finding, b: Finding): number {
  return compare(a.ruleId, b.ruleId) || compareSubjects(a.subject, b.subject);
}

/** Counts anew what each waiver concerns. Its file may be another one in each part. */
export function mergedWaivers(
  runs: readonly Run[],
  outcomes: readonly Outcome[],
  now: IsoInstant,
): readonly WaiverInRun[] {
  const [first, ...others] = runs.map(({ waivers }) => waivers);
  const waivers = (first ?? []).map((waiver, i): Waiver => {
    const all = [waiver, ...others.flatMap((each) => each[i] ?? [])];
    const {
      state: _,
      failures: __,
      ...written
    } = inOrder(all, ({ source }) => canonicalJson(source ?? null))[0] ?? waiver;
    return { ...written, expires: Date.parse(written.expires) };
  });
  const settling = settlingBy({ waivers }, Date.parse(now));
  for (const outcome of outcomes) settling.settled(outcome);
  return settling.waivers();
}

/** A failure of the baseline is absent if it is in all parts, for the reason that the part gives that judges its resource. */
export function mergedBaseline(
  runs: readonly Run[],
  own: readonly Outcome[],
  outcomes: readonly Outcome[],
): BaselineInRun | undefined {
  const found = runs.flatMap(({ baseline }) => baseline ?? []);
  const [first] = found;
  if (first === undefined) return undefined;
  const byFingerprint = groupBy(
    found.flatMap((each) => each.absent),
    ({ fingerprint }) => fingerprint,
  );
  const everywhere = [...byFingerprint.values()].flatMap((each) => {
    const [finding] = each;
    if (finding === undefined || each.length < found.length) return [];
    return [each.find(({ reason }) => reason !== 'gone') ?? finding];
  });
  const apart = own.flatMap((outcome, i) =>
    outcome.status === 'fail' && outcome.inBaseline === true && outcomes[i]?.status !== 'fail'
      ? [{ ...findingOf(outcome), reason: 'unknown' as const }]
      : [],
  );
  const isNew = (outcome: Outcome): boolean => outcome.status === 'fail' && outcome.inBaseline !== true;
  return {
    ...first,
    newFindings: outcomes.filter(isNew).length,
    absent: [...everywhere, ...apart].sort(compareOutcomes),
  };
}
