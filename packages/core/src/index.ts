export * from './config/index.js';
export * from './copies/index.js';
export { rulePage } from './docs/rule-page.js';
export * from './engine/index.js';
export * from './model/index.js';
export { presentable, printable } from './report/printable.js';
export * from './report/reporter.js';
export * from './rule/index.js';
export * from './semantics/index.js';
