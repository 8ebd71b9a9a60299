import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalize } from 'json-canonicalize';
import { canonicalJson, canonicalJsonPieces, sha256 } from './canonical.js';

describe('canonicalJson', () => {
  it.each([
    ['keys in any order', { b: 1, a: { d: 2, c: 3 } }, '{"a":{"c":3,"d":2},"b":1}'],
    ['keys by UTF-16 code units', { '€': 1, '\r': 2, '1': 3, ö: 4, '😂': 5 }, '{"\\r":2,"1":3,"ö":4,"€":1,"😂":5}'],
    ['lists as they are', [3, 1, [2]], '[3,1,[2]]'],
    ['numbers as ECMAScript writes them', [1e21, 0.1, -0, 1.5], '[1e+21,0.1,0,1.5]'],
    ['undefined fields, which are left out', { a: undefined, b: 1 }, '{"b":1}'],
    [
      'keys that objects inherit elsewhere',
      JSON.parse('{"__proto__":{"x":1},"constructor":2}'),
      '{"__proto__":{"x":1},"constructor":2}',
    ],
  ])('writes %s', (_, value: unknown, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  it('writes what is in order already as it writes anything else', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const ordered: unknown = JSON.parse(canonicalize(JSON.parse(text)));
        expect(canonicalJson(ordered)).toBe(canonicalize(ordered));
      }),
    );
  });

  it('loses nothing that JSON can hold', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(JSON.parse(canonicalJson(JSON.parse(text)))).toEqual(JSON.parse(JSON.stringify(JSON.parse(text))));
      }),
    );
  });
});

it('canonicalJsonPieces are the same text in pieces, each item of a list one of them', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.oneof(fc.array(fc.jsonValue()), fc.jsonValue())), (record) => {
      expect([...canonicalJsonPieces(record)].join('')).toBe(canonicalJson(record));
    }),
  );
  expect([...canonicalJsonPieces({ list: [1, { b: 2 }], a: 'x' })]).toEqual([
    ...['{"a":', '"x"', ',"list":', '[1', ',{"b":2}', ']', '}'],
  ]);
});

describe('sha256', () => {
  it('is that of the text, however it is cut', () => {
    const whole = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
    expect([sha256(['abc']), sha256(['a', '', 'bc'])]).toEqual([whole, whole]);
  });

  it('takes text as UTF-8', () => {
    expect(sha256(['€'])).toBe('c4cc90ed3d26f12d4b08a75140970a7904035c31cbb4515a83f19b9003c00d1d');
  });
});
