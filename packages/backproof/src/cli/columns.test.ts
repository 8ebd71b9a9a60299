import { expect, it } from '@jest/globals';
import { columnsOf } from './columns.js';

type Stream = ReturnType<typeof of>;

const of = (columns = NaN) => ({ columns });

it.each<[string, Stream, Stream, NodeJS.ProcessEnv, number]>([
  ['of the terminal itself', of(80), of(120), { COLUMNS: '60' }, 80],
  ['of the terminal behind a pipe', of(), of(120), { COLUMNS: '60' }, 120],
  ['of the environment where there is no terminal', of(), of(), { COLUMNS: '60' }, 60],
  ['of nobody', of(), of(), {}, 100],
  ['of a terminal that does not know its size', of(0), of(0), { COLUMNS: 'many' }, 100],
  ['of a terminal that is too narrow to read', of(12), of(), {}, 40],
])('columns are those %s', (_, stream, stderr, env, columns) => {
  expect(columnsOf(stream, stderr, env)).toBe(columns);
});
