import {
  DescribeContinuousBackupsCommand,
  type DescribeContinuousBackupsOutput,
  DescribeTableCommand,
  ListTablesCommand,
} from '@aws-sdk/client-dynamodb';
import {
  buildArn,
  defined,
  type DynamoDbTable,
  type Instant,
  type NativeBackup,
  type Replica,
  type Resource,
  type Scope,
  VANISHED,
} from '@backproof/core';
import type { Page } from '../../page.js';
import type { ReadingContext } from '../../reading.js';
import type { RecordedResource } from '../../recorded-resource.js';
import { listOf } from '../../left-out.js';
import { required, says } from '../../required.js';
import type { Words } from '../../required.js';
import { recordedAsUnrecoverable, recordedTable, type ReplicaFacts, type TableFacts } from './recorded.js';
import { toInstant, toState, type StateWords } from '../translate.js';

/** Which tables there are, DynamoDB says; what they are, AWS Config may have recorded. */
export async function* readTables(context: ReadingContext): AsyncIterable<Page> {
  const { pages, scope, forEachItem, translated } = context;
  const recorded = await recordedTables(context);
  for await (const page of pages(ListTablesCommand, {})) {
    const listed = required(page.TableNames, 'ListTables: TableNames', page);
    const names = translated(listed, 'ListTables: TableNames', String);
    const told = async (TableName: string): Promise<Told> => {
      const record = recorded.get(buildTableArn(scope, TableName));
      const facts = record === undefined ? undefined : recordedTable(record);
      return facts === undefined
        ? { TableName, table: await describeTable(context, TableName), recordedAt: undefined }
        : { TableName, table: facts, recordedAt: record?.recordedAt };
    };
    const answers = forEachItem(names, told, undefined, (TableName) => vanishedTable(scope, TableName));
    const tables: Told[] = [];
    for await (const { answer } of answers) tables.push(answer);
    // A table whose replicas are not understood is not understood itself: it would be judged as if it had none.
    const read = translated(tables, 'DescribeTable: TableName', (told) => ({
      table: toTable(scope, told.table),
      replicas: toReplicas(scope, told),
    }));
    yield { resources: read.map(({ table }) => table), replicas: read.flatMap(({ replicas }) => replicas) };
  }
}

/**
 * AWS Config is enough to know that the recovery of a table is off. That it is on is proved by its restorable times,
 * which only DynamoDB reports.
 */
export async function* readRecovery(context: ReadingContext): AsyncIterable<Page> {
  const { call, scope, found, forEachItem } = context;
  const recorded = await recordedTables(context);
  const tables = found('resources').filter(isTable).filter(isThere);
  const recoveryOf = async ({ arn, name }: DynamoDbTable): Promise<NativeBackup> => {
    const record = recorded.get(arn);
    if (record !== undefined && recordedAsUnrecoverable(record)) {
      const { recordedAt } = record;
      return { scope, resourceArn: arn, mechanism: 'dynamodb-pitr', enabled: false, recordedAt };
    }
    const command = new DescribeContinuousBackupsCommand({ TableName: name });
    return toNativeBackup(scope, arn, await call(command));
  };
  const answers = forEachItem(
    tables,
    async (table): Promise<Page> => ({ nativeBackups: [await recoveryOf(table)] }),
    ({ arn }) => [arn],
    (table) => ({ uncounted: [{ ...table, state: VANISHED }] }),
  );
  for await (const { answer } of answers) yield answer;
}

async function recordedTables({ recorded }: ReadingContext): Promise<ReadonlyMap<string, RecordedResource>> {
  return recorded === undefined ? new Map() : recorded('AWS::DynamoDB::Table');
}

async function describeTable({ call }: ReadingContext, TableName: string): Promise<TableFacts> {
  const answer = await call(new DescribeTableCommand({ TableName }));
  return required(answer.Table, 'DescribeTable: Table', answer);
}

/** A table, and when AWS Config recorded it, where AWS Config was the source. */
interface Told {
  readonly TableName: string;
  readonly table: TableFacts;
  readonly recordedAt: Instant | undefined;
}

/** A table that was listed and is gone: nothing else is known of it, and nothing needs to be. */
function vanishedTable(scope: Scope, TableName: string): Told {
  const TableArn = buildTableArn(scope, TableName);
  return { TableName, table: { TableName, TableArn, TableStatus: VANISHED.word }, recordedAt: undefined };
}

function isTable(resource: Resource): resource is DynamoDbTable {
  return resource.type === 'DynamoDB';
}

/** DynamoDB reports no recovery for a table that is being created or deleted. */
function isThere({ state }: DynamoDbTable): boolean {
  return state?.is !== 'creating' && state?.is !== 'deleting';
}

/**
 * A table whose key is out of reach cannot be read; after a week DynamoDB archives it into a backup.
 *
 * @source API TableDescription.TableStatus, ArchivalSummary
 */
const TABLE_STATES: StateWords = {
  available: ['ACTIVE'],
  failed: ['ARCHIVED', 'ARCHIVING', 'INACCESSIBLE_ENCRYPTION_CREDENTIALS'],
  creating: ['CREATING'],
  deleting: ['DELETING', VANISHED.word],
  // Where a replica may not be replicated to, the table itself can be read and written.
  transient: ['REPLICATION_NOT_AUTHORIZED', 'UPDATING'],
};

/** @source API TableDescription */
function toTable(scope: Scope, table: TableFacts): DynamoDbTable {
  return {
    type: 'DynamoDB',
    arn: required(table.TableArn, 'DescribeTable: TableArn'),
    accountId: scope.accountId,
    region: scope.region,
    name: required(table.TableName, 'DescribeTable: TableName'),
    ...defined({
      createdAt: toInstant(table.CreationDateTime),
      state: toState(TABLE_STATES, table.TableStatus),
    }),
  };
}

/** The words for a replica to and from which nothing is replicated. @source API (Amazon DynamoDB) ReplicaStatus */
const HALTED = [
  'ARCHIVED',
  'ARCHIVING',
  'INACCESSIBLE_ENCRYPTION_CREDENTIALS',
  'REGION_DISABLED',
  'REPLICATION_NOT_AUTHORIZED',
];

/** @source API (Amazon DynamoDB) ReplicaStatus */
const REPLICATED: Words = {
  yes: ['ACTIVE', 'UPDATING', ...HALTED],
  no: ['CREATING', 'CREATION_FAILED', 'DELETING'],
};

/** @source API (Amazon DynamoDB) PointInTimeRecoveryStatus */
const RECOVERABLE: Words = { yes: ['ENABLED'], no: ['DISABLED'] };

/**
 * Every replica of a global table takes writes, so each is a source of the others. A replica that is named by its Region
 * alone has the table's name and account.
 *
 * @source API TableDescription.Replicas, ReplicaDescription
 */
function toReplicas(scope: Scope, { table, recordedAt }: Told): Replica[] {
  const { Replicas, TableArn, TableName } = table;
  const arn = required(TableArn, 'DescribeTable: TableArn');
  const name = required(TableName, 'DescribeTable: TableName');
  const replicas = listOf('TableDescription.Replicas', Replicas)
    .filter(isReplicated)
    .map(({ RegionName, ReplicaArn, ReplicaStatus }) => ({
      arn:
        ReplicaArn ??
        buildTableArn({ ...scope, region: required(RegionName, 'DescribeTable: Replicas.RegionName') }, name),
      halted: HALTED.find((word) => word === ReplicaStatus),
    }));
  const own = replicas.find((replica) => replica.arn === arn);
  const shared = { scope, mechanism: 'dynamodb-global-table', ...defined({ recordedAt }) } as const;
  return replicas
    .filter((replica) => replica !== own)
    .flatMap(({ arn: other, halted }) => {
      const state = defined({ halted: halted ?? own?.halted });
      return [
        { ...shared, ...state, sourceArn: arn, replicaArn: other },
        { ...shared, ...state, sourceArn: other, replicaArn: arn },
      ];
    });
}

/** A replica of the older version of global tables has no status. */
function isReplicated({ ReplicaStatus: status }: ReplicaFacts): boolean {
  return status === undefined || says('DescribeTable: Replicas.ReplicaStatus', status, REPLICATED);
}

function buildTableArn(scope: Scope, name: string): string {
  return buildArn({ ...scope, service: 'dynamodb', resource: `table/${name}` });
}

/**
 * Continuous backups are ENABLED on every table: only the point-in-time recovery within them can restore anything.
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
  const { PointInTimeRecoveryStatus: status } = recovery;
  return {
    scope,
    resourceArn,
    mechanism: 'dynamodb-pitr',
    enabled: says('DescribeContinuousBackups: PointInTimeRecoveryStatus', status, RECOVERABLE),
    ...defined({
      retentionDays: recovery.RecoveryPeriodInDays,
      earliestRestorableAt: toInstant(recovery.EarliestRestorableDateTime),
      latestRestorableAt: toInstant(recovery.LatestRestorableDateTime),
    }),
  };
}
