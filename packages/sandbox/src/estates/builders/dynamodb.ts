import type { Scope } from '@backproof/core';
import { uuid } from './ids.js';
import { daysAgo, hoursAgo } from './moment.js';
import { arnIn, inScope, LONG_AGO, type EstateResource, type Named } from './resource.js';

interface TableOptions extends Named {
  /** Point-in-time recovery is on. */
  readonly pitr?: true;
  /** The Regions of the other replicas of a global table. */
  readonly replicas?: readonly string[];
}

/** A DynamoDB table, without point-in-time recovery unless said otherwise. */
export function dynamoDbTable(scope: Scope, options: TableOptions): EstateResource {
  const { name, tags, createdAt = LONG_AGO, replicas } = options;
  const arn = arnIn(scope, 'dynamodb', `table/${name}`);
  const table = {
    TableName: name,
    TableArn: arn,
    TableId: uuid(arn),
    TableStatus: 'ACTIVE' as const,
    CreationDateTime: createdAt,
    AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' as const }],
    KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' as const }],
    ItemCount: 12_000,
    TableSizeBytes: 4_800_000,
    ...(replicas && {
      GlobalTableVersion: '2019.11.21',
      Replicas: replicas.map((RegionName) => ({ RegionName, ReplicaStatus: 'ACTIVE' as const })),
    }),
  };
  return {
    scope,
    arn,
    type: 'DynamoDB',
    name,
    createdAt,
    world: inScope(scope, {
      tables: [table],
      continuousBackups: { [name]: continuousBackups(options.pitr === true) },
      ...(tags && { tags: { [arn]: tags } }),
    }),
  };
}

/** @source API ContinuousBackupsDescription: the outer status is ENABLED on every table and says nothing of recovery. */
function continuousBackups(pitr: boolean) {
  const recovery = pitr
    ? {
        PointInTimeRecoveryStatus: 'ENABLED' as const,
        RecoveryPeriodInDays: 35,
        EarliestRestorableDateTime: daysAgo(35),
        LatestRestorableDateTime: hoursAgo(0.1),
      }
    : { PointInTimeRecoveryStatus: 'DISABLED' as const };
  return { ContinuousBackupsStatus: 'ENABLED' as const, PointInTimeRecoveryDescription: recovery };
}
