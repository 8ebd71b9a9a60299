import type { Rule } from '@backproof/core';
import { differences } from './expectation.js';
import { needChecks } from './need-checks.js';
import { outcomeOf } from './outcome-of.js';
import { RULE_CHECKS } from './rule-checks.js';
import { toldStories } from './story.js';
import type { Stories } from './story.js';
import { expectNone, globalEnvironment } from './test-environment.js';
import type { TestEnvironment } from './test-environment.js';
import { TABLE_CHECKS } from './table-checks.js';

/**
 * Registers a rule's stories as tests, each judged by the real engine. Beside them it registers what a rule must say of
 * itself (`RULE_CHECKS`), what makes the table a strict one (`TABLE_CHECKS`), and for each need of the rule that it
 * concludes nothing from evidence that is missing.
 * @param environment Absent: the global `describe` and `it`, as Jest and Vitest have them.
 */
export function testRule(
  rule: Rule,
  stories: Stories,
  environment: TestEnvironment = globalEnvironment('testRule(rule, stories, { describe, it })'),
): void {
  const { describe, it } = environment;
  const told = toldStories(stories);
  describe(rule.id, () => {
    for (const story of told) {
      it(`${story.status}: ${story.name}`, () => {
        expectNone(differences(story, outcomeOf(rule, story)));
      });
    }
    for (const [name, faults] of Object.entries(RULE_CHECKS)) {
      it(name, () => {
        expectNone(faults(rule));
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
