import type { EstatePart } from '../builders/estate-of.js';
import { dynamoDbTable } from '../builders/dynamodb.js';
import { clusterMembers, coveredVolumes } from '../builders/dependents.js';
import { accountOf, hygieneLabel, type Entry } from '../builders/entry.js';
import { ebsVolume } from '../builders/ebs.js';
import { ec2Instance } from '../builders/ec2.js';
import { efsFileSystem } from '../builders/efs.js';
import { daily, plan } from '../builders/plan.js';
import { dbCluster, globalDatabase } from '../builders/rds-clusters.js';
import { regionSettings } from '../builders/region-settings.js';
import { production } from '../company.js';
import { prod1 } from './clusters.js';
import { productionFrankfurtVault } from './vaults.js';

const { frankfurt } = production;

const quotes = dynamoDbTable(frankfurt, { name: 'quotes' });
const batch = ec2Instance(frankfurt, { name: 'batch-1' });
const prod1Frankfurt = dbCluster(frankfurt, {
  name: 'prod-1-frankfurt',
  engine: 'aurora-postgresql',
  members: ['prod-1-frankfurt-reader'],
});
const profiles = dbCluster(frankfurt, { name: 'profiles', engine: 'docdb', members: ['profiles-1'] });
const friends = dbCluster(frankfurt, { name: 'friends', engine: 'neptune', members: ['friends-1'] });

const quotesOnly = plan(frankfurt, {
  name: 'quotes',
  rules: [daily(35, productionFrankfurtVault)],
  selections: [{ SelectionName: 'quotes', Resources: [quotes.arn] }],
});

const allOfEc2 = plan(frankfurt, {
  name: 'compute',
  rules: [daily(14, productionFrankfurtVault)],
  selections: [{ SelectionName: 'service', Resources: ['arn:aws:ec2:*'] }],
});

const byType = plan(frankfurt, {
  name: 'by-type',
  rules: [daily(35, productionFrankfurtVault)],
  selections: [
    {
      SelectionName: 'types',
      Resources: ['arn:aws:elasticfilesystem:*:*:file-system/*', 'arn:aws:rds:*:*:cluster:*'],
    },
  ],
});

const optedOutClusters = [prod1Frankfurt, profiles, friends].flatMap((resource): readonly Entry[] => [
  {
    resource,
    expect: 'native-only',
    why: `a type-level ARN cannot overrule that ${resource.type} is opted out here; the cluster itself can go back one day`,
  },
  ...clusterMembers(resource),
]);

/** Production in Frankfurt, where most types are opted out: what selects all the same? */
export const frankfurtPart: EstatePart = {
  plans: [quotesOnly, allOfEc2, byType],
  otherLabels: [
    hygieneLabel(
      accountOf(frankfurt),
      'tagged-but-opted-out',
      'in Frankfurt, a bucket has the tag of a plan, and S3 is opted out',
    ),
  ],
  world: [
    regionSettings(frankfurt, { optedOut: ['Aurora', 'DocumentDB', 'DynamoDB', 'EBS', 'EFS', 'Neptune', 'S3'] }),
    globalDatabase('prod-1-global', prod1, [prod1Frankfurt]),
  ],
  entries: [
    {
      resource: quotes,
      history: [{ plan: quotesOnly, since: 100 }],
      expect: 'backed-up',
      why: 'its exact ARN is selected, which overrules that DynamoDB is opted out here',
      and: {
        'cross-account-copy': {
          expect: 'aws-cannot-copy',
          why: 'where DynamoDB is opted out its backups are basic ones, which cannot be copied',
        },
      },
    },
    {
      resource: batch,
      history: [{ plan: allOfEc2, since: 50 }],
      expect: 'backed-up',
      why: 'arn:aws:ec2:* selects instances, as EC2 is opted in',
    },
    ...coveredVolumes(batch),
    {
      resource: ebsVolume(frankfurt, { name: 'batch-results' }),
      expect: 'unprotected',
      why: 'arn:aws:ec2:* does not select volumes, as EBS is opted out',
    },
    {
      resource: efsFileSystem(frankfurt, { name: 'media' }),
      history: [{ plan: byType, since: 100 }],
      expect: 'backed-up',
      why: 'a type-level ARN overrules that EFS is opted out here',
    },
    ...optedOutClusters,
  ],
};
