import { efsFileSystem } from '../builders/efs.js';
import { estateOf } from '../builders/estate-of.js';
import { ownPlans } from '../builders/own-plans.js';
import { daily } from '../builders/plan.js';
import { regionSettings } from '../builders/region-settings.js';
import { vault } from '../builders/vault.js';

const beijing = { partition: 'aws-cn', accountId: '888888888888', region: 'cn-north-1' } as const;

const beijingVault = vault(beijing, 'beijing');

/** One account in Beijing, where AWS offers less. */
export const china = estateOf({
  name: 'china',
  title: 'What AWS does not offer in China',
  partition: beijing.partition,
  accounts: [{ id: beijing.accountId, name: 'beijing' }],
  regions: [beijing.region],
  parts: [
    { vaults: [beijingVault], world: [regionSettings(beijing)] },
    ownPlans([
      {
        resource: efsFileSystem(beijing, { name: 'showroom' }),
        rules: [daily(35, beijingVault)],
        history: [{ since: 100 }],
        and: {
          'cross-account-copy': { expect: 'china', why: 'China has no copies to other accounts' },
        },
      },
    ]),
  ],
});
