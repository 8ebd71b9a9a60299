import { describe, expect, it } from '@jest/globals';
import { production } from '../company.js';
import { dynamoDbTable } from './dynamodb.js';
import { ebsVolume } from './ebs.js';
import { ec2Instance } from './ec2.js';
import { fsxFileSystem, lustre } from './fsx.js';
import { runOf } from './moment.js';
import { plan } from './plan.js';
import { continuousPointArn, pointArn } from './point-arn.js';
import { dbCluster } from './rds-clusters.js';
import { dbInstance } from './rds.js';
import { s3Bucket } from './s3.js';
import { vault } from './vault.js';

const { ireland } = production;
const kept = vault(ireland, 'kept');
const nightly = plan(ireland, { name: 'nightly', rules: [], selections: [] });

describe('pointArn', () => {
  it.each([
    [ec2Instance(ireland, { name: 'a' }), /^arn:aws:ec2:eu-west-1::image\/ami-0[0-9a-f]{16}$/],
    [ebsVolume(ireland, { name: 'a' }), /^arn:aws:ec2:eu-west-1::snapshot\/snap-0[0-9a-f]{16}$/],
    [dbInstance(ireland, { name: 'a' }), /^arn:aws:rds:eu-west-1:111111111111:snapshot:awsbackup:job-[0-9a-f-]{36}$/],
    [
      dbCluster(ireland, { name: 'a', engine: 'mysql', members: ['a-1'] }),
      /^arn:aws:rds:eu-west-1:111111111111:cluster-snapshot:awsbackup:job-[0-9a-f-]{36}$/,
    ],
    [
      fsxFileSystem(ireland, { name: 'a', form: lustre }),
      /^arn:aws:fsx:eu-west-1:111111111111:backup\/backup-0[0-9a-f]{16}$/,
    ],
    [
      s3Bucket(ireland, { name: 'a' }),
      /^arn:aws:backup:eu-west-1:111111111111:recovery-point:a-20261122050000-[0-9a-f]{8}$/,
    ],
    [dynamoDbTable(ireland, { name: 'a' }), /^arn:aws:backup:eu-west-1:111111111111:recovery-point:[0-9A-F-]{36}$/],
  ])('is formed by the type of the resource: $0.arn', (resource, form) => {
    expect(pointArn(resource, kept, nightly, runOf(0))).toMatch(form);
  });

  it('of a continuous backup says so, but for a bucket, where it has no time', () => {
    const database = dbInstance(ireland, { name: 'a' });
    expect(continuousPointArn(ireland, database)).toMatch(/:recovery-point:continuous:[0-9a-f]{32}$/);
    expect(continuousPointArn(ireland, s3Bucket(ireland, { name: 'a' }))).toMatch(/:recovery-point:a-[0-9a-f]{8}$/);
  });

  it('is another one for another vault, plan or moment', () => {
    const volume = ebsVolume(ireland, { name: 'a' });
    const weekly = plan(ireland, { name: 'weekly', rules: [], selections: [] });
    const arns = [
      pointArn(volume, kept, nightly, runOf(0)),
      pointArn(volume, vault(ireland, 'other'), nightly, runOf(0)),
      pointArn(volume, kept, weekly, runOf(0)),
      pointArn(volume, kept, nightly, runOf(1)),
    ];
    expect(new Set(arns).size).toBe(4);
  });
});
