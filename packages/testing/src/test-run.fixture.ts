import type { Reporter, Rule } from '@backproof/core';
import type { ReporterTest } from './reporter/reporter-checks.js';
import { testReporter } from './reporter/test-reporter.js';
import type { Stories } from './story.js';
import type { TestEnvironment } from './test-environment.js';
import { testRule } from './test-rule.js';

/** Tests by name: `ok`, or why they fail. */
type Results = ReadonlyMap<string, string>;

/** What became of the tests that a table registers. */
export function testRun(rule: Rule, stories: Stories): Results {
  return resultsOf((environment) => {
    testRule(rule, stories, environment);
  });
}

/** Only the tests that fail. */
export function failures(rule: Rule, stories: Stories): Readonly<Record<string, string>> {
  return failed(testRun(rule, stories));
}

/** Only the tests of a reporter that fail, of those whose name begins so. */
export function reporterFailures(
  reporter: Reporter,
  test: ReporterTest,
  prefix: string,
): Readonly<Record<string, string>> {
  return failed(
    resultsOf((environment) => {
      testReporter(reporter, test, environment);
    }, prefix),
  );
}

function resultsOf(register: (environment: TestEnvironment) => void, prefix = ''): Results {
  const results = new Map<string, string>();
  register({
    describe: (_, registerTests) => {
      registerTests();
    },
    it: (name, test) => {
      if (name.startsWith(prefix)) results.set(name, resultOf(test));
    },
  });
  return results;
}

function failed(results: Results): Readonly<Record<string, string>> {
  return Object.fromEntries([...results].filter(([, result]) => result !== 'ok'));
}

/** The tests of rules and reporters do not wait for anything. */
function resultOf(test: Parameters<TestEnvironment['it']>[1]): string {
  try {
    return test() === undefined ? 'ok' : 'waits for something';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
