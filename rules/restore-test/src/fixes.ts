import { assignFixes, lookAtJobs, lookAtRestores, restoreTestFixes } from '@backproof/core';
import type { Fix, FixContext, Fixes } from '@backproof/core';
import type { messages } from './messages.js';
import type { Options } from './options.js';

const test = (context: FixContext<Options>): readonly Fix[] => restoreTestFixes(context, context.options.within);
const backUp = (context: FixContext): readonly Fix[] =>
  context.plans.some(({ assigns }) => assigns) ? lookAtJobs(context, 'backup') : assignFixes(context);

/** The fixes of each failure. */
export const fixes: Fixes<typeof messages, Options> = {
  'test-failed': lookAtRestores,
  'validation-failed': lookAtRestores,
  'not-validated': lookAtRestores,
  'too-slow': lookAtRestores,
  overdue: test,
  'never-tested': test,
  'never-restored': test,
  'not-restored-by-backup': test,
  'nothing-to-restore': backUp,
};
