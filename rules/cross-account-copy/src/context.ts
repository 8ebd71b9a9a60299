import type { ResourceCapability, RuleContext } from '@backproof/core';
import type { messages } from './messages.js';
import type { Options } from './options.js';
import type { Prepared } from './prepared.js';

/** The evidence that the rule needs, and how much of it. */
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

/** The context in which the rule judges a resource. */
export type Context = RuleContext<keyof typeof needs, typeof messages, Options, Prepared>;

/** The capability of a resource that AWS Backup supports. */
type Supported = ResourceCapability & { readonly supported: true };

/** The context of a resource that AWS Backup supports, with what it can do for it. */
export type CopyContext = Context & { readonly capability: Supported };
