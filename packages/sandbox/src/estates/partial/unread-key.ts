import { denied } from '../builders/denied.js';
import { ebsVolume } from '../builders/ebs.js';
import type { EstatePart } from '../builders/estate-of.js';
import { customerManagedKey } from '../builders/kms.js';
import { ownPlans } from '../builders/own-plans.js';
import { daily } from '../builders/plan.js';
import { vault } from '../builders/vault.js';
import { backup } from '../company.js';

const { frankfurt } = backup;

const tapeVault = vault(frankfurt, 'tapes');
const escrowVault = vault({ ...frankfurt, accountId: '999999999999' }, 'escrow');
const tapeKey = customerManagedKey(frankfurt, 'tapes');

const withOwnPlans = ownPlans([
  {
    resource: ebsVolume(frankfurt, { name: 'tape-index', key: tapeKey }),
    rules: [daily(35, tapeVault, { copyTo: escrowVault })],
    history: [{ since: 100, uncopied: { since: 100, message: 'Access Denied trying to call AWS Backup service' } }],
    and: {
      'cross-account-copy': {
        expect: 'copy-failing',
        why: 'its copies fail; whether AWS manages its key, which would explain it for good, may not be read',
      },
    },
  },
]);

/** The backup account in Frankfurt: who manages a key may not be read. */
export const unreadKey: EstatePart = {
  vaults: [tapeVault],
  plans: withOwnPlans.plans,
  world: [tapeKey.world, denied(frankfurt, { operation: 'kms:DescribeKey', status: 400 })],
  entries: withOwnPlans.entries,
};
