import {
  type BackupSummary,
  DescribeContinuousBackups$,
  type DescribeContinuousBackupsInput,
  type DescribeContinuousBackupsOutput,
  DescribeTable$,
  type DescribeTableInput,
  type DescribeTableOutput,
  ListBackups$,
  type ListBackupsInput,
  type ListBackupsOutput,
  ListTables$,
  type ListTablesInput,
  type ListTablesOutput,
  ListTagsOfResource$,
  type ListTagsOfResourceInput,
  type ListTagsOfResourceOutput,
  type TableDescription,
  type Tag,
} from '@aws-sdk/client-dynamodb';
import { awsJson } from '../../wire/aws-json.js';
import { ServiceError } from '../../wire/service-error.js';
import { listing } from '../../service/listing.js';
import { found, own } from '../../service/lookup.js';
import type { Call, Service } from '../../service/operation.js';
import { tagsOf } from '../../service/tags.js';
import type { DynamoDbWorld } from './world.js';

/** Amazon DynamoDB. */
export const service: Service<DynamoDbWorld> = {
  protocol: awsJson('1.0'),
  operations: [
    { schema: ListTables$, answer: listTables },
    { schema: DescribeTable$, answer: describeTable },
    { schema: DescribeContinuousBackups$, answer: describeContinuousBackups },
    { schema: ListBackups$, answer: listBackups },
    listing<DynamoDbWorld, ListTagsOfResourceInput, ListTagsOfResourceOutput, Tag>(ListTagsOfResource$, {
      items: ({ scope }, { ResourceArn = '' }) => {
        const isKnown = scope.tables?.some(({ TableArn }) => TableArn === ResourceArn);
        if (!isKnown) throw notFound(`Requested resource not found: ResourcArn: ${ResourceArn} not found`);
        return tagsOf(scope, ResourceArn);
      },
      page: 'Tags',
      // 10 tags are a page, and a caller cannot ask for another size.
      paging: {
        token: 'NextToken',
        next: 'NextToken',
        least: 10,
        most: 10,
        excess: 'refused',
        badSize: () => invalid('Invalid page size'),
        badToken: () => invalid('Invalid NextToken'),
      },
    }),
  ],
};

const largestPage = 100;

function checkLimit(limit: number): void {
  if (limit >= 1 && limit <= largestPage) return;
  throw invalid(
    `1 validation error detected: Value '${limit}' at 'limit' failed to satisfy constraint: ` +
      `Member must be between 1 and ${largestPage}`,
  );
}

/** Tables come by name; the token of a page is the last name of the page before. @source API Reference, ListTables */
function listTables(input: ListTablesInput, { scope }: Call<DynamoDbWorld>): ListTablesOutput {
  const { ExclusiveStartTableName: start, Limit = largestPage } = input;
  checkLimit(Limit);
  const names = (scope.tables ?? []).flatMap(({ TableName = [] }) => TableName).sort();
  const rest = start === undefined ? names : names.filter((name) => name > start);
  const page = rest.slice(0, Limit);
  return { TableNames: page, LastEvaluatedTableName: rest.length > Limit ? page.at(-1) : undefined };
}

/** The token of a page is the ARN of the last backup of the page before. @source API Reference, ListBackups */
function listBackups(input: ListBackupsInput, { scope }: Call<DynamoDbWorld>): ListBackupsOutput {
  const { ExclusiveStartBackupArn: start, Limit = largestPage } = input;
  checkLimit(Limit);
  const wanted = (scope.tableBackups ?? []).filter((backup) => isWanted(backup, input));
  const rest = start === undefined ? wanted : wanted.slice(placeAfter(wanted, start));
  const page = rest.slice(0, Limit);
  const last = rest.length > Limit ? page.at(-1) : undefined;
  return { BackupSummaries: page, LastEvaluatedBackupArn: last?.BackupArn };
}

function isWanted(
  { BackupType: type, TableName, TableArn, BackupCreationDateTime: made }: BackupSummary,
  input: ListBackupsInput,
) {
  const { BackupType: wanted = 'USER', TableName: table, TimeRangeLowerBound: from, TimeRangeUpperBound: to } = input;
  if (wanted !== 'ALL' && type !== wanted) return false;
  if (table !== undefined && table !== TableName && table !== TableArn) return false;
  return made === undefined || ((from === undefined || made >= from) && (to === undefined || made < to));
}

function placeAfter(backups: readonly BackupSummary[], arn: string): number {
  const index = backups.findIndex(({ BackupArn }) => BackupArn === arn);
  if (index === -1) throw invalid('Invalid ExclusiveStartBackupArn');
  return index + 1;
}

function describeTable({ TableName = '' }: DescribeTableInput, call: Call<DynamoDbWorld>): DescribeTableOutput {
  const missing = (): ServiceError => notFound(`Requested resource not found: Table: ${TableName} not found`);
  return { Table: found(tableOf(call, TableName), missing) };
}

/** @source API Reference, ContinuousBackupsDescription: enabled on every table; point-in-time recovery is a choice. */
function describeContinuousBackups(
  { TableName = '' }: DescribeContinuousBackupsInput,
  call: Call<DynamoDbWorld>,
): DescribeContinuousBackupsOutput {
  const missing = (): ServiceError => new ServiceError('TableNotFoundException', `Table not found: ${TableName}`);
  const table = found(tableOf(call, TableName), missing);
  return {
    ContinuousBackupsDescription: own(call.scope.continuousBackups, table.TableName ?? '') ?? {
      ContinuousBackupsStatus: 'ENABLED',
      PointInTimeRecoveryDescription: { PointInTimeRecoveryStatus: 'DISABLED' },
    },
  };
}

/** The table of a name, or of an ARN. */
function tableOf({ scope }: Call<DynamoDbWorld>, name: string): TableDescription | undefined {
  return scope.tables?.find(({ TableArn, TableName }) => TableName === name || TableArn === name);
}

function notFound(message: string): ServiceError {
  return new ServiceError('ResourceNotFoundException', message);
}

function invalid(message: string): ServiceError {
  return new ServiceError('ValidationException', message);
}
