import { describe, expect, it } from '@jest/globals';
import type { SubjectType } from './outcome.js';
import { consolePageOf } from './console-page.js';

const at = (type: SubjectType, resource: string, partition = 'aws', region = 'eu-west-1') => ({
  type,
  region,
  arn: `arn:${partition}:x:${region}:111111111111:${resource}`,
});

describe('the page of a resource in the AWS console', () => {
  it.each<[SubjectType, string, string]>([
    ['EC2', 'instance/i-1', 'ec2/home?region=eu-west-1#InstanceDetails:instanceId=i-1'],
    ['EBS', 'volume/vol-1', 'ec2/home?region=eu-west-1#VolumeDetails:volumeId=vol-1'],
    ['RDS', 'db:orders', 'rds/home?region=eu-west-1#database:id=orders;is-cluster=false'],
    ['RDS', 'cluster:orders', 'rds/home?region=eu-west-1#database:id=orders;is-cluster=true'],
    ['Aurora', 'cluster:orders', 'rds/home?region=eu-west-1#database:id=orders;is-cluster=true'],
    ['DocumentDB', 'cluster:papers', 'docdb/home?region=eu-west-1#cluster-details/papers'],
    ['DynamoDB', 'table/carts', 'dynamodbv2/home?region=eu-west-1#table?name=carts'],
    ['Backup vault', 'backup-vault:prod', 'backup/home?region=eu-west-1#/backupvaults/details/prod'],
    [
      'CloudFormation',
      'stack/shop/0a1b',
      'cloudformation/home?region=eu-west-1#/stacks/stackinfo?stackId=arn%3Aaws%3Ax%3Aeu-west-1%3A111111111111%3Astack%2Fshop%2F0a1b',
    ],
  ])('%s %s', (type, resource, path) => {
    expect(consolePageOf(at(type, resource))).toBe(`https://eu-west-1.console.aws.amazon.com/${path}`);
  });

  it('of a bucket has the Region of the bucket, which its ARN does not name', () => {
    expect(consolePageOf({ type: 'S3', arn: 'arn:aws:s3:::photos', region: 'us-east-1' })).toBe(
      'https://us-east-1.console.aws.amazon.com/s3/buckets/photos?region=us-east-1',
    );
  });

  it.each([
    ['aws-cn', 'cn-north-1', 'https://cn-north-1.console.amazonaws.cn/eks/'],
    ['aws-us-gov', 'us-gov-west-1', 'https://us-gov-west-1.console.amazonaws-us-gov.com/eks/'],
  ])('is in the console of its partition: %s', (partition, region, start) => {
    expect(consolePageOf(at('EKS', 'cluster/blue', partition, region))).toMatch(new RegExp(`^${start}`));
  });

  it.each([
    ['a type without a well-known page', at('Timestream', 'database/a/table/b')],
    ['a volume of ONTAP, which only the page of its file system shows', at('FSx', 'volume/fs-1/fsvol-1')],
    ['a partition without a public console', at('EKS', 'cluster/blue', 'aws-iso', 'us-iso-east-1')],
    ['a partition that is a property of all objects', at('EKS', 'cluster/blue', 'constructor')],
    ['an id that could be more of an address', at('DynamoDB', 'table/a&b=c')],
    ['an id with other characters', at('EKS', 'cluster/"><script>')],
    ['a Region that could be a host', at('EKS', 'cluster/blue', 'aws', 'evil.example/')],
    ['what is no ARN', { type: 'EC2' as const, arn: 'i-1', region: 'eu-west-1' }],
  ])('is not given for %s', (_, subject) => {
    expect(consolePageOf(subject)).toBeUndefined();
  });
});
