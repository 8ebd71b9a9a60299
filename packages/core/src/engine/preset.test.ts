import { expect, it } from '@jest/globals';
import { defineRule } from '../rule/rule.js';
import { presetOf } from './preset.js';
import { constantRule, metadata } from './rules.fixture.js';

const plain = constantRule('pass');
const adjustable = defineRule({
  ...metadata,
  id: 'adjustable',
  needs: {},
  messages: { fine: { status: 'pass', text: 'Fine.' } },
  options: {
    schema: { type: 'object', additionalProperties: false, properties: { most: { type: 'integer' } } },
    defaults: { most: 9 },
    strict: { most: 1 },
  },
  judge: ({ pass }) => pass('fine', {}),
});

it('recommended is each rule as it comes', () => {
  expect(presetOf('recommended', [plain, adjustable])).toEqual([
    { rule: plain, options: {} },
    { rule: adjustable, options: {} },
  ]);
});

it('strict is each rule with the options that it asks for', () => {
  expect(presetOf('strict', [plain, adjustable])).toEqual([
    { rule: plain, options: {} },
    { rule: adjustable, options: { most: 1 } },
  ]);
});
