import { expect, it } from '@jest/globals';
import { wrapped } from './wrapped.js';

it.each<[string, columns: number, lines: readonly string[]]>([
  ['fits as it is', 13, ['fits as it is']],
  ['breaks between its words only', 20, ['breaks between its', 'words only']],
  ['  goes on where its text begins', 22, ['  goes on where its', '  text begins']],
  [
    '  │ · keeps its frame through all of it, but no sign',
    30,
    ['  │ · keeps its frame through', '  │   all of it, but no sign'],
  ],
  [
    'arn:aws:backup:eu-west-1:111111111111:backup-vault:x stays whole',
    24,
    ['arn:aws:backup:eu-west-1:111111111111:backup-vault:x', 'stays whole'],
  ],
  ['  never begins a line with ::set-output', 30, ['  never begins a line with', '  \\u{3a}:set-output']],
])('%s', (line, columns, lines) => {
  expect([...wrapped(line, columns)]).toEqual(lines);
});

it('takes colours for no columns, and goes on with them', () => {
  expect([...wrapped('\u001b[31mred as long as it goes\u001b[39m', 20)]).toEqual([
    '\u001b[31mred as long as it\u001b[39m',
    '\u001b[31mgoes\u001b[39m',
  ]);
});
