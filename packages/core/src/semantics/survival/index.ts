export type { Fate, LossGrounds, LostResource, Place, RestoreStep, Why } from './fate.js';
export { DAYS_TO_REOPEN, LOSS_KINDS } from './loss.js';
export type { Loss, LossKind } from './loss.js';
export { survivalOf } from './survival.js';
export type { Survival, SurvivalEvidence } from './survival.js';
export { waysBack } from './way-back.js';
export type { Backups, WayBack } from './way-back.js';
