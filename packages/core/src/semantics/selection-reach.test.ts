import { describe, expect, it } from '@jest/globals';
import type { S3Bucket } from '../model/resource.js';
import { instance, selection } from '../model/records.fixture.js';
import { reaches } from './selection-reach.js';

const bucket: S3Bucket = {
  ...{
    type: 'S3',
    arn: 'arn:aws:s3:::photos',
    accountId: '111111111111',
    region: 'eu-west-1',
    name: 'photos',
    tags: {},
  },
};

const assumptionsOf = (pattern: string, resource: Parameters<typeof reaches>[1]) =>
  reaches(selection({ resources: [pattern], listOfTags: [] }), resource, true).flatMap(
    ({ assumptions }) => assumptions,
  );

describe('a pattern', () => {
  it('of all buckets is assumed to reach those of its account: it names neither account nor Region', () => {
    expect(assumptionsOf('arn:aws:s3:::*', bucket)).toEqual(['bucket-pattern']);
  });

  it.each([
    ['that is the ARN of a bucket', 'arn:aws:s3:::photos', bucket],
    ['of instances', 'arn:aws:ec2:*:*:instance/*', instance()],
    ['of everything', '*', bucket],
  ])('%s rests on no assumption', (_, pattern, resource) => {
    expect(assumptionsOf(pattern, resource)).toEqual([]);
  });
});
