import { lifecyclePolicy, policySnapshots } from '../builders/dlm.js';
import { ebsVolume } from '../builders/ebs.js';
import type { EstatePart } from '../builders/estate-of.js';
import { production } from '../company.js';

const { ireland } = production;

const nightly = lifecyclePolicy(ireland, { name: 'nightly snapshots', targetTags: { snapshots: 'nightly' } });
const former = lifecyclePolicy(ireland, {
  name: 'snapshots of the wiki',
  targetTags: { snapshots: 'wiki' },
  error: 'The role AWSDataLifecycleManagerDefaultRole cannot be assumed',
});

const artifacts = ebsVolume(ireland, { name: 'build-artifacts', tags: { snapshots: 'nightly' } });
const wiki = ebsVolume(ireland, { name: 'wiki-pages', tags: { snapshots: 'wiki' } });
const drafts = ebsVolume(ireland, { name: 'wiki-drafts', tags: { snapshots: 'wiki' } });

/** Volumes that no backup plan selects and that Data Lifecycle Manager is to make snapshots of. */
export const lifecyclePolicies: EstatePart = {
  world: [
    nightly.world,
    former.world,
    policySnapshots(nightly, artifacts, [2.4, 1.4, 0.4]),
    policySnapshots(former, wiki, [22.4, 21.4, 20.4]),
  ],
  entries: [
    {
      resource: artifacts,
      expect: 'native-only',
      why: 'no plan selects it; Data Lifecycle Manager made a snapshot last night',
    },
    {
      resource: wiki,
      expect: 'native-stale',
      why: 'the policy that made its snapshots is in ERROR, and the newest is three weeks old',
    },
    {
      resource: drafts,
      expect: 'unprotected',
      why: 'it is newer than the error of the policy that targets it: no snapshot was ever made of it',
    },
  ],
};
