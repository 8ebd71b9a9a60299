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

const mediaLibrary = plan(frankfurt, {
  name: 'media-library',
  rules: [daily(35, productionVault, { copyTo: vault({ ...frankfurt, accountId: '999999999999' }, 'escrow') })],
  selections: [{ SelectionName: 'tagged', ListOfTags: anyOf({ backup: 'escrow' }) }],
});

/** Frankfurt: the tagging API may not be called; nor may copy jobs, backups from other Regions and FSx. */
export const unreadTags: EstatePart = {
  vaults: [productionVault],
  plans: [dailyPlan, mediaLibrary],
  world: [
    regionSettings(frankfurt),
    denied(frankfurt, { operation: 'tagging:GetResources', iamAction: 'tag:GetResources', status: 400 }),
    denied(frankfurt, { operation: 'dynamodb:ListTagsOfResource', status: 400 }),
    denied(frankfurt, { operation: 'backup:ListCopyJobs', status: 403 }),
    denied(frankfurt, { operation: 'rds:DescribeDBInstanceAutomatedBackups', code: 'AccessDenied', status: 403 }),
    denied(frankfurt, { operation: 'fsx:DescribeFileSystems', status: 400 }),
    denied(frankfurt, { operation: 'fsx:DescribeVolumes', status: 400 }),
    denied(frankfurt, { operation: 'fsx:DescribeBackups', status: 400 }),
  ],
  entries: [
    {
      resource: dynamoDbTable(frankfurt, { name: 'quotes', tags: { backup: 'daily' } }),
      history: [{ plan: dailyPlan, since: 100 }],
      expect: 'evidence-incomplete',
      why: 'without its tags it is not known whether a plan selects it',
    },
    {
      resource: efsFileSystem(frankfurt, { name: 'media', tags: { backup: 'daily' } }),
      history: [{ plan: dailyPlan, since: 100 }],
      expect: 'backed-up',
      why: 'EFS returns tags with the file system, and the newest point is from this morning',
      and: {
        'restore-test': {
          expect: 'history-too-short',
          why: 'it was not restored in the 30 days for which AWS lists jobs, and CloudTrail may not be read',
        },
      },
    },
    {
      resource: efsFileSystem(frankfurt, { name: 'media-library', tags: { backup: 'escrow' } }),
      history: [{ plan: mediaLibrary, since: 100 }],
      expect: 'backed-up',
      why: 'the newest point is from this morning',
      and: {
        'cross-account-copy': {
          expect: 'evidence-incomplete',
          why: 'its copies go to an account that is not scanned, and the jobs that made them may not be read',
        },
      },
    },
  ],
};
