import { definePack } from '@backproof/core';
import { encryption } from './rule.js';

export { encryption };
export default definePack({ rules: [encryption] });
