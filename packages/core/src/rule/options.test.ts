import { describe, expect, it } from '@jest/globals';
import { OptionsError, resolveOptions } from './options.js';
import { defineRule } from './rule.js';

const rule = defineRule({
  id: 'demo',
  version: '1.0.0',
  title: 'Demo',
  severity: 'low',
  rationale: '',
  remediation: '',
  controls: [],
  needs: {},
  messages: { ok: 'Fine.' },
  options: {
    schema: {
      type: 'object',
      additionalProperties: false,
      properties: {
        maxAge: { type: 'string', pattern: '^[0-9]+h$' },
        strict: { type: 'boolean' },
        tiers: {
          type: 'array',
          items: { type: 'object', properties: { keep: { type: 'string' } }, additionalProperties: false },
        },
      },
    },
    defaults: { maxAge: '24h', strict: false },
  },
  evaluate: ({ pass }) => pass('ok', {}),
});

describe('resolveOptions', () => {
  it('are the defaults where nothing is given', () => {
    expect(resolveOptions(rule)).toEqual({ maxAge: '24h', strict: false });
  });

  it('put what is given over the defaults', () => {
    expect(resolveOptions(rule, { strict: true })).toEqual({ maxAge: '24h', strict: true });
  });

  it('cannot be changed by a rule', () => {
    expect(Object.isFrozen(resolveOptions(rule))).toBe(true);
  });

  it.each([
    [{ strict: 'yes' }, 'strict must be boolean'],
    [{ maxAge: 'a day' }, 'maxAge must match pattern "^[0-9]+h$"'],
    [{ maxage: '1h' }, '"maxage" is no option'],
    [JSON.parse('{"__proto__":{"strict":true}}') as object, '"__proto__" is no option'],
    [{ tiers: [{ keep: 3 }] }, 'tiers.0.keep must be string'],
    [{ tiers: [{}, { kept: '3d' }] }, '"kept" is no option of tiers.1'],
    [{ strict: 1, maxAge: 2, colour: 'red' }, '"colour" is no option; maxAge must be string; strict must be boolean'],
  ])('refuse %j and name every fault', (given, faults) => {
    expect(() => resolveOptions(rule, given)).toThrow(new OptionsError(`options of rule "demo": ${faults}`));
  });
});
