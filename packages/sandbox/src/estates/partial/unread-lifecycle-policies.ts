import { denied } from '../builders/denied.js';
import { lifecyclePolicy, policySnapshots } from '../builders/dlm.js';
import { ebsVolume } from '../builders/ebs.js';
import type { EstatePart } from '../builders/estate-of.js';
import { backup } from '../company.js';

const { frankfurt } = backup;

const nightly = lifecyclePolicy(frankfurt, { name: 'nightly snapshots', targetTags: { snapshots: 'nightly' } });
const scratch = ebsVolume(frankfurt, { name: 'index-scratch', tags: { snapshots: 'nightly' } });

/** The backup account in Frankfurt: the policies of Data Lifecycle Manager may not be read. */
export const unreadLifecyclePolicies: EstatePart = {
  world: [
    nightly.world,
    policySnapshots(nightly, scratch, [1.4, 0.4]),
    denied(frankfurt, { operation: 'dlm:GetLifecyclePolicies', status: 403 }),
  ],
  entries: [
    {
      resource: scratch,
      expect: 'native-only',
      why: 'last night’s snapshot proves itself, whatever the policy that made it says',
    },
  ],
};
