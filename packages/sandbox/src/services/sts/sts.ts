import type { ServiceDeclaration } from '../../service/declaration.js';

/** AWS STS, which keeps nothing. */
export const sts: ServiceDeclaration<object> = {
  signingName: 'sts',
  load: async () => (await import('./service.js')).service,
};
