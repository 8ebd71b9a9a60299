import { definePack } from '@backproof/core';
import { restoreTest } from './rule.js';

export { restoreTest };
export default definePack({ rules: [restoreTest] });
