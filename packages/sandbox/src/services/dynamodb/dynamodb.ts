import type { TableDescription } from '@aws-sdk/client-dynamodb';
import type { ServiceDeclaration } from '../../service/declaration.js';
import { joining, lists, records } from '../../service/join.js';
import { own } from '../../service/lookup.js';
import type { DynamoDbWorld } from './world.js';

/** Amazon DynamoDB. */
export const dynamodb: ServiceDeclaration<DynamoDbWorld> = {
  signingName: 'dynamodb',
  join: joining({ tables: lists, continuousBackups: records, tableBackups: lists }),
  resources: (scope) =>
    (scope.tables ?? []).map((table) => ({
      arn: table.TableArn ?? '',
      isListed: true,
      recorded: {
        resourceType: 'AWS::DynamoDB::Table',
        createdAt: table.CreationDateTime,
        ...recordedDetails(scope, table),
      },
    })),
  load: async () => (await import('./service.js')).service,
};

/** @source awslabs/aws-config-resource-schema, AWS::DynamoDB::Table: what can be restored is not in it. */
function recordedDetails({ continuousBackups }: DynamoDbWorld, table: TableDescription) {
  const { TableName = '', TableArn, TableStatus, GlobalTableVersion, Replicas } = table;
  const recovery = own(continuousBackups, TableName)?.PointInTimeRecoveryDescription;
  return {
    configuration: {
      tableName: TableName,
      tableArn: TableArn,
      tableStatus: TableStatus,
      globalTableVersion: GlobalTableVersion,
      replicas: Replicas?.map(({ RegionName, ReplicaStatus }) => ({
        regionName: RegionName,
        replicaStatus: ReplicaStatus,
      })),
    },
    supplementaryConfiguration: {
      ContinuousBackupsDescription: {
        continuousBackupsStatus: 'ENABLED',
        pointInTimeRecoveryDescription: {
          pointInTimeRecoveryStatus: recovery?.PointInTimeRecoveryStatus ?? 'DISABLED',
        },
      },
    },
  };
}
