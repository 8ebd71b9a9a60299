import type { ServiceDeclaration } from '../../service/declaration.js';
import { joining, lists } from '../../service/join.js';
import type { DlmWorld } from './world.js';

/** Amazon Data Lifecycle Manager. */
export const dlm: ServiceDeclaration<DlmWorld> = {
  signingName: 'dlm',
  join: joining({ lifecyclePolicies: lists }),
  load: async () => (await import('./service.js')).service,
};
