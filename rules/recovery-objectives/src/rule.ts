import { defineRule, relationsBy } from '@backproof/core';
import { needs, prepare } from './context.js';
import { judge } from './judge.js';
import { messages } from './messages.js';
import { defaults, schema } from './options.js';

/** The rule that what survives a loss is as young, and was as quickly restored, as the objectives ask. */
export const recoveryObjectives = defineRule({
  id: 'recovery-objectives',
  version: '1.0.0',
  title: 'After a loss, enough comes back in time',
  recommended: false,
  rationale:
    'A recovery objective is met by backups that survive the loss that it is for, not by backups that exist. Those that lie in the lost Region, in the closed account or under the key that an attacker deletes restore nothing.',
  remediation:
    'Copy recovery points to where the loss does not reach: another Region, another account, a vault that is locked in compliance mode. Make them as often as the objective asks, keep them longer than a corruption takes to be found, and test how long a restore takes.',
  controls: ['soc2/A1.2', 'iso27001-2022/A.5.30', 'nist-800-53-r5/CP-10'],
  page: new URL('../README.md', import.meta.url),
  needs,
  messages,
  options: { schema, defaults },
  relations: relationsBy,
  prepare,
  judge,
});
