import { defineService } from '../../service.js';

/**
 * AWS STS: whose credentials these are. That needs no permission; it is listed for readers of the policy. Roles are
 * assumed by the SDK's own provider, whose permission is for those roles alone.
 */
export const sts = defineService({
  name: 'sts',
  open: async (config) => new (await import('@aws-sdk/client-sts')).STSClient(config),
  operations: { GetCallerIdentity: { iam: 'sts:GetCallerIdentity' } },
  readings: [],
});
