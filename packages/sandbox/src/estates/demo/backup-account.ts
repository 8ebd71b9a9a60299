import type { EstatePart } from '../builders/estate-of.js';
import { dynamoDbTable } from '../builders/dynamodb.js';
import { ebsVolume } from '../builders/ebs.js';
import { efsFileSystem } from '../builders/efs.js';
import { allOf, anyOf, daily, plan } from '../builders/plan.js';
import { regionSettings } from '../builders/region-settings.js';
import { backup } from '../company.js';
import { backupFrankfurtVault, backupVault } from './vaults.js';

const { ireland, frankfurt } = backup;

const excludedVolume = ebsVolume(ireland, { name: 'rehearsal-scratch', tags: { stage: 'test' } });

const allButTest = plan(ireland, {
  name: 'all-but-test',
  rules: [daily(35, backupVault)],
  selections: [{ SelectionName: 'all', Resources: ['*'], Conditions: { StringNotEquals: allOf({ stage: 'test' }) } }],
});

const allVolumes = plan(ireland, {
  name: 'all-volumes',
  rules: [daily(35, backupVault)],
  selections: [
    {
      SelectionName: 'volumes',
      Resources: ['arn:aws:ec2:*:*:volume/*'],
      NotResources: [excludedVolume.arn],
    },
  ],
});

const everything = plan(frankfurt, {
  name: 'everything',
  rules: [daily(35, backupFrankfurtVault)],
  selections: [{ SelectionName: 'empty' }],
});

const byTag = plan(frankfurt, {
  name: 'tagged',
  rules: [daily(35, backupFrankfurtVault)],
  selections: [{ SelectionName: 'tagged', ListOfTags: anyOf({ backup: 'daily' }) }],
});

/** The backup account's own resources and plans: selections as wide as a whole Region. */
export const backupAccount: EstatePart = {
  plans: [allButTest, allVolumes, everything, byTag],
  world: [
    regionSettings(ireland),
    regionSettings(frankfurt, {
      optedOut: ['Aurora', 'DocumentDB', 'DynamoDB', 'EBS', 'EC2', 'FSx', 'Neptune', 'RDS'],
    }),
  ],
  entries: [
    {
      resource: excludedVolume,
      expect: 'unprotected',
      why: 'all volumes are selected, but NotResources names this one',
    },
    {
      resource: ebsVolume(ireland, { name: 'rehearsal-data', tags: { stage: 'test' } }),
      history: [{ plan: allVolumes, since: 40 }],
      expect: 'backed-up',
      why: 'all volumes are selected, and NotResources names another one',
    },
    {
      resource: dynamoDbTable(ireland, { name: 'rehearsals', tags: { stage: 'test' } }),
      expect: 'unprotected',
      why: 'everything is selected unless stage is test, which it is',
    },
    {
      resource: dynamoDbTable(ireland, { name: 'copy-ledger' }),
      history: [{ plan: allButTest, since: 100 }],
      expect: 'backed-up',
      why: 'it has no stage tag, so that stage is not test',
    },
    {
      resource: efsFileSystem(frankfurt, { name: 'audit-trail' }),
      history: [{ plan: everything, since: 100 }],
      expect: 'backed-up',
      why: 'a selection that names nothing selects every type that is opted in',
    },
    {
      resource: dynamoDbTable(frankfurt, { name: 'audit-index', tags: { backup: 'daily' } }),
      expect: 'unprotected',
      why: 'its tag is selected, but DynamoDB is opted out here',
    },
  ],
};
