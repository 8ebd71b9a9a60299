import { objectOf, textOf } from '../config/rows.js';
import type { RecordedResource } from '../../recorded-resource.js';

/** As much of a table's description as a scan uses. @source API TableDescription */
export interface TableFacts {
  readonly TableArn?: string | undefined;
  readonly TableName?: string | undefined;
  readonly TableStatus?: string | undefined;
  readonly CreationDateTime?: Date | undefined;
  readonly Replicas?: readonly ReplicaFacts[] | undefined;
}

export interface ReplicaFacts {
  readonly RegionName?: string | undefined;
  readonly ReplicaArn?: string | undefined;
  readonly ReplicaStatus?: string | undefined;
}

/**
 * The facts that AWS Config recorded about a table, in the words of DynamoDB's own API. Undefined where it recorded too
 * little, or the table while it was changing.
 *
 * @source awslabs/aws-config-resource-schema, AWS::DynamoDB::Table
 */
export function recordedTable({ arn, createdAt, fields }: RecordedResource): TableFacts | undefined {
  const { tableName, tableStatus, globalTableVersion, replicas } = objectOf(fields.configuration);
  const TableName = textOf(tableName);
  if (TableName === undefined || tableStatus !== 'ACTIVE' || createdAt === undefined) return undefined;
  const isReplicated = Array.isArray(replicas) && replicas.length > 0;
  if (globalTableVersion !== undefined && !isReplicated) return undefined;
  const Replicas = (isReplicated ? replicas : []).map(objectOf).map(({ regionName, replicaStatus }) => ({
    RegionName: textOf(regionName),
    ReplicaStatus: textOf(replicaStatus),
  }));
  return { TableArn: arn, TableName, TableStatus: tableStatus, CreationDateTime: new Date(createdAt), Replicas };
}

/**
 * Returns true if AWS Config recorded that the point-in-time recovery of a table is off. That it is on requires proof.
 */
export function recordedAsUnrecoverable({ fields }: RecordedResource): boolean {
  const { ContinuousBackupsDescription } = objectOf(fields.supplementaryConfiguration);
  const { pointInTimeRecoveryDescription } = objectOf(ContinuousBackupsDescription);
  return objectOf(pointInTimeRecoveryDescription).pointInTimeRecoveryStatus === 'DISABLED';
}
