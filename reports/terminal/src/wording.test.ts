import { expect, it } from '@jest/globals';
import { evidenceLine, firstNames, tableLines } from './wording.js';

it('tableLines aligns columns by the width of their characters on the screen', () => {
  expect(
    tableLines(
      [
        ['Type', 'pass', 'severity'],
        ['Storage Gateway', '1', ''],
        ['数据', '100', 'high'],
      ],
      ['left', 'right', 'left'],
    ),
  ).toEqual(['Type             pass  severity', 'Storage Gateway     1', '数据              100  high']);
});

it('evidenceLine puts the time first, where there is one, and leaves out the id of what it is about', () => {
  const evidence = { text: 'recovery point\n', id: 'arn:point' };
  expect(evidenceLine(undefined, evidence, 'arn:table')).toBe('recovery point\\u{a} (arn:point)');
  expect(evidenceLine(Date.UTC(2026, 10, 17, 5), evidence, 'arn:point')).toBe(
    '2026-11-17 05:00 UTC  recovery point\\u{a}',
  );
});

it('firstNames counts what it does not name', () => {
  const names = Array.from({ length: 12 }, (_, n) => `db-${n}`);
  expect(firstNames(['orders', 'carts\n'])).toBe('orders, carts\\u{a}');
  expect(firstNames(names.slice(0, 10))).toMatch(/db-9$/);
  expect(firstNames(names)).toMatch(/^db-0, .*, db-9 and 2 more$/);
});
