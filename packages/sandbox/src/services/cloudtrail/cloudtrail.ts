import type { ServiceDeclaration } from '../../service/declaration.js';
import { joining, lists } from '../../service/join.js';
import type { CloudTrailWorld } from './world.js';

/** AWS CloudTrail. */
export const cloudtrail: ServiceDeclaration<CloudTrailWorld> = {
  signingName: 'cloudtrail',
  join: joining({ trailEvents: lists }),
  load: async () => (await import('./service.js')).service,
};
