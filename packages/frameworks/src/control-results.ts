import type { Run, Tally } from '@backproof/core';
import type { Control, ControlFramework } from './control-framework.js';
import { controlsOf } from './controls-of.js';

/**
 * The result of a control in a run, the worst that applies:
 *
 * - `fail`: a rule that supports it found a violation that no waiver approves; a baseline approves nothing
 * - `unknown`: an outcome of such a rule is unknown, or not every resource was found
 * - `waived`: it is not met, but all violations are approved exceptions
 * - `pass`: all that was tested passed
 * - `notAssessed`: no rule of the run assesses it, or none of them applied to anything
 */
export type ControlStatus = 'fail' | 'unknown' | 'waived' | 'pass' | 'notAssessed';

export interface ControlResult {
  readonly control: Control;
  readonly status: ControlStatus;
  /** The ids of the rules of the run that support it. */
  readonly rules: readonly string[];
  /** The number of outcomes, except those that are not applicable. A resource that two rules judge is tested twice. */
  readonly tested: number;
  readonly tally: Tally;
}

export interface FrameworkResult {
  readonly framework: ControlFramework;
  readonly controls: readonly ControlResult[];
}

/** The parts of a run from which the results of controls are derived. */
export type AssessedRun = Pick<Run, 'rules' | 'scopes' | 'populations' | 'completeness'>;

/** Returns the results of the controls of some frameworks in a run. */
export function controlResults(run: AssessedRun, frameworks: readonly ControlFramework[]): readonly FrameworkResult[] {
  const sawAll = sawEveryResource(run);
  return frameworks.map((framework) => ({
    framework,
    controls: controlsOf(framework, run.rules).map(({ control, rules }): ControlResult => {
      const tally = rules.map((rule) => rule.tally).reduce(add, NOTHING);
      const tested = tally.pass + tally.open + tally.waived + tally.baseline + tally.unknown;
      const status = rules.length === 0 ? 'notAssessed' : statusOf(tally, tested, sawAll);
      return { control, status, rules: rules.map(({ id }) => id), tested, tally };
    }),
  }));
}

function statusOf({ open, baseline, unknown, waived }: Tally, tested: number, sawAll: boolean): ControlStatus {
  if (open + baseline > 0) return 'fail';
  if (unknown > 0 || !sawAll) return 'unknown';
  if (waived > 0) return 'waived';
  return tested > 0 ? 'pass' : 'notAssessed';
}

/** A resource that was not seen may well fail. */
function sawEveryResource({ scopes, populations, completeness }: AssessedRun): boolean {
  return (
    scopes.length > 0 &&
    populations.every(({ kind, status }) => kind !== 'resources' || status === 'complete') &&
    completeness.counts.every(({ result }) => result !== 'shortfall')
  );
}

const NOTHING: Tally = { pass: 0, open: 0, waived: 0, baseline: 0, unknown: 0, notApplicable: 0 };

function add(a: Tally, b: Tally): Tally {
  return {
    pass: a.pass + b.pass,
    open: a.open + b.open,
    waived: a.waived + b.waived,
    baseline: a.baseline + b.baseline,
    unknown: a.unknown + b.unknown,
    notApplicable: a.notApplicable + b.notApplicable,
  };
}
