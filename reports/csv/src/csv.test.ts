import { join } from 'node:path';
import type { ReportedRun } from '@backproof/core';
import { HOSTILE_TEXTS, REPORTED_RUNS, testReporter } from '@backproof/testing';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { csv } from './csv.js';
import { row } from './row.js';

testReporter(csv, { golden: join(import.meta.dirname, 'golden') });

function rowsOf(run: ReportedRun): readonly (readonly string[])[] {
  return parse([...csv.render(run)].join(''));
}

/** Reads CSV as RFC 4180 has it. */
function parse(text: string): readonly (readonly string[])[] {
  const cells = [...text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)];
  expect(cells.map(([all]) => all).join('')).toBe(text);
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end] of cells) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

describe('the rows', () => {
  const [head = [], ...rows] = rowsOf(REPORTED_RUNS.mixed);
  const column = (name: string): readonly (string | undefined)[] => rows.map((cells) => cells[head.indexOf(name)]);

  it('are one for each outcome, all of one length', () => {
    expect(rows).toHaveLength(REPORTED_RUNS.mixed.outcomes.length);
    expect(new Set(rows.map(({ length }) => length))).toEqual(new Set([head.length]));
  });

  it('say what became of failures, and by which waiver', () => {
    expect(column('disposition').slice(0, 4)).toEqual(['baseline', 'waived', 'open', '']);
    expect(column('waiver').slice(0, 4)).toEqual(['', 'W-1', 'W-2 (expired)', '']);
  });

  it('say what an outcome rests on, and what could not be read', () => {
    expect(column('evidence')[3]).toContain('\n2026-11-22T05:00:00.000Z recovery point COMPLETED (arn:aws:rds:');
    expect(column('not read')[5]).toBe('backup:ListBackupJobs: AccessDeniedException');
  });
});

describe('a cell', () => {
  it.each([
    ['plain', 'plain'],
    ['a,b', '"a,b"'],
    ['say "no"', '"say ""no"""'],
    ['a\r\nb', '"a\r\nb"'],
    ['=1+1', "'=1+1"],
    [' =1+1', "' =1+1"],
    ['＝1', "'＝1"],
    ['\t=1', "'\t=1"],
    ['\n', `"'\n"`],
    ['a=1', 'a=1'],
    ['a\u0000b', 'a\ufffdb'],
  ])('of %j is written as %j', (text, written) => {
    expect(row([text])).toBe(`${written}\r\n`);
  });

  it('never is a formula, whatever it holds', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), (texts) => {
        const [cells = []] = parse(row(texts));
        expect(cells).toHaveLength(texts.length);
        expect(cells.filter((cell) => /^[=+\-@\t\r\n]/.test(cell))).toEqual([]);
      }),
    );
  });

  it.each(Object.keys(HOSTILE_TEXTS))('of the hostile run is text: %s', (kind) => {
    const text = HOSTILE_TEXTS[kind as keyof typeof HOSTILE_TEXTS];
    const [[cell = ''] = []] = parse(row([text]));
    expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
  });
});
