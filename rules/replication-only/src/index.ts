import { definePack } from '@backproof/core';
import { replicationOnly } from './rule.js';

export { replicationOnly };
export default definePack({ rules: [replicationOnly] });
