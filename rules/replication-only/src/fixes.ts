import { assignFixes } from '@backproof/core';
import type { Fixes } from '@backproof/core';
import type { messages } from './messages.js';
import type { Options } from './options.js';

/** The fixes of each failure. */
export const fixes: Fixes<typeof messages, Options> = {
  'replication-only': assignFixes,
  'versions-too-short': assignFixes,
};
