import { definePack } from '@backproof/core';
import { deletionProtection } from './rule.js';

export { deletionProtection };
export default definePack({ rules: [deletionProtection] });
