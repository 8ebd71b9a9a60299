import type { Table } from '@aws-sdk/client-timestream-write';

/** The contents of one scope in Timestream. */
export interface TimestreamWorld {
  readonly timestreamTables?: readonly Table[];
}
