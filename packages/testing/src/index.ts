export * from './builders/index.js';
export type { Given, Unread } from './given.js';
export { inventoryOf } from './inventory-of.js';
export { outcomeOf } from './outcome-of.js';
export type { Stories, Story } from './story.js';
export { testRule } from './test-rule.js';
export type { TestEnvironment } from './test-rule.js';
