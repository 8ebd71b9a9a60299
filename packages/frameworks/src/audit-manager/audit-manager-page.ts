import type { Rule } from '@backproof/core';
import { MANAGED_CONTROLS } from './managed-controls.js';

/** The names of the controls that no rule answers. */
export function unansweredControls(rules: readonly Answering[]): readonly string[] {
  return MANAGED_CONTROLS.map(({ name }) => name).filter((name) => answering(name, rules).length === 0);
}

/** A rule, as far as it answers controls. */
type Answering = Pick<Rule, 'id' | 'answers'>;

function answering(name: string, rules: readonly Answering[]): readonly Answering[] {
  return rules.filter(({ answers }) => answers?.includes(name));
}

/** The page that compares the controls of AWS Backup Audit Manager with rules, in Markdown. */
export function auditManagerPage(rules: readonly Answering[]): string {
  const parts = [
    '# AWS Backup Audit Manager',
    'AWS Backup Audit Manager has eleven controls, most of which AWS Config offers as managed rules. This page says which rules of Backproof answer each, what they ask beyond it, and where they ask less or otherwise. It is generated: `npm run docs` writes it from what the rules say of themselves.',
    'The controls look at configuration and at single recovery points. They do not ask whether copies succeeded, whether three tiers of retention are met, whether a restore was tested within a period, or whether a resource is only replicated; rules of Backproof do.',
    ...MANAGED_CONTROLS.flatMap(({ name, configRules, asks, more, less }) => {
      const by = answering(name, rules).map(({ id }) => `[${id}](../rules/${id}/README.md)`);
      return [
        `## ${name}`,
        [
          `- Asks: ${asks}`,
          `- AWS Config: ${configRules.map((rule) => `\`${rule}\``).join(', ')}`,
          `- Answered by: ${by.join(', ')}`,
          `- Beyond it: ${more}`,
          `- Differs: ${less}`,
        ].join('\n'),
      ];
    }),
  ];
  return `${parts.join('\n\n')}\n`;
}
