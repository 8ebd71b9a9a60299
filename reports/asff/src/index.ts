export { asff } from './asff.js';
export type { AsffOptions } from './asff.js';
