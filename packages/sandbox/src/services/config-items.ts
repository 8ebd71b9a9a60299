import type { ResourceType } from '@aws-sdk/client-config-service';
import type { TableDescription } from '@aws-sdk/client-dynamodb';
import type { ConfigItem, WorldScope } from '../world/world.js';

/**
 * The records of AWS Config in a scope: its recorder's types of the resources that are there, and what the world says
 * that it knows beside or instead. Nothing where no recorder is running.
 */
export function configItems(partition: string, scope: WorldScope): readonly ConfigItem[] {
  const [running] = (scope.configRecorders ?? []).filter(({ status }) => status.recording);
  if (running === undefined) return [];
  const items = [...resourceItems(partition, scope), ...(scope.configItems ?? [])];
  const { allSupported, resourceTypes = [] } = running.recorder.recordingGroup ?? {};
  const recorded = items.filter(({ resourceType }) => allSupported === true || resourceTypes.includes(resourceType));
  return [...new Map(recorded.map((item) => [item.arn, item])).values()];
}

function resourceItems(partition: string, scope: WorldScope): readonly ConfigItem[] {
  const { accountId, region } = scope;
  const ec2Arn = (type: string, id: string): string => `arn:${partition}:ec2:${region}:${accountId}:${type}/${id}`;
  const item = (
    resourceType: ResourceType,
    arn = '',
    createdAt?: Date,
    more: Partial<ConfigItem> = {},
  ): ConfigItem => ({
    ...{ accountId, awsRegion: region, resourceType, arn },
    // Nothing has changed since.
    configurationItemCaptureTime: (createdAt ?? new Date(0)).toISOString(),
    ...(createdAt && { resourceCreationTime: createdAt.toISOString() }),
    ...more,
  });
  return [
    ...(scope.instances ?? [])
      .filter(({ State }) => State?.Name !== 'terminated')
      .map(({ InstanceId = '', LaunchTime }) => item('AWS::EC2::Instance', ec2Arn('instance', InstanceId), LaunchTime)),
    ...(scope.volumes ?? []).map(({ VolumeId = '', CreateTime }) =>
      item('AWS::EC2::Volume', ec2Arn('volume', VolumeId), CreateTime),
    ),
    ...(scope.dbInstances ?? []).map((instance) =>
      item('AWS::RDS::DBInstance', instance.DBInstanceArn, instance.InstanceCreateTime),
    ),
    ...(scope.dbClusters ?? []).map((cluster) =>
      item('AWS::RDS::DBCluster', cluster.DBClusterArn, cluster.ClusterCreateTime),
    ),
    ...(scope.tables ?? []).map((table) =>
      item('AWS::DynamoDB::Table', table.TableArn, table.CreationDateTime, tableDetails(scope, table)),
    ),
    ...(scope.fileSystems ?? []).map((fileSystem) =>
      item('AWS::EFS::FileSystem', fileSystem.FileSystemArn, fileSystem.CreationTime),
    ),
  ];
}

/** @source awslabs/aws-config-resource-schema, AWS::DynamoDB::Table: what can be restored is not in it. */
function tableDetails(scope: WorldScope, table: TableDescription): Partial<ConfigItem> {
  const { TableName = '', TableArn, TableStatus, GlobalTableVersion, Replicas } = table;
  const backups = Object.entries(scope.continuousBackups ?? {}).find(([name]) => name === TableName)?.[1];
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
          pointInTimeRecoveryStatus: backups?.PointInTimeRecoveryDescription?.PointInTimeRecoveryStatus ?? 'DISABLED',
        },
      },
    },
  };
}
