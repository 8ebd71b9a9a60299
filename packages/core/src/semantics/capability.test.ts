import { describe, expect, it } from '@jest/globals';
import type { RegionSettings } from '../model/backup-plan.js';
import type { Database, Ec2Instance, FsxResource, Resource } from '../model/resource.js';
import { buildArn } from './arn.js';
import { capabilityOf } from './capability.js';

const scope = { partition: 'aws', accountId: '111111111111', region: 'eu-west-1' };

function base(service: string, resource: string, partition = 'aws') {
  return {
    arn: buildArn({ ...scope, partition, service, resource }),
    accountId: scope.accountId,
    region: scope.region,
    name: 'orders',
  };
}

const database = (over: Partial<Database>): Database => ({
  ...base('rds', 'db:orders'),
  type: 'RDS',
  form: 'instance',
  engine: 'postgres',
  ...over,
});
const fsx = (over: Partial<FsxResource>): FsxResource => ({
  ...base('fsx', 'file-system/fs-1'),
  type: 'FSx',
  form: 'fileSystem',
  engine: 'LUSTRE',
  ...over,
});
const instance = (over: Partial<Ec2Instance> = {}): Ec2Instance => ({
  ...base('ec2', 'instance/i-1'),
  type: 'EC2',
  rootDevice: 'ebs',
  spot: false,
  ...over,
});
const table: Resource = { ...base('dynamodb', 'table/orders'), type: 'DynamoDB' };
const settings = (optIn: Record<string, boolean>, management: Record<string, boolean>): RegionSettings => ({
  scope,
  optIn,
  management,
});

describe('the capability of a resource', () => {
  it.each<[string, Resource, object]>([
    [
      'an RDS instance',
      database({}),
      { variant: 'RDS instance', crossAccountCopy: true, continuous: true, airGapped: false },
    ],
    [
      'an RDS Multi-AZ cluster',
      database({ form: 'cluster' }),
      { variant: 'RDS Multi-AZ cluster', crossAccountCopy: false, continuous: false },
    ],
    [
      'an Aurora cluster',
      database({ type: 'Aurora', form: 'cluster' }),
      { variant: 'Aurora', continuous: true, airGapped: true },
    ],
    [
      'an ONTAP volume',
      fsx({ engine: 'ONTAP', form: 'volume', volumeType: 'RW' }),
      { variant: 'FSx ONTAP', crossAccountCopy: false, crossRegionCopy: false },
    ],
    [
      'an OpenZFS file system',
      fsx({ engine: 'OPENZFS' }),
      { variant: 'FSx OpenZFS', crossAccountCopy: true, restoreTesting: 'unknown' },
    ],
    ['a Windows file system', fsx({ engine: 'WINDOWS' }), { variant: 'FSx Windows', restoreTesting: 'unknown' }],
    [
      'a persistent Lustre file system',
      fsx({ deployment: 'PERSISTENT_2' }),
      { variant: 'FSx Lustre', airGapped: true },
    ],
    ['an instance', instance(), { variant: 'EC2', coldStorage: false, crossAccountCopy: true }],
    [
      'an instance in China',
      instance(base('ec2', 'instance/i-1', 'aws-cn')),
      { crossAccountCopy: false, crossRegionCopy: true },
    ],
  ])('%s', (_, resource, expected) => {
    expect(capabilityOf(resource, undefined)).toMatchObject({ supported: true, ...expected });
  });

  it.each<[string, RegionSettings | undefined, object]>([
    [
      'both settings on',
      settings({ DynamoDB: true }, { DynamoDB: true }),
      { variant: 'DynamoDB advanced', crossAccountCopy: true },
    ],
    [
      'management off',
      settings({ DynamoDB: true }, { DynamoDB: false }),
      { variant: 'DynamoDB basic', crossAccountCopy: false },
    ],
    ['opt-in off, management left out', settings({ DynamoDB: false }, {}), { variant: 'DynamoDB basic' }],
    [
      'management left out',
      settings({ DynamoDB: true }, {}),
      { variant: 'DynamoDB unknown', crossAccountCopy: 'unknown' },
    ],
    ['settings unread', undefined, { variant: 'DynamoDB unknown', restoreTesting: true }],
  ])('a DynamoDB table, %s', (_, regionSettings, expected) => {
    expect(capabilityOf(table, regionSettings)).toMatchObject(expected);
  });
});

it.each<[string, Resource]>([
  ['rds-custom', database({ engine: 'custom-oracle-ee' })],
  ['rds-on-outpost', database({ onOutpost: true })],
  ['cluster-member', database({ type: 'Aurora', form: 'clusterMember' })],
  ['cluster-member', database({ type: 'DocumentDB', form: 'clusterMember' })],
  ['cluster-member', database({ type: 'Neptune', form: 'clusterMember' })],
  ['ontap-file-system', fsx({ engine: 'ONTAP' })],
  ['ontap-volume-type', fsx({ engine: 'ONTAP', form: 'volume', volumeType: 'DP' })],
  ['ontap-volume-type', fsx({ engine: 'ONTAP', form: 'volume', volumeType: 'LS' })],
  ['scratch-file-system', fsx({ deployment: 'SCRATCH_2' })],
  ['instance-store-root', instance({ rootDevice: 'instance-store' })],
])('AWS Backup cannot back up: %s', (reason, resource) => {
  expect(capabilityOf(resource, undefined)).toEqual({ supported: false, reason });
});
