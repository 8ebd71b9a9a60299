import { efsFileSystem } from '../builders/efs.js';
import type { EstatePart } from '../builders/estate-of.js';
import { anyOf, daily, plan } from '../builders/plan.js';
import { regionSettings } from '../builders/region-settings.js';
import { gateway, gatewayVolume } from '../builders/storage-gateway.js';
import { vault } from '../builders/vault.js';
import { backup } from '../company.js';

const { frankfurt } = backup;

const backupVault = vault(frankfurt, 'backup');
const officeGateway = gateway(frankfurt, 'office-volumes', 'STORED');

const dailyPlan = plan(frankfurt, {
  name: 'backup-daily',
  rules: [daily(35, backupVault)],
  selections: [{ SelectionName: 'tagged', ListOfTags: anyOf({ backup: 'daily' }) }],
});

/** The backup account in Frankfurt: its settings do not say whether Storage Gateway is opted in. */
export const unsaidOptIn: EstatePart = {
  vaults: [backupVault],
  plans: [dailyPlan],
  world: [regionSettings(frankfurt, { unsaid: ['Storage Gateway'] }), officeGateway.world],
  entries: [
    {
      resource: gatewayVolume(officeGateway, { name: 'office-disk', tags: { backup: 'daily' }, scheduled: false }),
      expect: 'opt-in-unknown',
      why: 'its tag is selected, the settings do not say whether its type is opted in, and it has no point',
    },
    {
      resource: efsFileSystem(frankfurt, { name: 'audit-trail', tags: { backup: 'daily' } }),
      history: [{ plan: dailyPlan, since: 100 }],
      expect: 'backed-up',
      why: 'EFS is opted in, and the newest point is from this morning',
    },
  ],
};
