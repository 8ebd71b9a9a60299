import type { BackupSummary, TableDescription, TableStatus } from '@aws-sdk/client-dynamodb';
import type { Scope } from '@backproof/core';
import { hexId, uuid } from './ids.js';
import { daysAgo, hoursAgo } from './moment.js';
import { arnIn, inScope, LONG_AGO, type EstateResource, type Named } from './resource.js';

interface TableOptions extends Named {
  /** `ACTIVE`, unless said otherwise. */
  readonly status?: TableStatus;
  /** Somebody made a backup on each of these days, counted back from now. */
  readonly backups?: readonly number[];
  /** Point-in-time recovery is on. */
  readonly pitr?: true;
  /** The Regions of the other replicas of a global table. */
  readonly replicas?: readonly string[];
}

/** A DynamoDB table, without point-in-time recovery unless said otherwise. */
export function dynamoDbTable(scope: Scope, options: TableOptions): EstateResource {
  const { name, tags, status = 'ACTIVE', createdAt = LONG_AGO, backups = [], replicas } = options;
  const arn = arnIn(scope, 'dynamodb', `table/${name}`);
  const table = {
    TableName: name,
    TableArn: arn,
    TableId: uuid(arn),
    TableStatus: status,
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
      tableBackups: backups.map((day) => onDemandBackup(table, day)),
      continuousBackups: { [name]: continuousBackups(options.pitr === true) },
      ...(tags && { tags: { [arn]: tags } }),
    }),
  };
}

function onDemandBackup({ TableName, TableArn, TableId }: TableDescription, day: number): BackupSummary {
  const name = `${TableName ?? ''}-${String(day)}`;
  return {
    TableName,
    TableArn,
    TableId,
    BackupArn: `${TableArn ?? ''}/backup/${hexId(22, TableArn ?? '', String(day))}`,
    BackupName: name,
    BackupCreationDateTime: daysAgo(day),
    BackupStatus: 'AVAILABLE',
    BackupType: 'USER',
    BackupSizeBytes: 4_800_000,
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
