import { buildResourceArn, parseArn, parseSchedule, RESOURCE_TYPES, scopeOf, unsupportedReason } from '@backproof/core';
import { describe, expect, it } from '@jest/globals';
import {
  auroraCluster,
  backupPlan,
  backupRule,
  bunker,
  bunkerVaultArn,
  continuousPoint,
  copyJob,
  dailyPoints,
  documentDbCluster,
  dynamoDbTable,
  ebsVolume,
  ec2Instance,
  efsFileSystem,
  fsxFileSystem,
  hoursAgo,
  monthlyPoints,
  nativeBackup,
  neptuneCluster,
  NOW,
  ontapVolume,
  rdsCluster,
  rdsInstance,
  recoveryPoint,
  redshiftCluster,
  timestreamTable,
  eksCluster,
  dsqlCluster,
  cloudFormationStack,
  redshiftNamespace,
  sapHanaDatabase,
  virtualMachine,
  replica,
  restoreJob,
  s3Bucket,
  storageGatewayVolume,
  vault,
  vaultArn,
  weeklyPoints,
} from './index.js';

const BUILDERS = {
  ec2Instance,
  ebsVolume,
  rdsInstance,
  rdsCluster,
  auroraCluster,
  documentDbCluster,
  neptuneCluster,
  dynamoDbTable,
  efsFileSystem,
  fsxFileSystem,
  ontapVolume,
  storageGatewayVolume,
  s3Bucket,
  redshiftCluster,
  timestreamTable,
  eksCluster,
  dsqlCluster,
  cloudFormationStack,
  redshiftNamespace,
  sapHanaDatabase,
  virtualMachine,
};

it('there is a builder for each type', () => {
  const types = new Set(Object.values(BUILDERS).map((build) => build().type));
  expect(types).toEqual(new Set(RESOURCE_TYPES));
});

describe.each(Object.entries(BUILDERS))('%s', (_, build) => {
  it('is something that AWS Backup backs up', () => {
    expect(unsupportedReason(build())).toBeUndefined();
  });

  it('lies where its ARN says, under its name', () => {
    const { accountId, region } = bunker;
    const { arn, type, ...at } = build({ name: 'named', accountId, region });
    expect(at).toMatchObject({ accountId, region });
    expect(arn).toMatch(/named$/);
    expect(buildResourceArn(type, bunker, parseArn(arn)?.resource ?? '')).toBe(arn);
  });
});

describe('points', () => {
  const resource = rdsInstance();
  const day = (instant: number) => new Date(instant).toISOString().slice(0, 16);

  it.each([
    ['of a day', dailyPoints(resource, { days: 3 }), ['2026-11-22T05:00', '2026-11-21T05:00', '2026-11-20T05:00']],
    ['of a week', weeklyPoints(resource, { weeks: 2 }), ['2026-11-22T05:00', '2026-11-15T05:00']],
    [
      'of a month',
      monthlyPoints(resource, { months: 3 }),
      ['2026-11-01T05:00', '2026-10-01T05:00', '2026-09-01T05:00'],
    ],
  ])('%s each', (_, points, days) => {
    expect(points.map(({ createdAt }) => day(createdAt))).toEqual(days);
    expect(new Set(points.map(({ arn }) => arn)).size).toBe(points.length);
  });

  it('are as old and kept as long as the story says', () => {
    expect(recoveryPoint(resource, { age: '2h', keepDays: 1 })).toMatchObject({
      createdAt: hoursAgo(2),
      deleteAt: hoursAgo(-22),
    });
    expect(recoveryPoint(resource, { createdAt: NOW })).toMatchObject({ createdAt: NOW });
  });

  it('have ARNs of their own by vault and kind', () => {
    const all = [recoveryPoint(resource), continuousPoint(resource, { age: '7h' })];
    const arns = [...all, recoveryPoint(resource, { vaultArn: bunkerVaultArn })].map(({ arn }) => arn);
    expect(new Set(arns).size).toBe(3);
    expect(arns.map((arn) => scopeOf(arn)?.accountId)).toEqual(['111111111111', '111111111111', bunker.accountId]);
  });
});

it('jobs end when the story says, and go by its fields', () => {
  const resource = rdsInstance();
  expect(copyJob(resource, { age: '2h' })).toMatchObject({ createdAt: hoursAgo(3), completedAt: hoursAgo(2) });
  expect(restoreJob(resource, { createdAt: hoursAgo(9) }).completedAt).toBe(hoursAgo(8));
});

it('a service’s own means are those of its type', () => {
  expect(nativeBackup(dynamoDbTable()).mechanism).toBe('dynamodb-pitr');
  expect(replica(efsFileSystem())).toMatchObject({ mechanism: 'efs-replication', sourceArn: efsFileSystem().arn });
  expect(() => nativeBackup(efsFileSystem())).toThrow('EFS has no usual backups of its own: name the mechanism');
});

it('plans run and vaults are where their ARNs say', () => {
  const { scheduleExpression, timezone } = backupRule();
  expect(parseSchedule(scheduleExpression, timezone).kind).not.toBe('problem');
  expect(backupPlan({ scope: bunker, name: 'weekly' })).toMatchObject({
    id: 'weekly',
    arn: 'arn:aws:backup:eu-central-1:222222222222:backup-plan:weekly',
  });
  expect([vault().arn, vault({ scope: bunker, name: 'bunker' }).arn]).toEqual([vaultArn, bunkerVaultArn]);
});
