export * from './dossier.js';
export * from './evidence-kind.js';
export * from './evidence-of-hold.js';
export * from './evidence-of.js';
export { formatInstant } from './message.js';
export type {
  FailMessage,
  Message,
  MessageIdOf,
  Messages,
  PassMessage,
  PlaceholderOf,
  UnknownMessage,
} from './message.js';
export { OptionsError, resolveOptions } from './options.js';
export type { OptionsDeclaration } from './options.js';
export * from './pack.js';
export * from './phrases.js';
export * from './relation.js';
export * from './rule.js';
export * from './subject-kind.js';
export * from './verdict.js';
