import type { Run, Tally } from '@backproof/core';
import type { Control, ControlFramework } from './control-framework.js';
import { controlsOf } from './controls-of.js';

/**
 * What a run says of a control, the worst that holds:
 *
 * - `fail`: a rule that supports it found a violation that nobody has approved; that it was there before approves nothing
 * - `unknown`: such a rule could not tell, or not every resource was seen
 * - `waived`: it is not met, but all violations are approved exceptions
 * - `pass`: all that was tested passed
 * - `notAssessed`: no rule of the run speaks to it, or none of them applied to anything
 */
export type ControlStatus = 'fail' | 'unknown' | 'waived' | 'pass' | 'notAssessed';

export interface ControlResult {
  readonly control: Control;
  readonly status: ControlStatus;
  /** The ids of the rules of the run that support it. */
  readonly rules: readonly string[];
  /** How many outcomes say something: all but those that are not applicable. A resource that two rules judge is tested twice. */
  readonly tested: number;
  readonly tally: Tally;
}

export interface FrameworkResult {
  readonly framework: ControlFramework;
  readonly controls: readonly ControlResult[];
}

/** As much of a run as tells of controls. */
export type AssessedRun = Pick<Run, 'rules' | 'scopes' | 'populations' | 'completeness'>;

/** What a run says of the controls of some frameworks. */
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
