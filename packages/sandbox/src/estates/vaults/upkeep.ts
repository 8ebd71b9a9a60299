import { ebsVolume } from '../builders/ebs.js';
import { efsFileSystem } from '../builders/efs.js';
import { accountOf, hygieneLabel } from '../builders/entry.js';
import type { EstatePart } from '../builders/estate-of.js';
import { historyOf } from '../builders/history.js';
import { anyOf, daily, plan } from '../builders/plan.js';
import { restoreTestingPlan } from '../builders/restore-testing-plan.js';
import { backup, production } from '../company.js';
import {
  deletedVault,
  frankfurtVault,
  lockedCopyVault,
  openVault,
  sealedFrankfurtVault,
  sealedVault,
} from './vaults.js';

const { ireland, frankfurt } = production;

const misspelt = efsFileSystem(ireland, { name: 'misspelt', tags: { upkeep: 'Daily' } });

const caseMatters = plan(ireland, {
  name: 'case-matters',
  rules: [daily(35, openVault)],
  selections: [{ SelectionName: 'tagged', ListOfTags: anyOf({ upkeep: 'daily' }) }],
});

const intoTheVoid = plan(ireland, {
  name: 'into-the-void',
  rules: [daily(35, deletedVault)],
  selections: [{ SelectionName: 'misspelt', Resources: [misspelt.arn] }],
});

const inFrankfurt = plan(frankfurt, {
  name: 'torn-down',
  rules: [daily(35, frankfurtVault)],
  selections: [{ SelectionName: 'volumes', Resources: ['arn:aws:ec2:*:*:volume/*'] }],
});

const ofNothing = restoreTestingPlan(ireland, { name: 'of_graphs', day: 3, types: ['Neptune'] });
const ofNoVault = restoreTestingPlan(backup.ireland, {
  name: 'of_no_vault',
  day: 3,
  types: ['EBS', 'EFS'],
  excludeVaults: [lockedCopyVault.arn],
});
const ofDisks = restoreTestingPlan(ireland, { name: 'of_disks', day: 3, types: ['EBS'] });

/** Plans that do nothing, and jobs that fail for what is no longer there. */
export const upkeep: EstatePart = {
  plans: [caseMatters, intoTheVoid, inFrankfurt],
  testPlans: [ofNothing, ofNoVault, ofDisks],
  world: historyOf(ebsVolume(frankfurt, { name: 'deleted-disk' }), {
    plan: inFrankfurt,
    since: 20,
    failing: { since: 10, state: 'FAILED', message: 'Volume not found' },
  }),
  entries: [
    { resource: misspelt, expect: 'promise-broken', why: 'the vault of the plan that names it does not exist' },
  ],
  otherLabels: [
    hygieneLabel(caseMatters, 'nearly-selects', 'the value of a tag differs in case'),
    hygieneLabel(intoTheVoid, 'rules-broken', 'its vault does not exist'),
    hygieneLabel(inFrankfurt, 'plan-works', 'it has backed up a volume this month that is gone by now'),
    hygieneLabel(ofNothing, 'tests-nothing', 'there are no Neptune clusters'),
    hygieneLabel(ofNoVault, 'tests-no-point', 'it excludes the only vault with points'),
    hygieneLabel(ofDisks, 'test-plan-works', 'volumes have points'),
    hygieneLabel(sealedVault, 'no-approval-team', 'it is air-gapped, and no team was associated with it'),
    hygieneLabel(sealedFrankfurtVault, 'approval-team', 'a team of the backup account can open it'),
    hygieneLabel(openVault, 'no-expired-points', 'nothing in it is expired'),
    hygieneLabel(accountOf(frankfurt), 'unjudged-failures', 'in Frankfurt, jobs fail for a volume that is gone'),
  ],
};
