import type { ServiceDeclaration } from '../../service/declaration.js';
import { joining, lists } from '../../service/join.js';
import type { ConfigWorld } from './world.js';

/** AWS Config: it records the resources of all services, which each service declares. */
export const config: ServiceDeclaration<ConfigWorld> = {
  signingName: 'config',
  join: joining({ configRecorders: lists, configItems: lists, configAggregators: lists }),
  load: async () => (await import('./service.js')).service,
};
