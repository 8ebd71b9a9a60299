import { keyFixes } from '@backproof/core';
import type { Fix, FixContext, Fixes } from '@backproof/core';
import type { messages } from './messages.js';
import type { Options } from './options.js';

const enable = (context: FixContext): readonly Fix[] => keyFixes(context, false);
const cancelDeletion = (context: FixContext): readonly Fix[] => keyFixes(context, true);
/** The resource itself must be made anew: its service decides how. */
const nothing = (): readonly Fix[] => [];

/** The fixes of each failure. */
export const fixes: Fixes<typeof messages, Options> = {
  unencrypted: nothing,
  'key-unusable': enable,
  'key-pending-deletion': cancelDeletion,
  'not-customer-managed': nothing,
};
