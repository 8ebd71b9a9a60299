export * from './backup-plan.js';
export * from './job.js';
export * from './own-means.js';
export * from './place.js';
export * from './recovery-point.js';
export * from './resource.js';
export * from './vault.js';
