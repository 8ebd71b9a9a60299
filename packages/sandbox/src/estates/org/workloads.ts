import { dynamoDbTable } from '../builders/dynamodb.js';
import { ebsVolume } from '../builders/ebs.js';
import { efsFileSystem } from '../builders/efs.js';
import type { Entry } from '../builders/entry.js';
import type { EstatePart } from '../builders/estate-of.js';
import { daysAgo } from '../builders/moment.js';
import { ownPlans } from '../builders/own-plans.js';
import { daily } from '../builders/plan.js';
import { dbInstance } from '../builders/rds.js';
import { restoreTestingPlan } from '../builders/restore-testing-plan.js';
import { vault } from '../builders/vault.js';
import { backup, finance, research, shop } from './accounts.js';
import { centralTests, inFinance, inResearch, inShop } from './backup-policy.js';

const byPolicy = {
  expect: 'backed-up',
  why: "the organization's plan made a point this morning",
} as const;
const backupTag = { backup: 'organization' };

const financeTests = restoreTestingPlan(finance, { name: 'finance', day: 5, types: ['RDS'] });

const ofPolicy: readonly Entry[] = [
  {
    ...byPolicy,
    resource: dynamoDbTable(shop, { name: 'orders', tags: { ...backupTag, Application: 'checkout' } }),
    history: [{ plan: inShop.plan, since: 400 }],
    restores: [{ by: centralTests, day: 10, validation: 'SUCCESSFUL' }],
    and: {
      'retention-tiers': { expect: 'tiers-held', why: 'the policy has made all tiers for over a year' },
      'cross-account-copy': { expect: 'copied', why: "this morning's copy lies in the backup account" },
      'restore-test': { expect: 'tested', why: 'its copy was tested in the backup account' },
    },
  },
  {
    ...byPolicy,
    resource: dynamoDbTable(shop, { name: 'baskets', tags: { ...backupTag, Application: 'checkout' } }),
    history: [{ plan: inShop.plan, since: 400 }],
    and: {
      'restore-test': {
        expect: 'tested-by-sample',
        why: 'orders, of the same application, was tested and stands for it',
      },
    },
  },
  {
    ...byPolicy,
    resource: dbInstance(finance, { name: 'ledger-db', tags: backupTag, createdAt: daysAgo(20) }),
    history: [{ plan: inFinance.plan, since: 19 }],
    restores: [{ by: financeTests, day: 5, hours: 9, validation: 'SUCCESSFUL' }],
    and: {
      'restore-test': { expect: 'too-slow', why: 'its restore took nine hours, where four are allowed' },
    },
  },
];

const sealedVault = vault(research, 'sealed', { type: 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT' });
const accessVault = vault(backup, 'research-access', { type: 'RESTORE_ACCESS_BACKUP_VAULT' });
const accessibleVault = vault(research, 'sealed-accessible', {
  type: 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT',
  accessVault,
});

const ofAccounts = ownPlans([
  {
    resource: efsFileSystem(finance, { name: 'audits' }),
    rules: [daily(35, inFinance.vault, { copyTo: inResearch.vault })],
    history: [{ since: 100 }],
    and: {
      'cross-account-copy': {
        expect: 'wrong-account',
        why: 'its copies go to the research account, where copies are to go to the backup account',
      },
    },
  },
  {
    resource: ebsVolume(research, { name: 'genomes' }),
    rules: [daily(35, inResearch.vault, { copyTo: sealedVault })],
    history: [{ since: 100 }],
    and: {
      'cross-account-copy': {
        expect: 'air-gapped-same-account',
        why: 'the air-gapped vault that holds its copies is of its own account',
      },
    },
  },
  {
    resource: ebsVolume(research, { name: 'microscopy' }),
    rules: [daily(35, inResearch.vault, { copyTo: accessibleVault })],
    history: [{ since: 100 }],
    and: {
      'cross-account-copy': {
        expect: 'air-gapped-same-account',
        why: 'the vault of the backup account gives access to copies in its own account, and holds none',
      },
    },
  },
]);

/** The workloads of the organization's accounts. */
export const workloads: EstatePart = {
  vaults: [sealedVault, accessibleVault, accessVault],
  plans: ofAccounts.plans,
  testPlans: [financeTests],
  entries: [...ofPolicy, ...ofAccounts.entries],
};
