import type { Reporter } from '@backproof/core';
import { expectNone, globalEnvironment } from '../test-environment.js';
import type { TestEnvironment } from '../test-environment.js';
import { REPORTER_CHECKS } from './reporter-checks.js';
import type { ReporterTest } from './reporter-checks.js';

/**
 * Registers what a reporter must do as tests: it writes the shared runs as its golden files say, always the same bytes,
 * and holds none of the outcomes.
 * @param environment Absent: the global `describe` and `it`, as Jest and Vitest have them.
 */
export function testReporter(
  reporter: Reporter,
  test: ReporterTest,
  environment: TestEnvironment = globalEnvironment('testReporter(reporter, test, { describe, it })'),
): void {
  const { describe, it } = environment;
  const options = test.options === undefined ? '' : ` with ${JSON.stringify(test.options)}`;
  describe(`reporter ${reporter.id}${options}`, () => {
    for (const { name, faults } of REPORTER_CHECKS) {
      it(name, () => {
        expectNone(faults(reporter, test));
      });
    }
  });
}
