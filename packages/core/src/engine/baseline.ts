import type { IsoInstant } from '../model/instant.js';
import { SEVERITIES } from '../model/severity.js';
import type { Outcome } from './outcome.js';

/** A failure by its identity. */
export type Finding = Pick<Outcome, 'ruleId' | 'subject' | 'severity' | 'messageId' | 'fingerprint'>;

/** The failures of an earlier run that a later one does not hold against a build. */
export interface Baseline {
  /** The id of the earlier run. */
  readonly runId: string;
  /** As of when the earlier run judged, ISO 8601. */
  readonly now: IsoInstant;
  readonly findings: readonly Finding[];
}

/**
 * The reason why a failure of the baseline is not a failure now: `resolved`; `unknown`, as it cannot be determined now;
 * or `gone`, as its resource or its rule is no longer judged.
 */
export type AbsentReason = 'resolved' | 'unknown' | 'gone';

/** A baseline as a run was compared with it. */
export interface BaselineInRun extends Pick<Baseline, 'runId' | 'now'> {
  /**
   * The number of failures of the baseline, and the number of failures of the run that it does not accept: it does not
   * know them, or knows them with a lower severity.
   */
  readonly findings: number;
  readonly newFindings: number;
  readonly absent: readonly (Finding & { readonly reason: AbsentReason })[];
}

/** The parts of a run that a baseline is made from. */
interface EarlierRun {
  readonly id: string;
  readonly now: IsoInstant;
  readonly outcomes: Iterable<Outcome>;
}

/** The baseline that a run makes: all its failures but those that a waiver accepts, as these would outlive the waiver. */
export function baselineOf({ id, now, outcomes }: EarlierRun): Baseline {
  const findings: Finding[] = [];
  for (const outcome of outcomes) {
    if (outcome.status === 'fail' && outcome.disposition.kind !== 'waived') findings.push(findingOf(outcome));
  }
  return { runId: id, now, findings };
}

/**
 * Returns true if a baseline accepts a failure: it knows the finding, with a severity that is not lower than it is now.
 */
export function isAccepted({ severity }: Pick<Outcome, 'severity'>, known: Finding | undefined): boolean {
  return known !== undefined && SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(known.severity);
}

/** Compares the outcomes of a run with a baseline. */
export function compareWithBaseline({ runId, now, findings }: Baseline, outcomes: Iterable<Outcome>): BaselineInRun {
  const known = new Map(findings.map((finding) => [finding.fingerprint, finding]));
  const statuses = new Map<string, Outcome['status']>();
  let newFindings = 0;
  for (const { fingerprint, status, severity } of outcomes) {
    const finding = known.get(fingerprint);
    if (finding !== undefined) statuses.set(fingerprint, status);
    if (status === 'fail' && !isAccepted({ severity }, finding)) newFindings += 1;
  }
  const absent = findings.flatMap((finding) => {
    const status = statuses.get(finding.fingerprint);
    return status === 'fail' ? [] : [{ ...finding, reason: absentReason(status) }];
  });
  return { runId, now, findings: findings.length, newFindings, absent };
}

/** Returns why a failure of an earlier run is none now, by its status now. */
export function absentReason(status: Outcome['status'] | undefined): AbsentReason {
  if (status === undefined) return 'gone';
  return status === 'unknown' ? 'unknown' : 'resolved';
}

/** Returns the identity of a failure. */
export function findingOf({ ruleId, subject, severity, messageId, fingerprint }: Outcome): Finding {
  return { ruleId, subject, severity, messageId, fingerprint };
}
