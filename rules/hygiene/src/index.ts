import { definePack } from '@backproof/core';
import { hygiene } from './rule.js';

export { hygiene };
export default definePack({ rules: [hygiene] });
