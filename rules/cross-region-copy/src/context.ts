import { COPY_NEEDS } from '@backproof/core';
import type { CopyPrepared, RuleContext } from '@backproof/core';
import type { messages } from './messages.js';
import type { Options } from './options.js';

/** The evidence that the rule needs, and how much of it. Native backups lie in other Regions for few types only. */
export const needs = { ...COPY_NEEDS, nativeBackups: 'context' } as const;

/** The context in which the rule judges a resource. */
export type Context = RuleContext<keyof typeof needs, typeof messages, Options, CopyPrepared>;
