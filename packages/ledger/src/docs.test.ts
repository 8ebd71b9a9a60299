import { readFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { home, restoreJob } from '@backproof/testing';
import { day, emptyFolder, inventoryOf, orders, richInventory, runOf } from './ledger.fixture.js';
import { recordRun } from './record.js';
import { TABLES } from './tables/index.js';
import { columnFields, columnName } from './tables/table.js';
import type { AnyTable, ColumnType } from './tables/table.js';

const PAGE = readFileSync(join(import.meta.dirname, '../../../docs/ledger.md'), 'utf8');
const VIEWS = readFileSync(join(import.meta.dirname, '../../../docs/ledger.sql'), 'utf8');
/** A ledger of an earlier version. */
const EARLIER = join(import.meta.dirname, '../../../test/fixtures/v1/quarter/ledger');
const BLOCKS = [...PAGE.matchAll(/```sql\n(.*?)```/gs)].map(([, sql = '']) => sql);
const allTables: readonly AnyTable[] = Object.values(TABLES);

/** Of Athena, which reads Parquet by Hive's names of types. */
const TYPES: Readonly<Record<ColumnType, string>> = {
  text: 'string',
  instant: 'timestamp',
  integer: 'bigint',
  flag: 'boolean',
  json: 'string',
};

function createTable(table: AnyTable): string {
  const columns = columnFields(table).map((field) => `  ${columnName(field)} ${TYPES[table.columns[field] ?? 'text']}`);
  const folders = table.partitionedBy.map((folder) => `, ${folder} string`).join('');
  const properties = [
    "'projection.enabled' = 'true'",
    "'projection.date.type' = 'date'",
    "'projection.date.format' = 'yyyy-MM-dd'",
    "'projection.date.range' = '2026-01-01,NOW'",
    ...table.partitionedBy.flatMap((folder) => [
      `'projection.${folder}.type' = 'enum'`,
      `'projection.${folder}.values' = '${folder === 'account' ? '111111111111,222222222222' : 'eu-west-1,eu-central-1'}'`,
    ]),
  ];
  return `CREATE EXTERNAL TABLE backproof_${table.name} (
${columns.join(',\n')}
)
PARTITIONED BY (\`date\` string${folders})
STORED AS PARQUET
LOCATION 's3://BUCKET/ledger/kind=${table.name}/'
TBLPROPERTIES (
${properties.map((property) => `  ${property}`).join(',\n')}
);
`;
}

describe('docs/ledger.md', () => {
  it.each(allTables.map((table) => [table.name, table] as const))('creates the table %s in Athena', (_, table) => {
    expect(BLOCKS.join('')).toContain(createTable(table));
  });

  it.each(allTables.map((table) => [table.name, table] as const))('names the columns of %s', (name, table) => {
    const [section = ''] = PAGE.split('\n').filter((line) => line.startsWith(`| \`${name}\``));
    const columns = columnFields(table)
      .filter((field) => !['runId', 'takenAt'].includes(field))
      .map((field) => `\`${columnName(field)}\``);
    expect(columns.filter((column) => !section.includes(column))).toEqual([]);
  });

  describe('has queries that', () => {
    let query: (sql: string) => Promise<readonly Record<string, unknown>[]>;

    beforeAll(async () => {
      const folder = await emptyFolder();
      for (const takenAt of [day(0), day(1), day(8)]) {
        const inventory = richInventory(takenAt);
        const run = runOf(inventory);
        const excluded = run.outcomes.map(({ subject }) => ({ subject, reason: 'spot' as const }));
        await recordRun(folder, inventory, { ...run, excluded });
      }
      const scope = { ...home, accountId: '012345678901' };
      const zero = inventoryOf(day(9), { restoreJobs: [restoreJob(orders, { id: 'zero', scope })] });
      await recordRun(folder, zero, runOf(zero));
      await cp(join(EARLIER, 'kind=outcomes'), join(folder, 'kind=outcomes'), { recursive: true });
      const connection = await (await DuckDBInstance.create(':memory:')).connect();
      query = async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJson();
      await connection.run(`SET VARIABLE ledger = '${folder}'`);
      for (const statement of VIEWS.split(';\n').filter((each) => each.includes(' '))) await connection.run(statement);
    });

    it('keep account numbers as texts, leading zeros included', async () => {
      for (const name of allTables.filter(({ columns }) => 'account' in columns).map((table) => table.name)) {
        const found = await query(`SELECT DISTINCT typeof(account) AS type FROM backproof_${name}`);
        expect([name, found]).toEqual([name, [{ type: 'VARCHAR' }]]);
      }
      const accounts = await query("SELECT DISTINCT account FROM backproof_restores WHERE job_id = 'zero'");
      expect(accounts).toEqual([{ account: '012345678901' }]);
    });

    it('read parts of earlier versions, which have fewer columns', async () => {
      const sql =
        "SELECT owner, count(*) > 0 AS has FROM backproof_outcomes WHERE rule_id = 'restore-test' GROUP BY owner";
      expect(await query(sql)).toEqual([{ owner: null, has: true }]);
    });

    it('have each restore once', async () => {
      const sql = 'SELECT count(*)::INTEGER AS rows, count(DISTINCT job_id)::INTEGER AS jobs FROM backproof_restores';
      expect(await query(sql)).toEqual([{ rows: 3, jobs: 3 }]);
    });

    const queries = BLOCKS.filter((sql) => /^(--.*\n)*(SELECT|WITH)/.test(sql)).map((sql) => [sql.split('\n')[0], sql]);

    it.each(queries)('answer: %s', async (_, sql = '') => {
      const rows = await query(sql);
      expect(rows.length).toBeGreaterThan(0);
    });

    it('are some', () => {
      expect(queries.length).toBeGreaterThan(4);
    });
  });
});
