import { defineService } from '../../service.js';

/** Amazon Data Lifecycle Manager: its policies that make snapshots of volumes or images of instances. */
export const dlm = defineService({
  name: 'dlm',
  open: async (config) => new (await import('@aws-sdk/client-dlm')).DLMClient(config),
  operations: {
    GetLifecyclePolicies: { iam: 'dlm:GetLifecyclePolicies' },
    GetLifecyclePolicy: { iam: 'dlm:GetLifecyclePolicy', perItem: 'each policy' },
  },
  readings: [
    { yields: [{ kind: 'lifecyclePolicies' }], read: async () => (await import('./policies.js')).readPolicies },
  ],
});
