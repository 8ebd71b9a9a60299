export { junit } from './junit.js';
export type { JunitOptions } from './junit.js';
