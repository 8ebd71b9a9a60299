import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { DuckDBConnection } from '@duckdb/node-api';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { day, emptyFolder, richInventory, runOf } from './ledger.fixture.js';
import { recordRun } from './record.js';
import { TABLES } from './tables/index.js';
import { columnFields, columnName } from './tables/table.js';
import type { AnyTable, ColumnType } from './tables/table.js';

const PAGE = readFileSync(join(import.meta.dirname, '../../../docs/ledger.md'), 'utf8');
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
    let connection: DuckDBConnection;

    beforeAll(async () => {
      const folder = await emptyFolder();
      for (const takenAt of [day(0), day(1), day(8)]) {
        const inventory = richInventory(takenAt);
        await recordRun(folder, inventory, { ...runOf(inventory), excluded: [] });
      }
      connection = await (await DuckDBInstance.create(':memory:')).connect();
      for (const { name, partitionedBy } of allTables.filter((table) => table !== TABLES.excludedResources)) {
        const types = partitionedBy.includes('account') ? ", hive_types = {'account': VARCHAR}" : '';
        const source = `read_parquet('${folder}/kind=${name}/**/*.parquet', hive_partitioning = true${types})`;
        await connection.run(`CREATE VIEW backproof_${name} AS SELECT * FROM ${source}`);
      }
    });

    const queries = BLOCKS.filter((sql) => /^(--.*\n)*(SELECT|WITH)/.test(sql)).map((sql) => [sql.split('\n')[0], sql]);

    it.each(queries)('answer: %s', async (_, sql = '') => {
      const rows = (await connection.runAndReadAll(sql)).getRowObjectsJson();
      expect(rows.length).toBeGreaterThan(0);
    });

    it('are some', () => {
      expect(queries.length).toBeGreaterThan(4);
    });
  });
});
