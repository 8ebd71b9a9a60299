import { definePack } from '@backproof/core';
import { crossRegionCopy } from './rule.js';

export { crossRegionCopy };
export default definePack({ rules: [crossRegionCopy] });
