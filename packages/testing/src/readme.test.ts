import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import * as testing from './index.js';

const read = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8');
const page = read('../README.md');

it('the example of the README is one that holds', () => {
  expect(page).toContain(read('example.test.ts').replace("'./index.js'", "'@backproof/testing'"));
});

it('the README names everything that a story can be made of', () => {
  expect(Object.keys(testing).filter((name) => !page.includes(`\`${name}`))).toEqual([]);
});
