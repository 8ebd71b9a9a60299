import { copyFailureFixes, copyFixes } from '@backproof/core';
import type { Fix, FixContext, Fixes } from '@backproof/core';
import type { messages } from './messages.js';
import type { Options } from './options.js';

/** Where the options name no account, the reader must. */
function copy(context: FixContext<Options>): readonly Fix[] {
  const { resource, options } = context;
  const region = options.crossRegion ? 'REGION' : resource.region;
  return copyFixes(context, { region, accountId: options.accounts[0] ?? 'ACCOUNT' }, options.minRetention);
}

/** The fixes of each failure. */
export const fixes: Fixes<typeof messages, Options> = {
  ...copyFailureFixes,
  'no-copy-action': copy,
  'wrong-account': copy,
  'wrong-region': copy,
  'same-account': copy,
  'air-gapped-same-account': copy,
};
