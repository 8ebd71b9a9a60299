import type { IsoInstant } from '../model/instant.js';
import { SEVERITIES } from '../model/severity.js';
import type { Severity } from '../model/severity.js';
import { absentReason, findingOf } from './baseline.js';
import type { AbsentReason, Finding } from './baseline.js';
import type { Outcome } from './outcome.js';

/** The parts of a run that are compared. */
interface ComparedRun {
  readonly now: IsoInstant;
  readonly outcomes: Iterable<Outcome>;
}

/** The failures of two runs, whether a waiver or a baseline accepts them or not, by what became of them. */
export interface RunDiff {
  readonly before: IsoInstant;
  readonly after: IsoInstant;
  /** Failures of the later run that the earlier one does not have. */
  readonly added: readonly Finding[];
  /** Failures of both that are more severe now, with their severity before. */
  readonly worse: readonly (Finding & { readonly was: Severity })[];
  /** Failures of the earlier run that the later one does not have, and why. */
  readonly absent: readonly (Finding & { readonly reason: AbsentReason })[];
  /** The number of failures that are in both runs, and not more severe now. */
  readonly unchanged: number;
}

/** Compares the failures of a run with those of an earlier one. */
export function diffRuns(before: ComparedRun, after: ComparedRun): RunDiff {
  const known = new Map<string, Finding>();
  for (const outcome of before.outcomes) {
    if (outcome.status === 'fail') known.set(outcome.fingerprint, findingOf(outcome));
  }
  const statuses = new Map<string, Outcome['status']>();
  const [added, worse]: [Finding[], RunDiff['worse'][number][]] = [[], []];
  let unchanged = 0;
  for (const outcome of after.outcomes) {
    const { fingerprint, status, severity } = outcome;
    const earlier = known.get(fingerprint);
    if (earlier !== undefined) statuses.set(fingerprint, status);
    if (status !== 'fail') continue;
    if (earlier === undefined) added.push(findingOf(outcome));
    else if (SEVERITIES.indexOf(severity) > SEVERITIES.indexOf(earlier.severity)) {
      worse.push({ ...findingOf(outcome), was: earlier.severity });
    } else unchanged += 1;
  }
  const absent = [...known.values()].flatMap((finding) => {
    const status = statuses.get(finding.fingerprint);
    return status === 'fail' ? [] : [{ ...finding, reason: absentReason(status) }];
  });
  return { before: before.now, after: after.now, added, worse, absent, unchanged };
}
