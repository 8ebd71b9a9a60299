import type { ServiceDeclaration } from '../../service/declaration.js';
import { joining, lists } from '../../service/join.js';
import type { RecycleBinWorld } from './world.js';

/** Amazon Recycle Bin. */
export const rbin: ServiceDeclaration<RecycleBinWorld> = {
  signingName: 'rbin',
  join: joining({ recycleBinRules: lists }),
  load: async () => (await import('./service.js')).service,
};
