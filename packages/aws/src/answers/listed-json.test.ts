import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { listedJson } from './listed-json.js';

const json = fc.jsonValue({ maxDepth: 3 });
/** Strings that look like what stands between two items. */
const odd = fc.constantFrom('},{', '"},{"', '}]', '[{', '\\', '"RecoveryPoints":[{');
const object = fc.dictionary(fc.oneof(fc.string(), odd), fc.oneof(json, odd, fc.array(fc.record({ a: odd }))));

const readFrom = (text: string) => listedJson(Buffer.from(text), 'RecoveryPoints');

describe('an answer that is read item by item', () => {
  it('has what its JSON says, whatever stands in it', () => {
    fc.assert(
      fc.property(object, fc.array(object, { minLength: 1 }), object, (before, list, after) => {
        const answer = { ...before, RecoveryPoints: list, ...after };
        if ('RecoveryPoints' in after) return;
        const read = readFrom(JSON.stringify(answer));
        if (read === undefined) return;
        expect([...read.items]).toEqual(JSON.parse(JSON.stringify(list)));
        expect(Object.keys(read.rest).sort()).toEqual(Object.keys(answer).sort());
      }),
    );
  });

  it.each([
    ['one item', '{"RecoveryPoints":[{"a":1}]}', [{ a: 1 }]],
    ['a token', '{"NextToken":"t","RecoveryPoints":[{"a":{"b":2}},{"a":3}]}', [{ a: { b: 2 } }, { a: 3 }]],
    ['a string like a border', '{"RecoveryPoints":[{"a":"},{"},{"a":"\\"},{\\""}]}', [{ a: '},{' }, { a: '"},{"' }]],
    ['null between two', '{"RecoveryPoints":[{"a":1},null,{"a":2}]}', [{ a: 1 }, null, { a: 2 }]],
    ['another list after it', '{"RecoveryPoints":[{"a":1},{"a":2}],"Others":[{"b":1},{"b":2}]}', [{ a: 1 }, { a: 2 }]],
  ])('takes %s as AWS writes it', (_, text, items) => {
    expect([...(readFrom(text)?.items ?? [])]).toEqual(items);
  });

  it.each([
    ['an empty list', '{"RecoveryPoints":[]}'],
    ['spaces', '{"RecoveryPoints": [{"a":1}]}'],
    ['a null item first', '{"RecoveryPoints":[null,{"a":1}]}'],
    ['a list of that name deeper in it', '{"Page":{"RecoveryPoints":[{"a":1}]}}'],
    ['a text that was cut off', '{"RecoveryPoints":[{"a":1},{"a":2}],"Next'],
    ['a text that was cut off in an item', '{"RecoveryPoints":[{"a":1},{"a":'],
    ['no JSON', '<html>"RecoveryPoints":[{}]</html>'],
    ['a member that is there twice', '{"RecoveryPoints":[{"a":1}],"RecoveryPoints":[{"a":2}]}'],
  ])('leaves %s to those who parse it as a whole', (_, text) => {
    expect(readFrom(text)).toBeUndefined();
  });

  it('parses no item before it is asked for, and fails at one that is no JSON', () => {
    const read = readFrom('{"RecoveryPoints":[{"a":1},{"a":x},{"a":2}]}');
    const items = read?.items[Symbol.iterator]();
    expect(items?.next().value).toEqual({ a: 1 });
    expect(() => items?.next()).toThrow(SyntaxError);
  });
});
