import { configRecorder, knownToConfig } from '../builders/config-recorder.js';
import type { EstatePart } from '../builders/estate-of.js';
import { longId } from '../builders/ids.js';
import { daysAgo, hoursAgo } from '../builders/moment.js';
import { arnIn, inScope } from '../builders/resource.js';
import { production } from '../company.js';

const { ireland, frankfurt } = production;
const lastBackup = { LastBackupTime: hoursAgo(7) };

/**
 * Records about the estate outside of the services themselves. In Ireland AWS Config records everything, and has not
 * noticed yet that a volume was deleted; its aggregator knows what the recorders of all Regions know. In Frankfurt it
 * records two types, once a day. In the backup account it is off.
 * AWS Backup protects buckets too, and a domain of OpenSearch, as if it had added that type after this version.
 */
export const secondOpinions: EstatePart = {
  world: [
    configRecorder(ireland),
    knownToConfig(
      ireland,
      'AWS::EC2::Volume',
      arnIn(ireland, 'ec2', `volume/${longId('vol', 'deleted-this-morning')}`),
      hoursAgo(2),
    ),
    configRecorder(frankfurt, { only: ['AWS::EC2::Instance', 'AWS::DynamoDB::Table'], frequency: 'DAILY' }),
    inScope(ireland, {
      configAggregators: ['company'],
      protectedResources: [
        { ResourceArn: 'arn:aws:s3:::company-invoices', ResourceType: 'S3', ...lastBackup },
        { ResourceArn: 'arn:aws:s3:::company-contracts', ResourceType: 'S3', LastBackupTime: daysAgo(40) },
        {
          ResourceArn: arnIn(ireland, 'es', 'domain/search'),
          ResourceType: 'OpenSearch',
          ...lastBackup,
        },
      ],
    }),
  ],
};
