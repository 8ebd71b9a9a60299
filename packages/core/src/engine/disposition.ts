import type { Waiver } from '../config/waiver.js';
import { groupBy } from '../model/group-by.js';
import type { Instant, IsoInstant } from '../model/instant.js';
import { matchesWildcard } from '../semantics/wildcard.js';
import { isAccepted } from './baseline.js';
import type { Baseline, Finding } from './baseline.js';
import type { Disposition, Failure, Outcome } from './outcome.js';

/** A waiver as a run found it. */
export interface WaiverInRun extends Omit<Waiver, 'expires'> {
  /** ISO 8601. */
  readonly expires: IsoInstant;
  /** `stale`: it concerns no failure and no unknown outcome. */
  readonly state: 'active' | 'expired' | 'stale';
  /** The number of failures that it concerns. */
  readonly failures: number;
}

/** The users' decisions about failures before the run. */
export interface Acceptance {
  readonly waivers: readonly Waiver[];
  readonly baseline?: Baseline | undefined;
}

/** Disposes of outcomes one by one. */
export interface Disposal {
  /** The outcome, with what becomes of it if it is a failure. */
  readonly disposed: (outcome: Outcome) => Outcome;
  /** The waivers, with what they did to the outcomes so far. */
  readonly waivers: () => readonly WaiverInRun[];
}

/** Disposes of outcomes by what users accepted, in whatever order they come. */
export function disposalBy({ waivers, baseline }: Acceptance, now: Instant): Disposal {
  const concerning = waiverFinder(waivers);
  const known = baseline && new Map(baseline.findings.map((finding) => [finding.fingerprint, finding]));
  const failures = new Map<Waiver, number>();
  return {
    disposed: (outcome) => {
      if (outcome.status !== 'fail' && outcome.status !== 'unknown') return outcome;
      const concerned = concerning(outcome);
      const weight = outcome.status === 'fail' ? 1 : 0;
      for (const waiver of concerned) failures.set(waiver, (failures.get(waiver) ?? 0) + weight);
      return outcome.status === 'fail' ? disposeOf(outcome, concerned, known, now) : outcome;
    },
    waivers: () => waivers.map((waiver) => inRun(waiver, failures.get(waiver), now)),
  };
}

function disposeOf(
  failure: Failure,
  concerned: readonly Waiver[],
  known: ReadonlyMap<string, Finding> | undefined,
  now: Instant,
): Failure {
  const inBaseline = known && isAccepted(failure, known.get(failure.fingerprint));
  const disposition = dispositionOf(concerned, inBaseline === true, now);
  return { ...failure, disposition, ...(inBaseline !== undefined && { inBaseline }) };
}

/** A waiver is somebody's decision and outranks that the failure was there before. */
function dispositionOf(concerned: readonly Waiver[], inBaseline: boolean, now: Instant): Disposition {
  const active = concerned.find((waiver) => !isExpired(waiver, now));
  if (active !== undefined) return { kind: 'waived', waiver: active.id };
  if (inBaseline) return { kind: 'baseline' };
  const [expired] = concerned;
  return { kind: 'open', ...(expired !== undefined && { expiredWaiver: expired.id }) };
}

/** `failures` is undefined for a waiver that concerns no outcome, and 0 for one that concerns only unknown outcomes. */
function inRun(waiver: Waiver, failures: number | undefined, now: Instant): WaiverInRun {
  const state = failures === undefined ? 'stale' : 'active';
  return {
    ...waiver,
    expires: new Date(waiver.expires).toISOString(),
    state: isExpired(waiver, now) ? 'expired' : state,
    failures: failures ?? 0,
  };
}

function isExpired({ expires }: Waiver, now: Instant): boolean {
  return expires <= now;
}

/** Finds the waivers that concern an outcome, in their own order. */
function waiverFinder(waivers: readonly Waiver[]): (outcome: Outcome) => readonly Waiver[] {
  const byRule = groupBy(waivers, ({ rule }) => rule);
  return ({ ruleId, subject }) =>
    (byRule.get(ruleId) ?? []).filter(({ resources }) =>
      resources.some((pattern) => matchesWildcard(pattern, subject.arn)),
    );
}
