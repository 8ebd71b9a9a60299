import { attributes, element } from './xml.js';
import { NO_TIME } from './testcase.js';

/** The number of test cases, by their result. */
export interface Counts {
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
  readonly skipped: number;
}

/** A suite as it begins, with its counts and properties; those without value are left out. */
export function suiteHead(
  name: string,
  { tests, failures, errors, skipped }: Counts,
  timestamp: string,
  properties: Readonly<Record<string, string | number>>,
): string {
  const values = { name, tests, failures, errors, skipped, time: NO_TIME, timestamp };
  const lines = Object.entries(properties).map(
    ([property, value]) => `      ${element('property', { name: property, value })}\n`,
  );
  return `  <testsuite${attributes(values)}>\n    <properties>\n${lines.join('')}    </properties>\n`;
}

export const SUITE_END = '  </testsuite>\n';

/** The counts of several suites together. */
export function sumOf(counts: readonly Counts[]): Counts {
  const sum = (of: keyof Counts): number => counts.reduce((total, each) => total + each[of], 0);
  return { tests: sum('tests'), failures: sum('failures'), errors: sum('errors'), skipped: sum('skipped') };
}
