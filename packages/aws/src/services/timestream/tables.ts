import { ListTablesCommand, type Table } from '@aws-sdk/client-timestream-write';
import { defined, type Scope, type TimestreamTable } from '@backproof/core';
import type { Page } from '../../page.js';
import type { ReadingContext } from '../../reading.js';
import { required } from '../../required.js';
import { toInstant, toState, type StateWords } from '../translate.js';

/** The tables of all databases. @source API (Amazon Timestream Write) ListTables: without a database, all are listed */
export async function* readTables({ pages, scope, translated }: ReadingContext): AsyncIterable<Page> {
  try {
    for await (const page of pages(ListTablesCommand, {})) {
      const tables = required(page.Tables, 'ListTables: Tables', page);
      yield { resources: translated(tables, 'ListTables: TableName', (table) => toTable(scope, table)) };
    }
  } catch (error) {
    const cause = causeOf(error);
    if (!isClosedTo(cause)) throw cause;
  }
}

/** The SDK hides the error for which it could not discover the endpoint. */
function causeOf(error: unknown): unknown {
  return error instanceof Error && 'reason' in error && error.reason instanceof Error ? error.reason : error;
}

/**
 * Returns true if the account never used Timestream for LiveAnalytics: since 2025-06-20 AWS denies it the service, so it
 * has no tables.
 *
 * @source Amazon Timestream Developer Guide, AmazonTimestreamForLiveAnalytics-availability-change
 */
function isClosedTo(error: unknown): boolean {
  return (
    error instanceof Error &&
    error.name === 'AccessDeniedException' &&
    error.message.startsWith('Only existing Timestream for LiveAnalytics customers can access the service')
  );
}

/** @source API (Amazon Timestream Write) Table.TableStatus */
const TABLE_STATES: StateWords = { available: ['ACTIVE'], creating: ['RESTORING'], deleting: ['DELETING'] };

/** @source API (Amazon Timestream Write) Table */
function toTable(scope: Scope, table: Table): TimestreamTable {
  const database = required(table.DatabaseName, 'ListTables: DatabaseName');
  return {
    type: 'Timestream',
    arn: required(table.Arn, 'ListTables: Arn'),
    accountId: scope.accountId,
    region: scope.region,
    name: `${database}/${required(table.TableName, 'ListTables: TableName')}`,
    ...defined({
      createdAt: toInstant(table.CreationTime),
      state: toState(TABLE_STATES, table.TableStatus),
    }),
  };
}
