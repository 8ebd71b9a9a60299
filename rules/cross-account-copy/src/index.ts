import { definePack } from '@backproof/core';
import { crossAccountCopy } from './rule.js';

export { crossAccountCopy };
export default definePack({ rules: [crossAccountCopy] });
