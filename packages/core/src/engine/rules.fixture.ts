import type { Verdict } from '../rule/verdict.js';
import type { ResourceNeeds } from '../rule/evidence-kind.js';
import { defineRule } from '../rule/rule.js';
import type { Rule } from '../rule/rule.js';

export const metadata = {
  version: '1.0.0',
  title: 'A rule for tests',
  recommended: true,
  rationale: 'Tests need rules.',
  remediation: 'Do nothing.',
  controls: [],
} as const;

/** A rule that says the same of every resource. */
export function constantRule(
  status: 'pass' | 'fail' | 'unknown' | 'notApplicable',
  needs: ResourceNeeds = {},
  id = 'constant',
): Rule {
  return defineRule({
    ...metadata,
    id,
    needs,
    messages: { said: saidBy(status) },
    options: { schema: { type: 'object', additionalProperties: false }, defaults: {} },
    judge: (context): Verdict =>
      context[status]('said', { name: context.dossier.resource.name, status }, [
        { kind: 'resource', id: context.dossier.resource.arn, text: 'seen', at: new Date(context.now) },
      ]),
  });
}

function saidBy(status: 'pass' | 'fail' | 'unknown' | 'notApplicable') {
  const text = '{name}: {status}.';
  return status === 'fail' ? ({ status, severity: 'medium', text } as const) : ({ status, text } as const);
}
