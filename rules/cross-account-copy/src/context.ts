import type { RuleContext } from '@backproof/core';
import type { messages } from './messages.js';
import type { Options } from './options.js';

/** How much of each kind of evidence the rule needs. */
export const needs = {
  assignments: 'enough',
  recoveryPoints: 'enough',
  copyJobs: 'enough',
  vaults: 'enough',
  encryptionKeys: 'context',
  regionSettings: 'enough',
  globalSettings: 'context',
  scannedScopes: 'enough',
} as const;

/** What the rule is given to judge a resource by. */
export type Context = RuleContext<keyof typeof needs, typeof messages, Options>;
