export * from './duration.js';
export * from './gate-policy.js';
export type { OptionSchema } from './option-schema.js';
export * from './relation-options.js';
export * from './resource-match.js';
export * from './waiver.js';
