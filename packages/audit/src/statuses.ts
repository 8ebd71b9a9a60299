import { groupBy } from '@backproof/core';
import { controlName, controlResults } from '@backproof/frameworks';
import type { ControlFramework, ControlStatus } from '@backproof/frameworks';
import type { Audit, AuditedControl, AuditedFramework, PeriodStatus } from './audit.js';
import { walkthroughOf } from './control-conclusion.js';
import type { AuditedResource } from './population.js';
import type { RecordedRun } from './recorded-run.js';

/** The worst first. */
const STATUSES = ['fail', 'unknown', 'waived', 'pass', 'notAssessed'] as const satisfies readonly ControlStatus[];

/**
 * The status of a period: the worst result of any run. If the runs do not cover the period, a pass in all runs is
 * `unknown`.
 */
function periodStatus(
  runs: readonly ControlStatus[],
  before: ControlStatus | undefined,
  covered: boolean,
): PeriodStatus {
  const counts = { fail: 0, unknown: 0, waived: 0, pass: 0, notAssessed: 0 };
  for (const status of runs) counts[status] += 1;
  const worst = STATUSES.find((status) => counts[status] > 0) ?? 'notAssessed';
  const isGood = worst === 'pass' || worst === 'waived';
  const atEnd = runs.at(-1);
  return {
    status: isGood && !covered ? 'unknown' : worst,
    ...(atEnd !== undefined && { atEnd }),
    ...(before !== undefined && { before }),
    runs: counts,
  };
}

/**
 * Returns the status of the controls of some frameworks, from the runs of a period and the last one before it.
 * @param ground the population with its results in the last run, and what conclusions depend on
 */
export function auditedFrameworks(
  frameworks: readonly ControlFramework[],
  runs: readonly RecordedRun[],
  before: RecordedRun | undefined,
  ground: Pick<Audit, 'coverage' | 'exceptions' | 'integrity' | 'population'>,
): readonly AuditedFramework[] {
  const { coverage, exceptions, integrity, population } = ground;
  const covered = coverage.gaps.length === 0 && runs.length > 0;
  const ofRuns = runs.map((run) => controlResults(assessed(run), frameworks));
  const ofBefore = before && controlResults(assessed(before), frameworks);
  return frameworks.map((framework, f) => ({
    id: framework.id,
    name: framework.name,
    version: framework.version,
    publisher: framework.publisher,
    controls: framework.controls.map((control, c) => {
      const results = ofRuns.flatMap((ofRun) => ofRun[f]?.controls[c] ?? []);
      const last = results.at(-1);
      const statuses = results.map(({ status }) => status);
      const about = {
        rules: [...new Set(results.flatMap(({ rules }) => rules))].sort(),
        ...periodStatus(statuses, ofBefore?.[f]?.controls[c]?.status, covered),
        ...(control.beyond !== undefined && { beyond: control.beyond }),
      };
      return {
        id: controlName(framework, control),
        title: control.title,
        objective: control.objective ?? `${control.title}.`,
        ...(control.frequency !== undefined && { frequency: control.frequency }),
        ...about,
        ...testedSubjects(population.resources, last?.rules ?? []),
        walkthrough: walkthroughOf(about, { intact: integrity.intact, coverage, exceptions }),
      };
    }),
  }));
}

/** The numbers of subjects that some rules passed or failed in the last run, and of those with an unknown outcome. */
function testedSubjects(
  resources: readonly AuditedResource[],
  rules: readonly string[],
): Pick<AuditedControl, 'tested' | 'unknown'> {
  let [tested, unknown] = [0, 0];
  for (const { results } of resources) {
    const statuses = rules.map((id) => results[id]);
    if (statuses.includes('pass') || statuses.includes('fail')) tested += 1;
    if (statuses.includes('unknown')) unknown += 1;
  }
  return { tested, unknown };
}

/** The same for each rule: as if it were the only support of a control. */
export function auditedRules(
  runs: readonly RecordedRun[],
  before: RecordedRun | undefined,
  covered: boolean,
): readonly (PeriodStatus & { readonly ruleId: string })[] {
  const results = groupBy(runs.flatMap(ruleStatuses), ({ ruleId }) => ruleId);
  const earlier = new Map(before && ruleStatuses(before).map(({ ruleId, status }) => [ruleId, status]));
  return [...results]
    .map(([ruleId, ofRule]) => {
      const statuses = ofRule.map(({ status }) => status);
      return { ruleId, ...periodStatus(statuses, earlier.get(ruleId), covered) };
    })
    .sort((a, b) => (a.ruleId < b.ruleId ? -1 : 1));
}

/** The rules with unknown outcomes in a period, by whether anything could have been read or decided about them. */
export interface UnknownRules {
  /** In some run an outcome is unknown that is not forgotten, or not every resource was found. */
  readonly incomplete: readonly string[];
  /** AWS has forgotten what would decide their unknown outcomes: no run could have been more complete. */
  readonly forgotten: readonly string[];
}

/** Finds the rules with unknown outcomes in some runs. */
export function unknownRules(runs: readonly RecordedRun[]): UnknownRules {
  const incomplete = new Set(runs.flatMap((run) => unknownIn(run, withoutForgotten(run.header.rules))));
  const all = new Set(runs.flatMap((run) => unknownIn(run, run.header.rules)));
  return { incomplete: [...incomplete].sort(), forgotten: [...all].filter((id) => !incomplete.has(id)).sort() };
}

function unknownIn(run: RecordedRun, rules: RecordedRun['header']['rules']): readonly string[] {
  const statuses = ruleStatuses({ ...run, header: { ...run.header, rules } });
  return statuses.flatMap(({ ruleId, status }) => (status === 'unknown' ? [ruleId] : []));
}

/** The rules, without the unknown outcomes that AWS has forgotten. */
function withoutForgotten(rules: RecordedRun['header']['rules']): RecordedRun['header']['rules'] {
  return rules.map((rule) => ({
    ...rule,
    tally: { ...rule.tally, unknown: rule.tally.unknown - (rule.unknownKinds?.forgotten ?? 0) },
  }));
}

function ruleStatuses(run: RecordedRun): readonly { readonly ruleId: string; readonly status: ControlStatus }[] {
  const controls = run.header.rules.map(({ id }) => ({ id, title: id }));
  const each: ControlFramework = { id: 'rule', alias: 'rule', name: '', version: '', publisher: '', controls };
  const rules = run.header.rules.map((rule) => ({ ...rule, controls: [controlName(each, rule)] }));
  const [result] = controlResults({ ...assessed(run), rules }, [each]);
  return (result?.controls ?? []).map(({ control, status }) => ({ ruleId: control.id, status }));
}

function assessed({ header: { rules, scopes, completeness }, populations }: RecordedRun) {
  return { rules, scopes, completeness, populations };
}
