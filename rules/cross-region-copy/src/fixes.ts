import { copyFailureFixes, copyFixes } from '@backproof/core';
import type { Fix, FixContext, Fixes } from '@backproof/core';
import type { messages } from './messages.js';
import type { Options } from './options.js';

/** Where the options name no Region, the reader must. */
function copy(context: FixContext<Options>): readonly Fix[] {
  const { resource, options } = context;
  const place = { region: options.regions[0] ?? 'REGION', accountId: resource.accountId };
  return copyFixes(context, place, options.minRetention);
}

/** The fixes of each failure. */
export const fixes: Fixes<typeof messages, Options> = {
  ...copyFailureFixes,
  'no-copy-action': copy,
  'wrong-region': copy,
  'same-region': copy,
  'replication-too-short': copy,
  'replication-stale': copy,
  'replication-elsewhere': copy,
};
