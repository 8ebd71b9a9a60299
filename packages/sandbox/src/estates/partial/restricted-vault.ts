import { dynamoDbTable } from '../builders/dynamodb.js';
import { coveredVolumes } from '../builders/dependents.js';
import { ec2Instance } from '../builders/ec2.js';
import { efsFileSystem } from '../builders/efs.js';
import { denied } from '../builders/denied.js';
import type { EstatePart } from '../builders/estate-of.js';
import { anyOf, daily, plan } from '../builders/plan.js';
import { dbInstance } from '../builders/rds.js';
import { regionSettings } from '../builders/region-settings.js';
import { vault } from '../builders/vault.js';
import { production } from '../company.js';

const { ireland } = production;

const openVault = vault(ireland, 'production');
const closedVault = vault(ireland, 'restricted');

const openPlan = plan(ireland, {
  name: 'production-daily',
  rules: [daily(35, openVault)],
  selections: [{ SelectionName: 'tagged', ListOfTags: anyOf({ backup: 'daily' }) }],
});

const closedPlan = plan(ireland, {
  name: 'secrets-daily',
  rules: [daily(35, closedVault)],
  selections: [{ SelectionName: 'tagged', ListOfTags: anyOf({ secret: 'yes' }) }],
});

const api = ec2Instance(ireland, { name: 'api-1', tags: { backup: 'daily' } });

/** Ireland: one of two vaults may not be listed. */
export const restrictedVault: EstatePart = {
  vaults: [openVault, closedVault],
  plans: [openPlan, closedPlan],
  world: [
    regionSettings(ireland),
    denied(ireland, {
      operation: 'backup:ListRecoveryPointsByBackupVault',
      about: closedVault.name,
      status: 403,
    }),
  ],
  entries: [
    {
      case: 'C15',
      resource: dynamoDbTable(ireland, { name: 'credentials', tags: { secret: 'yes' } }),
      history: [{ plan: closedPlan, since: 100 }],
      expect: 'evidence-incomplete',
      why: 'its points are in the vault that may not be listed',
    },
    {
      case: 'C15',
      resource: dynamoDbTable(ireland, { name: 'orders', tags: { backup: 'daily', secret: 'yes' } }),
      history: [
        { plan: openPlan, since: 100 },
        { plan: closedPlan, since: 100 },
      ],
      expect: 'backed-up',
      why: 'the other vault holds a point from this morning, which is proof enough',
    },
    {
      case: 'C15',
      resource: efsFileSystem(ireland, { name: 'drafts' }),
      expect: 'evidence-incomplete',
      why: 'no plan selects it, but whether points remain in the vault that may not be listed is not known',
    },
    {
      case: 'C1',
      resource: api,
      history: [{ plan: openPlan, since: 100 }],
      expect: 'backed-up',
      why: 'the other vault holds an image from this morning',
    },
    ...coveredVolumes(api),
    {
      case: 'C10',
      resource: dbInstance(ireland, { name: 'reports-db' }),
      expect: 'native-only',
      why: "RDS's automated backups prove themselves without any vault",
    },
  ],
};
