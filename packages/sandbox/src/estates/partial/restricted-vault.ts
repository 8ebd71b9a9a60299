import { dynamoDbTable } from '../builders/dynamodb.js';
import { coveredVolumes } from '../builders/dependents.js';
import { ec2Instance } from '../builders/ec2.js';
import { efsFileSystem } from '../builders/efs.js';
import { denied } from '../builders/denied.js';
import { accountOf, hygieneLabel } from '../builders/entry.js';
import type { EstatePart } from '../builders/estate-of.js';
import { anyOf, daily, plan } from '../builders/plan.js';
import { dbInstance } from '../builders/rds.js';
import { restoreTestingPlan } from '../builders/restore-testing-plan.js';
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

const sampling = restoreTestingPlan(ireland, { name: 'sampling', day: 10, types: ['DynamoDB'] });

const api = ec2Instance(ireland, { name: 'api-1', tags: { backup: 'daily' } });

/** Ireland: one of two vaults may not be listed. */
export const restrictedVault: EstatePart = {
  vaults: [openVault, closedVault],
  plans: [openPlan, closedPlan],
  testPlans: [sampling],
  otherLabels: [
    hygieneLabel(closedVault, 'vault-unread', 'its points may not be listed'),
    hygieneLabel(openVault, 'no-expired-points', 'all of its points could be read'),
    hygieneLabel(accountOf(ireland), 'account-unread', 'the points of one vault may not be listed'),
  ],
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
      resource: dynamoDbTable(ireland, { name: 'credentials', tags: { secret: 'yes' } }),
      history: [{ plan: closedPlan, since: 100 }],
      expect: 'evidence-incomplete',
      why: 'its points are in the vault that may not be listed',
      restores: [{ by: sampling, day: 10, validation: 'SUCCESSFUL' }],
      and: {
        'retention-tiers': { expect: 'evidence-incomplete', why: 'its points may not be listed' },
      },
    },
    {
      resource: dynamoDbTable(ireland, { name: 'orders', tags: { backup: 'daily', secret: 'yes' } }),
      history: [
        { plan: openPlan, since: 100 },
        { plan: closedPlan, since: 100 },
      ],
      expect: 'backed-up',
      why: 'the other vault holds a point from this morning, which is proof enough',
      and: {
        'restore-test': {
          expect: 'history-too-short',
          why: 'a restore-testing plan ran and picked another table; what was tested earlier only CloudTrail shows',
        },
      },
    },
    {
      resource: efsFileSystem(ireland, { name: 'drafts' }),
      expect: 'evidence-incomplete',
      why: 'no plan selects it, but whether points remain in the vault that may not be listed is not known',
    },
    {
      resource: api,
      history: [{ plan: openPlan, since: 100 }],
      expect: 'backed-up',
      why: 'the other vault holds an image from this morning',
    },
    ...coveredVolumes(api),
    {
      resource: dbInstance(ireland, { name: 'reports-db' }),
      expect: 'native-only',
      why: "RDS's automated backups prove themselves without any vault",
    },
    {
      resource: dbInstance(ireland, {
        name: 'branch-db-reader',
        replicaOf: 'arn:aws:rds:us-east-1:111111111111:db:branch-db',
        retentionDays: 0,
      }),
      expect: 'evidence-incomplete',
      why: 'no plan selects it, but whether points remain in the vault that may not be listed is not known',
      and: {
        'replication-only': {
          expect: 'evidence-incomplete',
          why: 'its source is out of sight, and so are points of its own in the vault that may not be listed',
        },
      },
    },
    {
      resource: dbInstance(ireland, { name: 'lottery-db', multiAz: true, retentionDays: 0 }),
      expect: 'evidence-incomplete',
      why: 'no plan selects it, but whether points remain in the vault that may not be listed is not known',
      and: {
        'replication-only': {
          expect: 'evidence-incomplete',
          why: 'it has a standby, and whether it has points in the vault that may not be listed is not known',
        },
      },
    },
  ],
};
