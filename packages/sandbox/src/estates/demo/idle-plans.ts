import type { EstatePart } from '../builders/estate-of.js';
import { dynamoDbTable } from '../builders/dynamodb.js';
import { efsFileSystem } from '../builders/efs.js';
import { gateway, gatewayVolume } from '../builders/storage-gateway.js';
import { anyOf, daily, plan } from '../builders/plan.js';
import { backup, production } from '../company.js';
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
