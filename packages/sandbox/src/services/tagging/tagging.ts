import type { ServiceDeclaration } from '../../service/declaration.js';

/** The Resource Groups Tagging API: it lists the resources that each service declares. */
export const tagging: ServiceDeclaration<object> = {
  signingName: 'tagging',
  load: async () => (await import('./service.js')).service,
};
