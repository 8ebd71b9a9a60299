import type { Rule } from '@backproof/core';
import type { Stories } from './story.js';
import { testRule } from './test-rule.js';

/** What became of the tests that a table registers: by name, `ok` or why they fail. */
export function testRun(rule: Rule, stories: Stories): ReadonlyMap<string, string> {
  const results = new Map<string, string>();
  testRule(rule, stories, {
    describe: (_, register) => {
      register();
    },
    it: (name, test) => {
      results.set(name, resultOf(test));
    },
  });
  return results;
}

/** Only the tests that fail. */
export function failures(rule: Rule, stories: Stories): Readonly<Record<string, string>> {
  return Object.fromEntries([...testRun(rule, stories)].filter(([, result]) => result !== 'ok'));
}

function resultOf(test: () => void): string {
  try {
    test();
    return 'ok';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
