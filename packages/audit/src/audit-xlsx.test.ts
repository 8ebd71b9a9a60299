import { beforeAll, expect, it } from '@jest/globals';
import readExcelFile from 'read-excel-file/node';
import { auditOfWeeks, HOSTILE, response } from './audit.fixture.js';
import type { Audit } from './audit.js';
import { auditXlsx } from './audit-xlsx.js';
import { AUDIT_TABLES } from './tables/index.js';

let audit: Audit;
let sheets: ReadonlyMap<string, readonly (readonly unknown[])[]>;

beforeAll(async () => {
  const long = 'x'.repeat(40_000);
  const responses = [response({ rootCause: long, response: 'a\u0001b \ud800', system: '=1+1' })];
  audit = await auditOfWeeks(['pass', 'fail', 'unlisted', 'fail', 'pass', 'fail'], 0, { responses });
  const read = await readExcelFile(await auditXlsx(audit));
  sheets = new Map(read.map(({ sheet, data }) => [sheet, data]));
});

/** Excel counts days: a millisecond may be lost. */
function inSeconds(row: readonly unknown[]): readonly unknown[] {
  return row.map((cell) => (cell instanceof Date ? Math.round(cell.getTime() / 1000) : cell));
}

it('the workbook has each table as a sheet, with all its rows', () => {
  expect([...sheets.keys()]).toEqual(AUDIT_TABLES.map(({ name }) => name));
  for (const { name, columns, rows } of AUDIT_TABLES) {
    const [title, ...data] = sheets.get(name) ?? [];
    const expected = [...rows(audit)].map((cells) =>
      cells.map((cell) => (cell === undefined || cell === '' ? null : cell)),
    );
    expect(title).toEqual(columns);
    // The response is cut: see below.
    if (name !== 'responses') expect(data.map(inSeconds)).toEqual(expected.map(inSeconds));
  }
});

it('its cells have the types of their values', () => {
  const [title = [], ...population] = sheets.get('population') ?? [];
  const bystander = population.find((row) => row.includes('bystander')) ?? [];
  const cell = (column: string): unknown => bystander[title.indexOf(column)];
  expect(cell('account')).toMatch(/^\d{12}$/);
  expect(cell('runs that judged it')).toBe(6);
  expect(cell('first listed')).toEqual(new Date('2026-07-05T12:00:00Z'));
  const [names = [], ...exceptions] = sheets.get('exceptions') ?? [];
  expect(exceptions[0]?.[names.indexOf('name')]).toBe(HOSTILE);
  expect(exceptions[0]?.[names.indexOf('rule or parameters changed')]).toBe(false);
});

it('texts are never formulas, too long for Excel, or not valid in XML', () => {
  const [title = [], row = []] = sheets.get('responses') ?? [];
  expect(row[title.indexOf('system')]).toBe('=1+1');
  expect(row[title.indexOf('response')]).toBe('a?b ?');
  expect(row[title.indexOf('root cause')]).toMatch(/^x+ \.\.\. \(cut: the JSON has all of it\)$/);
  expect(String(row[title.indexOf('root cause')])).toHaveLength(32_767);
});

it('an audit without a sample and responses has no sheets for them', async () => {
  const { sample: _, ...rest } = await auditOfWeeks(['pass']);
  const read = await readExcelFile(await auditXlsx(rest));
  expect(read.map(({ sheet }) => sheet)).not.toContain('sample');
  expect(read.map(({ sheet }) => sheet)).not.toContain('responses');
});
