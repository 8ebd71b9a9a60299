import { expect, it } from '@jest/globals';
import type { ResourceMatch } from '../config/resource-match.js';
import { instance, table } from '../model/records.fixture.js';
import { matchResource } from './matching.js';

const web = instance({ tags: { Environment: 'production', empty: '' } });
const untold = table();

it.each<[string, ResourceMatch, 'yes' | 'no']>([
  ['nothing is asked', {}, 'yes'],
  ['its type is one of those', { types: ['EBS', 'EC2'] }, 'yes'],
  ['its type is another', { types: ['EBS'] }, 'no'],
  ['its account', { accounts: ['111111111111'] }, 'yes'],
  ['another account', { accounts: ['222222222222'] }, 'no'],
  ['its Region by a pattern', { regions: ['eu-*'] }, 'yes'],
  ['a pattern that fits a part of its Region', { regions: ['west'] }, 'no'],
  ['its ARN by a pattern', { arns: ['arn:aws:ec2:*:instance/w*'] }, 'yes'],
  ['another ARN', { arns: [untold.arn] }, 'no'],
  ['a tag', { tags: { Environment: ['test', 'prod*'] } }, 'yes'],
  ['a tag of another value', { tags: { Environment: ['Production'] } }, 'no'],
  ['a tag with any value, an empty one too', { tags: { empty: ['*'] } }, 'yes'],
  ['a tag that it lacks', { tags: { toString: ['*'] } }, 'no'],
  ['all of its tags', { tags: { Environment: ['production'], missing: ['*'] } }, 'no'],
  ['all of its fields', { types: ['EC2'], regions: ['us-east-1'] }, 'no'],
  ['none of a list', { types: [] }, 'no'],
])('%s', (_, match, matched) => {
  expect(matchResource(web, match)).toBe(matched);
});

it('cannot be told where it turns on tags that could not be read', () => {
  expect(matchResource(untold, { tags: { Environment: ['*'] } })).toBe('unknown');
  expect(matchResource(untold, { types: ['EC2'], tags: { Environment: ['*'] } })).toBe('no');
  expect(matchResource(untold, { tags: {} })).toBe('yes');
});
