import type { TableStatus } from '@aws-sdk/client-timestream-write';
import type { Scope } from '@backproof/core';
import { arnIn, inScope, LONG_AGO, type EstateResource, type Named } from './resource.js';

interface TableOptions extends Named {
  /** Absent: `metrics`. */
  readonly database?: string;
  /** Absent: `ACTIVE`. */
  readonly status?: TableStatus;
}

/** A table of Timestream. */
export function timestreamTable(scope: Scope, options: TableOptions): EstateResource {
  const { name, database = 'metrics', tags, createdAt = LONG_AGO, status = 'ACTIVE' } = options;
  const arn = arnIn(scope, 'timestream', `database/${database}/table/${name}`);
  const table = { Arn: arn, DatabaseName: database, TableName: name, TableStatus: status, CreationTime: createdAt };
  const world = inScope(scope, { timestreamTables: [table], ...(tags && { tags: { [arn]: tags } }) });
  return { scope, arn, type: 'Timestream', name, createdAt, world };
}
