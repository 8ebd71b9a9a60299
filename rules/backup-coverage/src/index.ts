import { definePack } from '@backproof/core';
import { backupCoverage } from './rule.js';

export { backupCoverage };
export default definePack({ rules: [backupCoverage] });
