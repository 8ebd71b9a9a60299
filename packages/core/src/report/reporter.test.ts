import { expect, it } from '@jest/globals';
import { inventoryOf } from '../engine/inventory.fixture.js';
import { evaluate } from '../engine/evaluate.js';
import { NOW } from '../model/records.fixture.js';
import { OptionsError } from '../rule/options.js';
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
  options: {
    schema: {
      type: 'object',
      additionalProperties: false,
      properties: { greeting: { type: 'string' }, loud: { type: 'boolean' } },
    },
    defaults: { greeting: 'hello', loud: false },
  },
  *render({ tool }, { greeting, loud }) {
    yield greeting;
    yield loud ? `, ${tool.name}!` : `, ${tool.name}.`;
  },
});

it('a reporter renders by its defaults, and by what is given over them', () => {
  expect([...reporter.render(run)].join('')).toBe('hello, backproof.');
  expect([...reporter.render(run, { loud: true })].join('')).toBe('hello, backproof!');
});

it('options that do not fit are refused before anything is rendered', () => {
  expect(() => reporter.render(run, { loud: 'very' })).toThrow(
    new OptionsError('options of reporter "demo": loud must be boolean'),
  );
});

it('a reporter cannot be changed', () => {
  expect(Object.isFrozen(reporter)).toBe(true);
});
