export * from './assign-fix.js';
export * from './fix.js';
export * from './key-fix.js';
export * from './lock-fix.js';
export * from './look-fix.js';
export * from './plan-fix.js';
export * from './restore-test-fix.js';
