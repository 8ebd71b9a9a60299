import { count } from '../model/quantity.js';
import { SEVERITIES } from '../model/severity.js';
import type { Severity } from '../model/severity.js';
import { UNKNOWN_NAMES } from '../model/unknown-kind.js';
import type { Gate } from './gate.js';
import { sumOf, weighOpen, weighUnknown } from './gate-weights.js';
import type { OpenWeight, RuleWithUnknowns, UnknownWeight } from './gate-weights.js';
import { outcomesOfAll } from './tally.js';
import type { UnknownTally } from './tally.js';

/** The failures and unknown outcomes of a run, by whether its gate counts them. */
export interface GateCounts {
  /** Open violations that fail the gate. */
  readonly open: number;
  /** Open violations below the severity that the gate fails on. */
  readonly openBelow: number;
  /** Open violations that the gate allows: as many as it allows of their severity, or all as it never fails. */
  readonly openAllowed: number;
  /** Failures that were in the baseline already. */
  readonly baseline: number;
  /** Failures that a waiver accepts. */
  readonly waived: number;
  /** Unknown outcomes that make the run incomplete. */
  readonly unknown: number;
  /** Unknown outcomes that the gate allows. */
  readonly unknownAllowed: number;
  /** Those of `unknownAllowed` that nothing decides which AWS still keeps. */
  readonly forgottenAllowed: number;
}

/** The parts of a run that its gate counts. A `Run` has them. */
export interface CountedRun {
  readonly gate: Pick<Gate, 'policy' | 'result'>;
  readonly rules: readonly RuleWithUnknowns[];
  readonly open: Readonly<Record<Severity, number>>;
}

/** Counts failures and unknown outcomes by what the gate of the run makes of them. */
export function gateCounts({ gate: { policy }, rules, open }: CountedRun): GateCounts {
  const ofWeight = (weight: OpenWeight): number =>
    sum(
      SEVERITIES.filter((severity) => weighOpen(policy, severity, open[severity]) === weight).map((one) => open[one]),
    );
  const unknownOf = (weight: UnknownWeight): readonly UnknownTally[] =>
    rules.map((rule) => weighUnknown(policy, rule, weight));
  return {
    open: ofWeight('counts'),
    openBelow: ofWeight('below'),
    openAllowed: ofWeight('allowed'),
    baseline: sum(rules.map(({ tally }) => tally.baseline)),
    waived: sum(rules.map(({ tally }) => tally.waived)),
    unknown: sum(unknownOf('counts').map(sumOf)),
    unknownAllowed: sum(unknownOf('allowed').map(sumOf)),
    forgottenAllowed: sum(unknownOf('allowed').map(({ forgotten }) => forgotten)),
  };
}

/** The verdict of the gate in one line: `Gate passed. 34 open below critical, 242 in the baseline, 39 unknown (allowed).` */
export function gateSentence(run: CountedRun): string {
  const { result, policy } = run.gate;
  const counts = gateCounts(run);
  const counted = policy.failOn === 'never' || policy.failOn === 'low' ? 'open' : `open at ${policy.failOn} or above`;
  const parts: readonly (readonly [number, string])[] = [
    [counts.open, counted],
    [counts.openBelow, `open below ${policy.failOn}`],
    [counts.openAllowed, 'open (allowed)'],
    [counts.baseline, 'in the baseline'],
    [counts.waived, 'waived'],
    [counts.unknown, 'unknown'],
    [counts.unknownAllowed - counts.forgottenAllowed, 'unknown (allowed)'],
    [counts.forgottenAllowed, `unknown (${UNKNOWN_NAMES.forgotten})`],
  ];
  const said = parts.flatMap(([number, words]) => (number > 0 ? [`${number.toLocaleString('en')} ${words}`] : []));
  return `${VERDICTS[result]} ${said.length > 0 ? said.join(', ') : noneText(run)}.`;
}

const VERDICTS: Readonly<Record<Gate['result'], string>> = {
  clean: 'Gate passed.',
  violations: 'Gate failed.',
  incomplete: 'Gate failed: the run is incomplete.',
};

function noneText({ rules }: CountedRun): string {
  const outcomes = outcomesOfAll(rules);
  if (outcomes === 0) return 'Nothing was judged';
  return `No failures and nothing unknown in ${count(outcomes, 'outcome')}`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
