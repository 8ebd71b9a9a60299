import { assignFixes, lockFixes, lookAtJobs } from '@backproof/core';
import type { Fix, FixContext, Fixes } from '@backproof/core';
import type { messages } from './messages.js';
import type { Options } from './options.js';

const lock = (context: FixContext<Options>): readonly Fix[] =>
  lockFixes(context, context.options.mode, context.options.minRetention);
const lookAtBackups = (context: FixContext): readonly Fix[] => lookAtJobs(context, 'backup');
/** Its grace time must end, and nothing else. */
const nothing = (): readonly Fix[] => [];

/** The fixes of each failure. */
export const fixes: Fixes<typeof messages, Options> = {
  'nothing-protected': assignFixes,
  'native-only': assignFixes,
  unlocked: lock,
  'policy-can-be-replaced': lock,
  'policy-only': lock,
  'can-be-lifted': lock,
  'grace-time': nothing,
  'lock-too-short': lock,
  'protected-too-old': lookAtBackups,
  'too-old': lookAtBackups,
  'some-unprotected': lock,
};
