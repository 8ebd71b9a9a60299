import { copyMessages } from '@backproof/core';
import { placementMessages } from './placement-messages.js';

/** The messages of the rule, by id. */
export const messages = { ...placementMessages, ...copyMessages } as const;
