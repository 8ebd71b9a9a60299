import { copyMessages } from '@backproof/core';
import { placementMessages } from './placement-messages.js';
import { replicationMessages } from './replication-messages.js';

/** The messages of the rule, by id. */
export const messages = { ...placementMessages, ...replicationMessages, ...copyMessages } as const;
