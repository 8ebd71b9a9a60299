import type { ServiceDeclaration } from '../../service/declaration.js';

/** AWS Organizations, whose accounts are those of the world. */
export const organizations: ServiceDeclaration<object> = {
  signingName: 'organizations',
  load: async () => (await import('./service.js')).service,
};
