import { describe, expect, it } from '@jest/globals';
import { nameTag, toKeyArn, toTags } from './translate.js';

describe('the ARN of a key', () => {
  const scope = { partition: 'aws-cn', accountId: '111111111111', region: 'cn-north-1' };
  const arn = 'arn:aws-cn:kms:cn-north-1:111111111111:key/1234';

  it.each([
    ['is the one that was given', arn, arn],
    ['is made of an id', '1234', arn],
    ['is not known of an alias', 'alias/aws/ebs', undefined],
    ['is not known of the ARN of an alias', 'arn:aws-cn:kms:cn-north-1:111111111111:alias/mine', undefined],
    ['is none where no key is told', undefined, undefined],
    ['is none where an empty one is', '', undefined],
  ])('%s', (_, key, expected) => {
    expect(toKeyArn(scope, key)).toBe(expected);
  });
});

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
