import { defineReporter, gateSentence } from '@backproof/core';
import type { Outcome, ReportedRun, RuleInRun } from '@backproof/core';
import { leftoverSuite, scanSuite, waiverSuite } from './scan-suite.js';
import { SUITE_END, suiteHead, sumOf } from './suite.js';
import type { Counts } from './suite.js';
import { NO_TIME, outcomeTestcase } from './testcase.js';
import { attributes } from './xml.js';

/** Options of the JUnit report. */
export interface JunitOptions {
  /** `none` leaves out test cases that passed: some CI systems limit their number. */
  readonly passes: 'all' | 'none';
}

/**
 * JUnit XML that Jenkins, GitLab, Azure Pipelines, CircleCI and Surefire's readers accept: a suite for each rule, one
 * for the scan itself, one for waivers and one for leftovers, which always pass. An open violation is a failure, whether or not the gate counts it; an
 * unknown outcome is an error, an accepted failure is skipped, and what is not applicable is only counted. The property
 * `gate` of the first suites has the verdict.
 */
export const junit = defineReporter<JunitOptions>({
  id: 'junit',
  extension: '.xml',
  mediaType: 'application/xml',
  options: {
    schema: {
      type: 'object',
      additionalProperties: false,
      properties: { passes: { enum: ['all', 'none'] } },
    },
    defaults: { passes: 'all' },
  },

  *render(run, { passes }) {
    const small = [scanSuite(run), waiverSuite(run), leftoverSuite(run)].filter(({ testcases }) => testcases.length > 0);
    const counted = [...small.map(({ counts }) => counts), ...run.rules.map((rule) => countsOf(rule, passes))];
    const { tests, failures, errors } = sumOf(counted);
    yield '<?xml version="1.0" encoding="UTF-8"?>\n';
    yield `<testsuites${attributes({ name: run.tool.name, tests, failures, errors, time: NO_TIME })}>\n`;
    for (const { name, counts, testcases } of small) {
      yield suiteHead(name, counts, timestampOf(run), {
        run: run.id,
        result: run.gate.result,
        gate: gateSentence(run),
      });
      yield* testcases;
      yield SUITE_END;
    }
    yield* ruleSuites(run, passes);
    yield '</testsuites>\n';
  },
});

/** A run's outcomes are in the order of its rules, so all of them are met in one walk. */
function* ruleSuites(run: ReportedRun, passes: JunitOptions['passes']): Generator<string> {
  const waivers = new Map(run.waivers.map((waiver) => [waiver.id, waiver]));
  const outcomes = run.outcomes[Symbol.iterator]();
  let next = outcomes.next();
  for (const rule of run.rules) {
    yield suiteHead(rule.id, countsOf(rule, passes), timestampOf(run), propertiesOf(rule, run, passes));
    for (; isOf(rule, next); next = outcomes.next()) {
      const isLeftOut = passes === 'none' && next.value.status === 'pass';
      const written = isLeftOut ? undefined : outcomeTestcase(next.value, waivers);
      if (written !== undefined) yield written;
    }
    yield SUITE_END;
  }
  if (!next.done) throw new Error('the outcomes of the run are not in the order of its rules');
}

function isOf({ id }: RuleInRun, next: IteratorResult<Outcome, unknown>): next is IteratorYieldResult<Outcome> {
  return next.done !== true && next.value.ruleId === id;
}

function countsOf({ tally }: RuleInRun, passes: JunitOptions['passes']): Counts {
  const { pass, open: failures, unknown: errors, waived, baseline } = tally;
  const skipped = waived + baseline;
  return { tests: (passes === 'all' ? pass : 0) + failures + errors + skipped, failures, errors, skipped };
}

function propertiesOf(rule: RuleInRun, run: ReportedRun, passes: JunitOptions['passes']) {
  const { version, title, severity, controls, tally, switchedOff } = rule;
  return {
    run: run.id,
    'rule.version': version,
    'rule.title': title,
    'rule.severity': severity,
    'rule.controls': controls.join(' '),
    notApplicable: tally.notApplicable,
    switchedOff,
    ...(passes === 'none' && { 'passes.leftOut': tally.pass }),
  };
}

/** Without its zone, as JUnit's own writer has it. */
function timestampOf({ now }: ReportedRun): string {
  return now.slice(0, 19);
}
