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

/** An outcome, with what becomes of it if it is a failure. */
export interface Disposed {
  readonly disposed: Outcome;
  /** The waivers that concern it, by their numbers. */
  readonly concerned: readonly number[];
}

/** Disposes of outcomes by what users accepted, each by itself. */
export function disposalBy({ waivers, baseline }: Acceptance, now: Instant): (outcome: Outcome) => Disposed {
  const concerning = waiverFinder(waivers);
  const known = baseline && new Map(baseline.findings.map((finding) => [finding.fingerprint, finding]));
  return (outcome) => {
    if (outcome.status !== 'fail' && outcome.status !== 'unknown') return { disposed: outcome, concerned: NONE };
    const found = concerning(outcome);
    const concerned = found.map(({ number }) => number);
    if (outcome.status === 'unknown') return { disposed: outcome, concerned };
    const accepting = found.map(({ waiver }) => waiver);
    return { disposed: disposeOf(outcome, accepting, known, now), concerned };
  };
}

const NONE: readonly number[] = [];

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

/**
 * A waiver, with what it did to the outcomes.
 * @param failures - undefined if it concerns no outcome, 0 if it concerns only unknown outcomes
 */
export function waiverInRun(waiver: Waiver, failures: number | undefined, now: Instant): WaiverInRun {
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
function waiverFinder(waivers: readonly Waiver[]): (outcome: Outcome) => readonly NumberedWaiver[] {
  const numbered = waivers.map((waiver, number) => ({ waiver, number }));
  const byRule = groupBy(numbered, ({ waiver }) => waiver.rule);
  return ({ ruleId, subject }) =>
    (byRule.get(ruleId) ?? []).filter(({ waiver }) =>
      waiver.resources.some((pattern) => matchesWildcard(pattern, subject.arn)),
    );
}

interface NumberedWaiver {
  readonly waiver: Waiver;
  readonly number: number;
}
