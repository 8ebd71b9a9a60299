import { describe, expect, it } from '@jest/globals';
import type { ResourceType } from '../model/resource.js';
import { buildResourceArn, configTypeOf, typesOfArn } from './type-arn.js';

it.each([
  ['arn:aws:dynamodb:eu-west-1:111111111111:table/orders', 'AWS::DynamoDB::Table'],
  ['arn:aws:ec2:eu-west-1:111111111111:instance/i-1', 'AWS::EC2::Instance'],
  ['arn:aws-cn:ec2:cn-north-1:111111111111:volume/vol-1', 'AWS::EC2::Volume'],
  ['arn:aws:elasticfilesystem:eu-west-1:111111111111:file-system/fs-1', 'AWS::EFS::FileSystem'],
  ['arn:aws:rds:eu-west-1:111111111111:cluster:orders', 'AWS::RDS::DBCluster'],
  ['arn:aws:rds:eu-west-1:111111111111:db:orders-1', 'AWS::RDS::DBInstance'],
  ['arn:aws:rds:eu-west-1:111111111111:cluster-snapshot:orders', undefined],
  ['arn:aws:ec2:eu-west-1::snapshot/snap-1', undefined],
  ['arn:aws:fsx:eu-west-1:111111111111:file-system/fs-1', undefined],
  ['vol-1', undefined],
])('%s is a %s', (arn, type) => {
  expect(configTypeOf(arn)).toBe(type);
});

describe('the types that an ARN may be of', () => {
  it.each([
    ['arn:aws:s3:::uploads', ['S3']],
    ['arn:aws:s3:::uploads/2026/report.pdf', []],
    ['arn:aws:rds:eu-west-1:111111111111:cluster:orders', ['RDS', 'Aurora', 'DocumentDB', 'Neptune']],
    ['arn:aws:fsx:eu-west-1:111111111111:volume/fs-1/fsvol-1', ['FSx']],
    ['arn:aws:storagegateway:eu-west-1:111111111111:gateway/sgw-1', []],
    ['arn:aws:dynamodb:eu-west-1:111111111111:table/orders/backup/01', []],
    ['orders', []],
  ])('%s', (arn, types) => {
    expect(typesOfArn(arn)).toEqual(types);
  });
});

describe('the ARN of a resource', () => {
  const scope = { partition: 'aws-cn', accountId: '111111111111', region: 'cn-north-1' };

  it.each<[ResourceType, string, string]>([
    ['Aurora', 'cluster:orders', 'arn:aws-cn:rds:cn-north-1:111111111111:cluster:orders'],
    ['FSx', 'volume/fs-1/fsvol-1', 'arn:aws-cn:fsx:cn-north-1:111111111111:volume/fs-1/fsvol-1'],
    ['S3', 'uploads', 'arn:aws-cn:s3:::uploads'],
  ])('of %s leads back to its type', (type, resource, arn) => {
    expect(buildResourceArn(type, scope, resource)).toBe(arn);
    expect(typesOfArn(arn)).toContain(type);
  });

  it('cannot be made of what the ARNs of the type do not end in', () => {
    expect(() => buildResourceArn('S3', scope, 'uploads/report.pdf')).toThrow(
      new RangeError('no ARN of S3 ends in uploads/report.pdf'),
    );
  });
});
