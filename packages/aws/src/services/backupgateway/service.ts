import { defineService } from '../../service.js';

/** AWS Backup gateway: the virtual machines of all hypervisors, whose tags it gives for one at a time only. */
export const backupgateway = defineService({
  name: 'backup-gateway',
  open: async (config) => new (await import('@backproof/clients')).BackupGatewayClient(config),
  someRegions: true,
  operations: {
    ListVirtualMachines: {
      iam: 'backup-gateway:ListVirtualMachines',
      paging: { token: 'NextToken', next: 'NextToken' },
    },
    ListTagsForResource: { iam: 'backup-gateway:ListTagsForResource', perItem: 'each virtual machine' },
  },
  readings: [
    {
      yields: [{ kind: 'resources', of: 'VirtualMachine' }],
      follows: ['regionSettings'],
      read: async () => (await import('./virtual-machines.js')).readVirtualMachines,
    },
    {
      yields: [{ kind: 'tags', of: 'VirtualMachine' }],
      after: ['resources'],
      read: async () => (await import('./virtual-machines.js')).readTags,
    },
  ],
});
