/**
 * Tests of what a pack reads: apart from the tests of rules, as it takes the code that reads AWS, and the sandbox.
 *
 * @packageDocumentation
 */
export type { Collector, CollectorTest } from './collector/collector-test.js';
export { testCollector } from './collector/test-collector.js';
