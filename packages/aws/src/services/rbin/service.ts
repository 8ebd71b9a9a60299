import { byNextToken, defineService } from '../../service.js';

/** Recycle Bin: the rules by which EC2 keeps deleted snapshots and images for a time. */
export const rbin = defineService({
  name: 'rbin',
  open: async (config) => new (await import('@backproof/clients')).RecycleBinClient(config),
  operations: {
    ListRules: { iam: 'rbin:ListRules', paging: byNextToken(1000) },
  },
  readings: [{ yields: [{ kind: 'recycleBinRules' }], read: async () => (await import('./rules.js')).readRules }],
});
