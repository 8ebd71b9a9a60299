import type { EstatePart } from '../builders/estate-of.js';
import { dynamoDbTable } from '../builders/dynamodb.js';
import { efsFileSystem } from '../builders/efs.js';
import { gateway, gatewayVolume } from '../builders/storage-gateway.js';
import { anyOf, daily, plan } from '../builders/plan.js';
import { accountOf, hygieneLabel } from '../builders/entry.js';
import { backup, production } from '../company.js';
import { dailyPlan, efsPlan } from './plans.js';
import { backupVault, productionVault } from './vaults.js';

const frankfurtGateway = gateway(production.frankfurt, 'branch-volumes', 'STORED');
const branchDisk = gatewayVolume(frankfurtGateway, { name: 'branch-disk', scheduled: false });
const tickets = dynamoDbTable(production.ireland, { name: 'tickets' });

const noRules = plan(production.ireland, {
  name: 'without-rules',
  rules: [],
  selections: [{ SelectionName: 'planned', ListOfTags: anyOf({ backup: 'planned' }) }],
});

const noSelections = plan(production.ireland, {
  name: 'drafts',
  rules: [daily(35, productionVault)],
  selections: [],
});

const otherRegion = plan(production.ireland, {
  name: 'branches',
  rules: [daily(35, productionVault)],
  selections: [{ SelectionName: 'branch-disk', Resources: [branchDisk.arn] }],
});

const otherAccount = plan(backup.ireland, {
  name: 'from-production',
  rules: [daily(35, backupVault)],
  selections: [{ SelectionName: 'tickets', Resources: [tickets.arn] }],
});

/** Plans that look as if they protected something. */
export const idlePlans: EstatePart = {
  plans: [noRules, noSelections, otherRegion, otherAccount],
  world: [frankfurtGateway.world],
  otherLabels: [
    hygieneLabel(noRules, 'without-rules', 'it selects a file system and never runs'),
    hygieneLabel(noSelections, 'without-selections', 'nothing was ever assigned to it'),
    hygieneLabel(otherRegion, 'selects-nothing', 'what it names is in another Region'),
    hygieneLabel(otherAccount, 'selects-nothing', 'what it names is in another account'),
    hygieneLabel(accountOf(production.ireland), 'account-noted', 'in Ireland, a table is gone and its points are not'),
    hygieneLabel(dailyPlan, 'plan-works', 'it assigns resources, and its vaults exist'),
    hygieneLabel(efsPlan, 'plan-works', 'file systems use the automatic backups of EFS'),
    hygieneLabel(
      productionVault,
      'expired-noted',
      'it holds expired points of databases that nothing backs up any more',
    ),
  ],
  entries: [
    {
      resource: branchDisk,
      expect: 'unprotected',
      why: 'the plan that names it is in another Region',
    },
    {
      resource: tickets,
      expect: 'unprotected',
      why: 'the plan that names it is in another account',
    },
    {
      resource: efsFileSystem(production.ireland, { name: 'wiki', tags: { backup: 'planned' } }),
      expect: 'unprotected',
      why: 'the plan that selects it has no rules',
    },
    {
      resource: efsFileSystem(production.ireland, { name: 'drafts', tags: { backup: 'drafts' } }),
      expect: 'unprotected',
      why: 'the plan that was meant for it has no selections',
    },
  ],
};
