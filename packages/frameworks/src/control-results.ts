import type { Outcome, Run, VerdictStatus } from '@backproof/core';
import type { Control, ControlFramework } from './control-framework.js';
import { controlsOf } from './controls-of.js';

/**
 * What a run says of a control, the worst that holds:
 *
 * - `fail`: a rule that supports it found a violation
 * - `unknown`: a rule could not tell, or not every resource was seen
 * - `pass`: all that was tested passed
 * - `notAssessed`: no rule of the run speaks to it, or none of them applied to anything
 */
export type ControlStatus = 'fail' | 'unknown' | 'pass' | 'notAssessed';

/** How many verdicts there are of each kind. */
type Counts = Readonly<Record<VerdictStatus, number>>;

export interface ControlResult extends Counts {
  readonly control: Control;
  readonly status: ControlStatus;
  /** The ids of the rules of the run that support it. */
  readonly rules: readonly string[];
  /** Verdicts that say something: all but those that are not applicable. A resource that two rules judge is tested twice. */
  readonly tested: number;
}

export interface FrameworkResult {
  readonly framework: ControlFramework;
  readonly controls: readonly ControlResult[];
}

/** What a run says of the controls of some frameworks. */
export function controlResults(run: Run, frameworks: readonly ControlFramework[]): readonly FrameworkResult[] {
  const counts = countByRule(run.outcomes);
  const sawAll = sawEveryResource(run);
  return frameworks.map((framework) => ({
    framework,
    controls: controlsOf(framework, run.rules).map(({ control, rules }): ControlResult => {
      const sum = rules.map(({ id }) => counts.get(id) ?? NONE).reduce(add, NONE);
      const tested = sum.pass + sum.fail + sum.unknown;
      const status = rules.length === 0 ? 'notAssessed' : statusOf(sum, tested, sawAll);
      return { control, status, rules: rules.map(({ id }) => id), tested, ...sum };
    }),
  }));
}

function statusOf({ fail, unknown }: Counts, tested: number, sawAll: boolean): ControlStatus {
  if (fail > 0) return 'fail';
  if (unknown > 0 || !sawAll) return 'unknown';
  return tested > 0 ? 'pass' : 'notAssessed';
}

/** A resource that was not seen may well fail. */
function sawEveryResource({ scopes, populations }: Run): boolean {
  return scopes.length > 0 && populations.every(({ kind, status }) => kind !== 'resources' || status === 'complete');
}

const NONE: Counts = { pass: 0, fail: 0, unknown: 0, notApplicable: 0 };

function countByRule(outcomes: readonly Outcome[]): ReadonlyMap<string, Counts> {
  const byRule = new Map<string, Record<VerdictStatus, number>>();
  for (const { ruleId, status } of outcomes) {
    const counts = byRule.get(ruleId) ?? { ...NONE };
    counts[status] += 1;
    byRule.set(ruleId, counts);
  }
  return byRule;
}

function add(a: Counts, b: Counts): Counts {
  return {
    pass: a.pass + b.pass,
    fail: a.fail + b.fail,
    unknown: a.unknown + b.unknown,
    notApplicable: a.notApplicable + b.notApplicable,
  };
}
