import { describe, expect, it } from '@jest/globals';
import { NormalizedSchema } from '@smithy/core/schema';
import type { SimpleSchema } from '@smithy/types';
import { valueOfText } from './text.js';

// The numbers are Smithy's ids of simple shapes.
const types = { string: 0, number: 1, boolean: 2, timestamp: 4 } satisfies Record<string, SimpleSchema>;

describe('valueOfText', () => {
  it.each([
    ['string', '007', '007'],
    ['number', '1000', 1000],
    ['boolean', 'true', true],
    ['boolean', 'False', false],
    ['timestamp', '2026-11-22T00:00:00Z', new Date(1_795_305_600_000)],
    ['timestamp', '1795305600.5', new Date(1_795_305_600_500)],
  ] as const)('a %s of "%s"', (type, text, value) => {
    expect(valueOfText(NormalizedSchema.of(types[type]), text)).toEqual(value);
  });

  it.each([
    ['number', 'ten'],
    ['timestamp', 'yesterday'],
  ] as const)('refuses a %s of "%s"', (type, text) => {
    expect(() => valueOfText(NormalizedSchema.of(types[type]), text)).toThrow('is not of the expected type');
  });
});
