import { ebsVolume } from '../builders/ebs.js';
import { volumeEntries } from '../builders/dependents.js';
import { ec2Instance } from '../builders/ec2.js';
import type { EstatePart } from '../builders/estate-of.js';
import { awsManagedKey } from '../builders/kms.js';
import { ownPlans } from '../builders/own-plans.js';
import { daily } from '../builders/plan.js';
import { recycleBinRule, snapshotByHand } from '../builders/snapshot.js';
import type { MessageOf } from '../builders/verdicts.js';
import { production } from '../company.js';
import { frankfurtVault, openVault } from './vaults.js';

const { ireland, frankfurt } = production;

const ebsKey = awsManagedKey(ireland, 'ebs');
const locked = ebsVolume(ireland, { name: 'disk-locked-by-hand', key: ebsKey });
const governed = ebsVolume(ireland, { name: 'disk-locked-for-now', key: ebsKey });
const cooling = ebsVolume(ireland, { name: 'disk-locked-since-today', key: ebsKey });

/** A volume with nothing but a snapshot by hand, and what `deletion-protection` says of it. */
function byHand(resource: typeof locked, expect: MessageOf<'deletion-protection'>, why: string) {
  return {
    ...{ resource, expect: 'manual-only' as const, why: 'no plan selects it; somebody made a snapshot' },
    and: { 'deletion-protection': { expect, why } },
  };
}

const inFrankfurt = ownPlans([
  {
    resource: ebsVolume(frankfurt, { name: 'disk-kept-in-the-bin' }),
    rules: [daily(35, frankfurtVault)],
    history: [{ since: 100 }],
    and: {
      'deletion-protection': {
        expect: 'unlocked',
        why: 'whoever deletes its backups can: a rule of Recycle Bin keeps them for two weeks more',
      },
    },
  },
]);

const launched = ec2Instance(ireland, { name: 'server-whose-images-are-disabled' });

const asImages = ownPlans([
  {
    resource: launched,
    rules: [daily(35, openVault, { copyTo: frankfurtVault })],
    history: [{ since: 100 }],
    and: {
      'recovery-objectives': {
        expect: 'lost',
        why: 'its images are disabled, here and in Frankfurt, so that nothing can be launched of them',
      },
    },
  },
]);

/** Snapshots that are locked by themselves, rules of Recycle Bin, and images that are disabled. */
export const snapshots: EstatePart = {
  plans: [...inFrankfurt.plans, ...asImages.plans],
  disabledImagesOf: [launched],
  world: [
    ebsKey.world,
    snapshotByHand(locked, { day: 2, key: ebsKey, lock: 'compliance' }),
    snapshotByHand(governed, { day: 2, key: ebsKey, lock: 'governance' }),
    snapshotByHand(cooling, { day: 0.2, key: ebsKey, lock: 'cooling' }),
    recycleBinRule(frankfurt, { keeps: 'EBS_SNAPSHOT', days: 14, lockState: 'locked' }),
    recycleBinRule(ireland, { keeps: 'EC2_IMAGE', days: 7, lockState: 'pending_unlock' }),
    recycleBinRule(ireland, { keeps: 'EBS_SNAPSHOT', days: 7 }),
  ],
  entries: [
    ...inFrankfurt.entries,
    ...asImages.entries,
    ...volumeEntries(launched, {
      expect: 'covered-by',
      why: 'the images of its server hold it',
      and: { 'recovery-objectives': { expect: 'related-fails', why: 'these images are disabled' } },
    }),
    byHand(locked, 'snapshot-locked', 'the lock of its snapshot cannot be lifted'),
    byHand(governed, 'native-only', 'an administrator can lift a lock in governance mode'),
    byHand(cooling, 'native-only', 'the lock can still be lifted until tomorrow'),
  ],
};
