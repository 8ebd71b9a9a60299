import type { ResourceCapability, RuleContext } from '@backproof/core';
import type { messages } from './messages.js';
import type { Options } from './options.js';
import type { Prepared } from './prepared.js';

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
  legalHolds: 'context',
} as const;

/** What the rule is given to judge a resource by. */
export type Context = RuleContext<keyof typeof needs, typeof messages, Options, Prepared>;

/** What AWS Backup can do for a resource that it supports. */
export type Supported = ResourceCapability & { readonly supported: true };

/** The context of a resource that AWS Backup supports, with what it can do for it. */
export type CopyContext = Context & { readonly capability: Supported };
