import { byNextToken, defineService } from '../../service.js';

/** AWS Systems Manager for SAP: the databases of all applications that are registered, with their tags. */
export const ssmsap = defineService({
  name: 'ssm-sap',
  open: async (config) => new (await import('@backproof/clients')).SsmSapClient(config),
  someRegions: true,
  operations: {
    ListDatabases: { iam: 'ssm-sap:ListDatabases', paging: byNextToken(50) },
  },
  readings: [
    {
      yields: [{ kind: 'resources', of: 'SAP HANA on Amazon EC2' }],
      follows: ['regionSettings'],
      read: async () => (await import('./databases.js')).readDatabases,
    },
  ],
});
