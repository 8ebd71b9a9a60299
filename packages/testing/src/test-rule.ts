import type { Rule } from '@backproof/core';
import { differences } from './expectation.js';
import { needChecks } from './need-checks.js';
import { outcomeOf } from './outcome-of.js';
import { toldStories } from './story.js';
import type { Stories } from './story.js';
import { TABLE_CHECKS } from './table-checks.js';

/** What registers tests: Jest's, Vitest's and node:test's `describe` and `it` all do. */
export interface TestEnvironment {
  readonly describe: (name: string, register: () => void) => unknown;
  readonly it: (name: string, test: () => void) => unknown;
}

/**
 * Registers a rule's stories as tests, each judged by the real engine. Beside them it registers what makes the table a
 * strict one (`TABLE_CHECKS`), and for each need of the rule that it concludes nothing from evidence that is missing.
 * @param environment Absent: the global `describe` and `it`, as Jest and Vitest have them.
 */
export function testRule(rule: Rule, stories: Stories, environment: TestEnvironment = globalEnvironment()): void {
  const { describe, it } = environment;
  const told = toldStories(stories);
  describe(rule.id, () => {
    for (const story of told) {
      it(`${story.status}: ${story.name}`, () => {
        expectNone(differences(story, outcomeOf(rule, story)));
      });
    }
    for (const [name, faults] of Object.entries(TABLE_CHECKS)) {
      it(name, () => {
        expectNone(faults(rule, told));
      });
    }
    for (const { name, faults } of needChecks(rule)) {
      it(name, () => {
        expectNone(faults(told));
      });
    }
  });
}

function expectNone(faults: readonly string[]): void {
  if (faults.length > 0) throw new Error(faults.join('\n'));
}

/** The test runner's globals. Nothing but a runner can say that they are there, so they are asked for here. */
function globalEnvironment(): TestEnvironment {
  const { describe, it } = globalThis as Partial<TestEnvironment>;
  if (describe === undefined || it === undefined) {
    throw new Error(
      'there is no global describe and it; pass those of the test runner: testRule(rule, stories, { describe, it })',
    );
  }
  return { describe, it };
}
