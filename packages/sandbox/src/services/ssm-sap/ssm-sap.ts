import type { ServiceDeclaration } from '../../service/declaration.js';
import { joining, lists } from '../../service/join.js';
import type { SsmSapWorld } from './world.js';

/** AWS Systems Manager for SAP, which AWS Config does not record. */
export const ssmSap: ServiceDeclaration<SsmSapWorld> = {
  signingName: 'ssm-sap',
  join: joining({ hanaDatabases: lists }),
  resources: ({ hanaDatabases = [] }) =>
    hanaDatabases.map(({ Arn = '', Tags = {} }) => ({
      arn: Arn,
      isListed: true,
      tags: Object.entries(Tags).map(([Key, Value]) => ({ Key, Value })),
    })),
  load: async () => (await import('./service.js')).service,
};
