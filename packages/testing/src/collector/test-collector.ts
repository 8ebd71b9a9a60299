import { expectNone, globalEnvironment } from '../test-environment.js';
import type { TestEnvironment } from '../test-environment.js';
import { COLLECTOR_CHECKS } from './collector-checks.js';
import type { Collector, CollectorTest } from './collector-test.js';

/**
 * Registers what the services of a pack must do as tests: they read a world of the sandbox over HTTP by the real client,
 * find what it has, call no more than they declare, and leave a gap where a call is denied.
 *
 * @param environment Absent: the global `describe` and `it`, as Jest and Vitest have them.
 */
export function testCollector(
  collector: Collector,
  test: CollectorTest,
  environment: TestEnvironment = globalEnvironment('testCollector(pack, test, { describe, it })'),
): void {
  const { describe, it } = environment;
  describe(`collector of ${collector.types.map(({ name }) => name).join(', ')}`, () => {
    for (const { name, faults } of COLLECTOR_CHECKS) {
      it(name, async () => {
        expectNone(await faults(collector, test));
      });
    }
  });
}
