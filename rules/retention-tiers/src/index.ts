import { definePack } from '@backproof/core';
import { retentionTiers } from './rule.js';

export { retentionTiers };
export default definePack({ rules: [retentionTiers] });
