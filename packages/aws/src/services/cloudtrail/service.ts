import { byNextToken, defineService } from '../../service.js';

/**
 * AWS CloudTrail: its event history, which every account has without setting it up.
 * @source API LookupEvents: two requests a second in an account and Region, 50 events a page
 */
export const cloudtrail = defineService({
  name: 'cloudtrail',
  open: async (config) => new (await import('@aws-sdk/client-cloudtrail')).CloudTrailClient(config),
  requestsPerSecond: 2,
  operations: { LookupEvents: { iam: 'cloudtrail:LookupEvents', paging: byNextToken(50) } },
  readings: [
    { yields: [{ kind: 'restoreEvents' }], read: async () => (await import('./restore-events.js')).readRestoreEvents },
  ],
});
