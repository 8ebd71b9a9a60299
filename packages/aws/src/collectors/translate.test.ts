import { describe, expect, it } from '@jest/globals';
import { nameTag, toTags } from './translate.js';

describe('toTags', () => {
  it.each([
    { story: 'no list is no tags', tags: undefined, expected: [] },
    { story: 'a tag without a value has an empty one', tags: [{ Key: 'public' }], expected: [['public', '']] },
    {
      story: 'any key is data',
      tags: [
        { Key: '__proto__', Value: 'polluted' },
        { Key: 'constructor', Value: 'x' },
      ],
      expected: [
        ['__proto__', 'polluted'],
        ['constructor', 'x'],
      ],
    },
  ])('$story', ({ tags, expected }) => {
    expect(Object.entries(toTags(tags, 'DescribeVolumes'))).toEqual(expected);
  });

  it('names the operation that left a key out', () => {
    expect(() => toTags([{ Value: 'production' }], 'DescribeVolumes')).toThrow(
      'AWS answered DescribeVolumes without Tag.Key',
    );
  });
});

describe('nameTag', () => {
  it.each([
    { tags: { Name: 'ledger' }, name: 'ledger' },
    { tags: { Name: '' }, name: undefined },
    { tags: { name: 'ledger' }, name: undefined },
    { tags: {}, name: undefined },
  ])('$tags is called $name', ({ tags, name }) => {
    expect(nameTag(tags)).toBe(name);
  });
});
