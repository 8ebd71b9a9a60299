export { ocsf } from './ocsf.js';
export type { OcsfOptions } from './ocsf.js';
