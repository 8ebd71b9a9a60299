import { expect, it } from '@jest/globals';
import { configTypeOf } from './config-type.js';

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
