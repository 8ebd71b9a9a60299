import { dynamoDbTable } from '../builders/dynamodb.js';
import { denied } from '../builders/denied.js';
import { efsFileSystem } from '../builders/efs.js';
import type { EstatePart } from '../builders/estate-of.js';
import { anyOf, daily, plan } from '../builders/plan.js';
import { regionSettings } from '../builders/region-settings.js';
import { vault } from '../builders/vault.js';
import { production } from '../company.js';

const { frankfurt } = production;

const productionVault = vault(frankfurt, 'production');

const dailyPlan = plan(frankfurt, {
  name: 'production-daily',
  rules: [daily(35, productionVault)],
  selections: [{ SelectionName: 'tagged', ListOfTags: anyOf({ backup: 'daily' }) }],
});

/** Frankfurt: the tags that only the tagging API tells may not be read, and nothing of FSx may. */
export const unreadTags: EstatePart = {
  vaults: [productionVault],
  plans: [dailyPlan],
  world: [
    regionSettings(frankfurt),
    denied(frankfurt, { operation: 'tagging:GetResources', iamAction: 'tag:GetResources', status: 400 }),
    denied(frankfurt, { operation: 'dynamodb:ListTagsOfResource', status: 400 }),
    denied(frankfurt, { operation: 'fsx:DescribeFileSystems', status: 400 }),
    denied(frankfurt, { operation: 'fsx:DescribeVolumes', status: 400 }),
    denied(frankfurt, { operation: 'fsx:DescribeBackups', status: 400 }),
  ],
  entries: [
    {
      case: 'C15',
      resource: dynamoDbTable(frankfurt, { name: 'quotes', tags: { backup: 'daily' } }),
      history: [{ plan: dailyPlan, since: 100 }],
      expect: 'evidence-incomplete',
      why: 'without its tags it is not known whether a plan selects it',
    },
    {
      case: 'C1',
      resource: efsFileSystem(frankfurt, { name: 'media', tags: { backup: 'daily' } }),
      history: [{ plan: dailyPlan, since: 100 }],
      expect: 'backed-up',
      why: 'EFS tells tags with the file system, and the newest point is from this morning',
    },
  ],
};
