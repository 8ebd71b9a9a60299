import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import * as testing from './index.js';

const read = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8');
const page = read('../README.md');

it.each([
  ['a rule', 'example.test.ts', './index.js'],
  ['a reporter', 'reporter/example.test.ts', '../index.js'],
])('the example of %s in the README is one that holds', (_, file, entry) => {
  expect(page).toContain(read(file).replace(entry, '@backproof/testing'));
});

it('the README names everything that there is', () => {
  expect(Object.keys(testing).filter((name) => !page.includes(`\`${name}`))).toEqual([]);
});
