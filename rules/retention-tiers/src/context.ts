import type { RuleContext } from '@backproof/core';
import type { messages } from './messages.js';
import type { Options } from './options.js';

/** What the rule needs to know of a resource. */
type RetentionKind = 'assignments' | 'regionSettings' | 'vaults' | 'recoveryPoints' | 'nativeBackups' | 'backupJobs';

/** What the parts of the rule are given. */
export type Context = RuleContext<RetentionKind, typeof messages, Options>;
