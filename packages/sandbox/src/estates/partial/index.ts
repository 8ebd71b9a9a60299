import { estateOf } from '../builders/estate-of.js';
import { ACCOUNTS, REGIONS } from '../company.js';
import { config } from './config.js';
import { restrictedVault } from './restricted-vault.js';
import { unreadBuckets } from './unread-buckets.js';
import { unreadEvents } from './unread-events.js';
import { unreadHolds } from './unread-holds.js';
import { unreadKey } from './unread-key.js';
import { unreadLifecyclePolicies } from './unread-lifecycle-policies.js';
import { unreadSelection } from './unread-selection.js';
import { unreadTags } from './unread-tags.js';
import { unsaidOptIn } from './unsaid-opt-in.js';

/** The same company seen by a role that may not read everything: nothing is known to fail, and not all is known. */
export const partial = estateOf({
  name: 'partial',
  title: 'A scan some of whose calls are denied',
  accounts: ACCOUNTS,
  regions: REGIONS,
  parts: [
    restrictedVault,
    unreadTags,
    unreadSelection,
    unsaidOptIn,
    unreadKey,
    unreadEvents,
    unreadHolds,
    unreadLifecyclePolicies,
    unreadBuckets,
    config,
  ],
});
