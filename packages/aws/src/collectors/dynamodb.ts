import {
  DescribeContinuousBackupsCommand,
  type DescribeContinuousBackupsOutput,
  DescribeTableCommand,
  paginateListTables,
  type TableDescription,
} from '@aws-sdk/client-dynamodb';
import {
  buildArn,
  defined,
  type DynamoDbTable,
  type NativeBackup,
  type Replica,
  type Resource,
  type Scope,
} from '@backproof/core';
import { defineCollector, type Operation } from '../collector.js';
import { required } from '../required.js';
import { toInstant } from './translate.js';

const operations = {
  ListTables: { iam: 'dynamodb:ListTables', pageSize: 100 },
  DescribeTable: { iam: 'dynamodb:DescribeTable', perItem: true },
  DescribeContinuousBackups: { iam: 'dynamodb:DescribeContinuousBackups', perItem: true },
} satisfies Record<string, Operation>;

/**
 * Amazon DynamoDB: tables with their replicas, and their point-in-time recovery, both of which are told one table at a time. The tables'
 * tags are left to the tagging API, which tells those of a hundred tables in one call.
 *
 * @source API ListTables, DescribeTable, DescribeContinuousBackups
 */
export const dynamodb = defineCollector({
  service: 'dynamodb',
  operations,
  readings: [
    {
      yields: [
        { kind: 'resources', of: 'DynamoDB' },
        { kind: 'replicas', of: 'DynamoDB' },
      ],
      async *read({ client, scope, signal, forEachItem }) {
        const { pageSize } = operations.ListTables;
        for await (const page of paginateListTables({ client, pageSize }, {}, { abortSignal: signal })) {
          const names = required(page.TableNames, 'ListTables: TableNames', page);
          const answers = forEachItem(names, (TableName) =>
            client.send(new DescribeTableCommand({ TableName }), { abortSignal: signal }),
          );
          const tables: TableDescription[] = [];
          for await (const { answer } of answers) {
            const table = required(answer.Table, 'DescribeTable: Table', answer);
            if (!holdsNoData(table)) tables.push(table);
          }
          yield {
            resources: tables.map((table) => toTable(scope, table)),
            replicas: tables.flatMap((table) => toReplicas(scope, table)),
          };
        }
      },
    },
    {
      yields: [{ kind: 'nativeBackups', of: 'DynamoDB' }],
      after: ['resources'],
      async *read({ client, scope, signal, found, forEachItem }) {
        const answers = forEachItem(found('resources').filter(isTable), (table) =>
          client.send(new DescribeContinuousBackupsCommand({ TableName: table.name }), { abortSignal: signal }),
        );
        for await (const { item, answer } of answers) {
          yield { nativeBackups: [toNativeBackup(scope, item.arn, answer)] };
        }
      },
    },
  ],
});

function isTable(resource: Resource): resource is DynamoDbTable {
  return resource.type === 'DynamoDB';
}

/**
 * Not there yet, or not any more: a table whose key has been out of reach for a week is archived into a backup.
 *
 * @source API TableDescription.TableStatus, ArchivalSummary
 */
function holdsNoData({ TableStatus }: TableDescription): boolean {
  return (
    TableStatus === 'CREATING' ||
    TableStatus === 'DELETING' ||
    TableStatus === 'ARCHIVING' ||
    TableStatus === 'ARCHIVED'
  );
}

/** @source API TableDescription */
function toTable(scope: Scope, table: TableDescription): DynamoDbTable {
  return {
    type: 'DynamoDB',
    arn: required(table.TableArn, 'DescribeTable: TableArn'),
    accountId: scope.accountId,
    region: scope.region,
    name: required(table.TableName, 'DescribeTable: TableName'),
    ...defined({ createdAt: toInstant(table.CreationDateTime) }),
  };
}

const NOT_REPLICATED: ReadonlySet<string | undefined> = new Set(['CREATING', 'CREATION_FAILED', 'DELETING']);

/**
 * Every replica of a global table takes writes, so each is a source of the others. A replica that is named by its Region
 * alone has the table's name and account.
 *
 * @source API TableDescription.Replicas, ReplicaDescription
 */
function toReplicas(scope: Scope, { Replicas = [], TableArn, TableName }: TableDescription): Replica[] {
  const arn = required(TableArn, 'DescribeTable: TableArn');
  const resource = `table/${required(TableName, 'DescribeTable: TableName')}`;
  const others = Replicas.filter(({ ReplicaStatus }) => !NOT_REPLICATED.has(ReplicaStatus))
    .map(({ RegionName, ReplicaArn }) => {
      const region = required(RegionName, 'DescribeTable: Replicas.RegionName');
      return ReplicaArn ?? buildArn({ ...scope, region, service: 'dynamodb', resource });
    })
    .filter((other) => other !== arn);
  const mechanism = 'dynamodb-global-table';
  return others.flatMap((other) => [
    { scope, mechanism, sourceArn: arn, replicaArn: other },
    { scope, mechanism, sourceArn: other, replicaArn: arn },
  ]);
}

/**
 * Continuous backups are ENABLED on every table: only the point-in-time recovery within them tells of a way back.
 *
 * @source API ContinuousBackupsDescription, PointInTimeRecoveryDescription
 */
function toNativeBackup(
  scope: Scope,
  resourceArn: string,
  { ContinuousBackupsDescription }: DescribeContinuousBackupsOutput,
): NativeBackup {
  const recovery = required(
    ContinuousBackupsDescription?.PointInTimeRecoveryDescription,
    'DescribeContinuousBackups: PointInTimeRecoveryDescription',
  );
  return {
    scope,
    resourceArn,
    mechanism: 'dynamodb-pitr',
    enabled: recovery.PointInTimeRecoveryStatus === 'ENABLED',
    ...defined({
      retentionDays: recovery.RecoveryPeriodInDays,
      earliestRestorableAt: toInstant(recovery.EarliestRestorableDateTime),
      latestRestorableAt: toInstant(recovery.LatestRestorableDateTime),
    }),
  };
}
