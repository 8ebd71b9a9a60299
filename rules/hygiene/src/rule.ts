import { defineRule } from '@backproof/core';
import { needs, prepare, subjects } from './context.js';
import { judge } from './judge.js';
import { messages } from './messages.js';
import { defaults, schema } from './options.js';

/** Plans that do nothing, failures that no other rule shows and leftovers that are still billed are named. */
export const hygiene = defineRule({
  id: 'hygiene',
  version: '1.0.0',
  title: 'Every plan does what it says, and no failure stays unseen',
  recommended: false,
  rationale:
    'A backup plan that selects nothing, or whose vault is missing, looks like protection in every console. Failing jobs of a type that no rule judges, and types that are not opted in, stay unseen.',
  remediation:
    'Correct the selection or the rule that the message names, opt the type in, or delete plans and recovery points that are no longer needed.',
  controls: ['iso27001-2022/A.8.13', 'nist-csf-2.0/PR.DS-11'],
  page: new URL('../README.md', import.meta.url),
  subject: subjects,
  needs,
  messages,
  options: { schema, defaults },
  prepare,
  judge,
});
