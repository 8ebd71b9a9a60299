export * from './evidence-kind.js';
export * from './evidence-of.js';
export { formatInstant } from './message.js';
export type { Message, MessageIdOf, Messages, PlaceholderOf } from './message.js';
export { OptionsError, resolveOptions } from './options.js';
export type { OptionsDeclaration } from './options.js';
export * from './pack.js';
export * from './rule.js';
export * from './verdict.js';
