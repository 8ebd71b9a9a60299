import type { RuleContext } from '@backproof/core';
import type { messages } from './messages.js';
import type { Options } from './options.js';
import type { Prepared } from './prepared.js';

/** The evidence that the rule needs. */
type RetentionKind =
  | 'assignments'
  | 'regionSettings'
  | 'vaults'
  | 'recoveryPoints'
  | 'nativeBackups'
  | 'legalHolds'
  | 'encryptionKeys'
  | 'backupJobs'
  | 'copyJobs';

/** The context that the parts of the rule are given. */
export type Context = RuleContext<RetentionKind, typeof messages, Options, Prepared>;
