import { defineService } from '../../service.js';

/** AWS CloudFormation: stacks with their tags, nested ones among them. The size of its pages cannot be chosen. */
export const cloudformation = defineService({
  name: 'cloudformation',
  open: async (config) => new (await import('@aws-sdk/client-cloudformation')).CloudFormationClient(config),
  operations: {
    DescribeStacks: { iam: 'cloudformation:DescribeStacks', paging: { token: 'NextToken', next: 'NextToken' } },
  },
  readings: [
    {
      yields: [{ kind: 'resources', of: 'CloudFormation' }],
      read: async () => (await import('./stacks.js')).readStacks,
    },
  ],
});
