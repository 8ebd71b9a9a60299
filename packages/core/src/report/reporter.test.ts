import { expect, it } from '@jest/globals';
import { inventoryOf } from '../engine/inventory.fixture.js';
import { evaluate } from '../engine/evaluate.js';
import { NOW } from '../model/records.fixture.js';
import { defineReporter } from './reporter.js';

const run = evaluate({
  inventory: inventoryOf({}),
  rules: [],
  now: NOW,
  tool: { name: 'backproof', version: '0.0.0' },
});

const reporter = defineReporter({
  id: 'demo',
  extension: '.txt',
  mediaType: 'text/plain',
  defaults: { greeting: 'hello', loud: false },
  *render({ tool }, { greeting, loud }) {
    yield greeting;
    yield loud ? `, ${tool.name}!` : `, ${tool.name}.`;
  },
});

it('a reporter renders by its defaults, and by what is given over them', () => {
  expect([...reporter.render(run)].join('')).toBe('hello, backproof.');
  expect([...reporter.render(run, { loud: true })].join('')).toBe('hello, backproof!');
});

it('a reporter cannot be changed', () => {
  expect(Object.isFrozen(reporter)).toBe(true);
});
