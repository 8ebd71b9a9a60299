import type { ServiceDeclaration } from '../../service/declaration.js';
import { joining, lists } from '../../service/join.js';
import type { KmsWorld } from './world.js';

/** AWS Key Management Service. */
export const kms: ServiceDeclaration<KmsWorld> = {
  signingName: 'kms',
  join: joining({ keys: lists, keyAliases: lists }),
  load: async () => (await import('./service.js')).service,
};
