import { FIX_FORM_NAMES, fixesOf, fixLines, printable } from '@backproof/core';
import type { ActiveRule, FixForm, ResourceStory } from '@backproof/core';

/** The fixes of the open failures of a resource, line by line, in one form. Backproof runs none of them. */
export function* fixesInLines(story: ResourceStory, rules: readonly ActiveRule[], form: FixForm): Generator<string> {
  const failures = fixesOf(story, rules);
  yield '';
  if (failures.length === 0) {
    yield 'There is nothing to fix: it has no open failure.';
    return;
  }
  yield `To fix it, with ${FIX_FORM_NAMES[form]}. Backproof changes nothing: read it, put in what is in capitals, and run it yourself.`;
  for (const { outcome, fixes } of failures) {
    yield '';
    yield printable(`${outcome.ruleId}: ${outcome.messageId}`);
    if (fixes.length === 0) yield `  ${remediationOf(outcome.ruleId, rules)}`;
    for (const fix of fixes) for (const line of fixLines(fix, form)) yield `  ${line}`;
  }
}

/** The advice of a rule for all its failures. */
function remediationOf(ruleId: string, rules: readonly ActiveRule[]): string {
  return printable(rules.find(({ rule }) => rule.id === ruleId)?.rule.remediation ?? '');
}
