import { definePack } from '@backproof/core';
import { recoveryObjectives } from './rule.js';

export { recoveryObjectives };
export default definePack({ rules: [recoveryObjectives] });
