import { DuckDBInstance } from '@duckdb/node-api';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { openLedger } from './chain.js';
import type { Ledger } from './chain.js';
import { day, emptyFolder, richInventory, runOf } from './ledger.fixture.js';
import { recordRun } from './record.js';
import { readRows } from './read-table.js';
import { TABLES } from './tables/index.js';
import { columnFields, columnName } from './tables/table.js';
import type { AnyTable, ColumnType } from './tables/table.js';

const TYPES: Readonly<Record<ColumnType, string>> = {
  text: 'VARCHAR',
  instant: 'TIMESTAMP',
  integer: 'BIGINT',
  flag: 'BOOLEAN',
  json: 'VARCHAR',
};

let ledger: Ledger;
let query: (sql: string) => Promise<readonly Record<string, unknown>[]>;

beforeAll(async () => {
  const folder = await emptyFolder();
  for (const takenAt of [day(0), day(1)]) {
    const inventory = richInventory(takenAt);
    const run = runOf(inventory);
    const excluded = run.outcomes.map(({ subject }) => ({ subject, reason: 'spot' as const }));
    await recordRun(folder, inventory, { ...run, excluded });
  }
  ledger = await openLedger(folder);
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  query = async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJson();
});

const allTables: readonly AnyTable[] = Object.values(TABLES);

describe.each(allTables.map((table) => [table.name, table] as const))('DuckDB reads %s', (name, table) => {
  const hiveTypes = table.partitionedBy.includes('account') ? ", hive_types = {'account': VARCHAR}" : '';
  const source = () =>
    `read_parquet('${ledger.folder}/kind=${name}/**/*.parquet', union_by_name = true, hive_partitioning = true${hiveTypes})`;

  it('with as many rows as we do', async () => {
    let rows = 0;
    for await (const row of readRows(ledger, table)) if (row.runId !== '') rows += 1;
    expect(rows).toBeGreaterThan(0);
    expect(await query(`SELECT count(*)::INTEGER AS rows FROM ${source()}`)).toEqual([{ rows }]);
  });

  it('with the columns and types that its table says, and its folders', async () => {
    const found = await query(`SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM ${source()})`);
    const columns = columnFields(table).map((field) => [columnName(field), TYPES[table.columns[field] ?? 'text']]);
    const folders = table.partitionedBy.map((folder) => [folder, 'VARCHAR']);
    expect(found.map(({ column_name, column_type }) => [column_name, column_type]).sort()).toEqual(
      [...columns, ...folders, ['date', 'DATE'], ['kind', 'VARCHAR']].sort(),
    );
  });
});

it('DuckDB reads the moments and texts that were written', async () => {
  const source = `read_parquet('${ledger.folder}/kind=restore_jobs/**/*.parquet', hive_partitioning = true)`;
  expect(
    await query(`SELECT DISTINCT job_id, created_at, region, date, message FROM ${source} WHERE status = 'COMPLETED'`),
  ).toEqual([
    {
      job_id: 'restore-1',
      created_at: '2026-11-21 11:00:00',
      region: 'eu-west-1',
      date: '2026-11-22',
      message: 'fine, "really"',
    },
  ]);
});
