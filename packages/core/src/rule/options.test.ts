import { describe, expect, it } from '@jest/globals';
import { OptionsError, resolveOptions } from './options.js';

const declaration = {
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
};

const resolve = (given?: object): object => resolveOptions('rule "demo"', declaration, given);

describe('resolveOptions', () => {
  it('are the defaults where nothing is given', () => {
    expect(resolve()).toEqual({ maxAge: '24h', strict: false });
  });

  it('put what is given over the defaults', () => {
    expect(resolve({ strict: true })).toEqual({ maxAge: '24h', strict: true });
  });

  it('cannot be changed by a rule', () => {
    expect(Object.isFrozen(resolve())).toBe(true);
  });

  it.each([
    [{ strict: 'yes' }, 'strict must be boolean'],
    [{ maxAge: 'a day' }, 'maxAge must match pattern "^[0-9]+h$"'],
    [{ maxage: '1h' }, '"maxage" is not an option'],
    [JSON.parse('{"__proto__":{"strict":true}}') as object, '"__proto__" is not an option'],
    [{ tiers: [{ keep: 3 }] }, 'tiers.0.keep must be string'],
    [{ tiers: [{}, { kept: '3d' }] }, '"kept" is not an option of tiers.1'],
    [
      { strict: 1, maxAge: 2, colour: 'red' },
      '"colour" is not an option; maxAge must be string; strict must be boolean',
    ],
  ])('refuse %j and name every fault', (given, faults) => {
    expect(() => resolve(given)).toThrow(new OptionsError(`options of rule "demo": ${faults}`));
  });
});
