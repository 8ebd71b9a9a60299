import type { ResourceCapability } from '../semantics/capability.js';
import type { RuleContext } from '../rule/rule.js';
import type { copyMessages, DirectedMessages } from './messages.js';
import type { CopyOptions } from './options.js';
import type { CopyPrepared } from './prepared.js';

/** The evidence that a rule about copies needs, and how much of it. */
export const COPY_NEEDS = {
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

/** The context in which the copies of a resource are judged, with the verdicts that are given of them. */
export type CopyContext = RuleContext<
  keyof typeof COPY_NEEDS,
  typeof copyMessages & DirectedMessages,
  CopyOptions,
  CopyPrepared
>;

/** The facts by which a rule has the copies of a resource judged. */
export type CopyQuestion = Pick<CopyContext, 'dossier' | 'options' | 'prepared' | 'now'>;

/** The capability of a resource that AWS Backup supports. */
type Supported = ResourceCapability & { readonly supported: true };

/** The context of a resource that AWS Backup supports, with what it can do for it. */
export type SupportedCopyContext = CopyContext & { readonly capability: Supported };
