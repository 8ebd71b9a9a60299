import {
  DescribeContinuousBackups$,
  type DescribeContinuousBackupsInput,
  type DescribeContinuousBackupsOutput,
  DescribeTable$,
  type DescribeTableInput,
  type DescribeTableOutput,
  ListTables$,
  type ListTablesInput,
  type ListTablesOutput,
  ListTagsOfResource$,
  type ListTagsOfResourceInput,
  type ListTagsOfResourceOutput,
  type TableDescription,
  type Tag,
} from '@aws-sdk/client-dynamodb';
import { awsJson } from '../wire/aws-json.js';
import { ServiceError } from '../wire/service-error.js';
import { listing } from './listing.js';
import { found, own } from './lookup.js';
import type { Call, Service } from './operation.js';
import { tagsOf } from './tags.js';

/** Amazon DynamoDB. */
export const dynamodb: Service = {
  protocol: awsJson('1.0'),
  operations: [
    { schema: ListTables$, answer: listTables },
    { schema: DescribeTable$, answer: describeTable },
    { schema: DescribeContinuousBackups$, answer: describeContinuousBackups },
    listing<ListTagsOfResourceInput, ListTagsOfResourceOutput, Tag>(ListTagsOfResource$, {
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

const mostTables = 100;

/** Tables come by name; the token of a page is the last name of the page before. @source API Reference, ListTables */
function listTables(input: ListTablesInput, { scope }: Call): ListTablesOutput {
  const { ExclusiveStartTableName: start, Limit = mostTables } = input;
  if (Limit < 1 || Limit > mostTables) {
    throw invalid(
      `1 validation error detected: Value '${Limit}' at 'limit' failed to satisfy constraint: ` +
        `Member must be between 1 and ${mostTables}`,
    );
  }
  const names = (scope.tables ?? []).flatMap(({ TableName = [] }) => TableName).sort();
  const rest = start === undefined ? names : names.filter((name) => name > start);
  const page = rest.slice(0, Limit);
  return { TableNames: page, LastEvaluatedTableName: rest.length > Limit ? page.at(-1) : undefined };
}

function describeTable({ TableName = '' }: DescribeTableInput, call: Call): DescribeTableOutput {
  const missing = (): ServiceError => notFound(`Requested resource not found: Table: ${TableName} not found`);
  return { Table: found(tableOf(call, TableName), missing) };
}

/** @source API Reference, ContinuousBackupsDescription: enabled on every table; point-in-time recovery is a choice. */
function describeContinuousBackups(
  { TableName = '' }: DescribeContinuousBackupsInput,
  call: Call,
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
function tableOf({ scope }: Call, name: string): TableDescription | undefined {
  return scope.tables?.find(({ TableArn, TableName }) => TableName === name || TableArn === name);
}

function notFound(message: string): ServiceError {
  return new ServiceError('ResourceNotFoundException', message);
}

function invalid(message: string): ServiceError {
  return new ServiceError('ValidationException', message);
}
