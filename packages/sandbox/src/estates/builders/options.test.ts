import { describe, expect, it } from '@jest/globals';
import { lifecyclePolicy } from './dlm.js';
import { dynamoDbTable } from './dynamodb.js';
import { ec2Instance, volumeOf, volumesOf } from './ec2.js';
import { historyOf } from './history.js';
import { instanceImages, policyImages } from './image.js';
import { legalHold } from './legal-hold.js';
import { daysAgo } from './moment.js';
import { daily, plan } from './plan.js';
import { dbCluster } from './rds-clusters.js';
import { dbInstance } from './rds.js';
import { gateway, gatewayVolume } from './storage-gateway.js';
import { vault } from './vault.js';

const scope = { partition: 'aws', accountId: '111111111111', region: 'eu-west-1' };

describe('an instance', () => {
  it('that is stopped says since when, in the words of its service', () => {
    const { world } = ec2Instance(scope, { name: 'web', stoppedAt: daysAgo(2) });
    expect(world.instances).toMatchObject([
      { State: { Code: 80, Name: 'stopped' }, StateTransitionReason: 'User initiated (2026-11-20 12:00:00 GMT)' },
    ]);
    const { world: database } = dbInstance(scope, { name: 'orders', stoppedAt: daysAgo(2) });
    expect(database.dbInstances).toMatchObject([{ DBInstanceStatus: 'stopped', AutomaticRestartTime: daysAgo(-5) }]);
  });

  it('has volumes that were attached later, and that stay when it goes', () => {
    const dataVolumes = ['scratch', { name: 'data', attachedAt: daysAgo(3), deleteOnTermination: false }];
    const instance = ec2Instance(scope, { name: 'web', createdAt: daysAgo(30), dataVolumes });
    const attachments = volumesOf(instance).flatMap(({ world }) => world.volumes?.flatMap((each) => each.Attachments));
    expect(attachments).toMatchObject([
      { AttachTime: daysAgo(30), DeleteOnTermination: true },
      { AttachTime: daysAgo(30), DeleteOnTermination: true },
      { AttachTime: daysAgo(3), DeleteOnTermination: false },
    ]);
  });

  it('has images, by hand and by a policy', () => {
    const instance = ec2Instance(scope, { name: 'web' });
    const policy = lifecyclePolicy(scope, { name: 'images', targets: 'INSTANCE', makes: 'images', targetTags: {} });
    expect(policy.world.lifecyclePolicies).toMatchObject([
      { PolicyDetails: { PolicyType: 'IMAGE_MANAGEMENT', ResourceTypes: ['INSTANCE'] } },
    ]);
    const images = [instanceImages(instance, [1, 2]), policyImages(policy, instance, [3])].map((each) => each.images);
    expect(images.map((each) => each?.map(({ SourceInstanceId }) => SourceInstanceId))).toEqual([
      [instance.instanceId, instance.instanceId],
      [instance.instanceId],
    ]);
    expect(images[1]?.[0]?.Tags).toContainEqual({ Key: 'aws:dlm:lifecycle-policy-id', Value: policy.id });
  });
});

it('an instance without a root volume has data volumes with tags and ages of their own', () => {
  const data = { name: 'data', tags: { keep: 'yes' }, createdAt: daysAgo(5) };
  const instance = ec2Instance(scope, { name: 'cache', instanceStore: true, dataVolumes: [data] });
  expect(volumesOf(instance).flatMap(({ world }) => world.volumes)).toMatchObject([
    { CreateTime: daysAgo(5), Tags: [{ Key: 'Name' }, { Key: 'keep', Value: 'yes' }] },
  ]);
  expect(() => volumeOf(instance, 'cache-root')).toThrow('cache has no volume cache-root');
});

it('a cluster that is stopped says when it is started again, but not of DocumentDB', () => {
  const clusterOf = (engine: string) =>
    dbCluster(scope, { name: 'orders', engine, stoppedAt: daysAgo(2), members: ['orders-1'] }).world.dbClusters;
  expect(clusterOf('aurora-mysql')).toMatchObject([{ Status: 'stopped', AutomaticRestartTime: daysAgo(-5) }]);
  expect(clusterOf('docdb')?.[0]).toMatchObject({ Status: 'stopped', LatestRestorableTime: daysAgo(2) });
  expect(clusterOf('docdb')?.[0]).not.toHaveProperty('AutomaticRestartTime');
});

it('a new database has automated backups that restore no time yet', () => {
  const { dbInstances, dbInstanceAutomatedBackups } = dbInstance(scope, { name: 'new', restorable: false }).world;
  expect(dbInstances?.[0]).toMatchObject({ BackupRetentionPeriod: 7 });
  expect(dbInstances?.[0]).not.toHaveProperty('LatestRestorableTime');
  expect(dbInstanceAutomatedBackups).toEqual([]);
});

it('a table has on-demand backups', () => {
  const { arn, world } = dynamoDbTable(scope, { name: 'carts', backups: [1, 8] });
  expect(world.tableBackups).toMatchObject([
    { TableArn: arn, BackupType: 'USER', BackupCreationDateTime: daysAgo(1) },
    { TableArn: arn, BackupType: 'USER', BackupCreationDateTime: daysAgo(8) },
  ]);
});

it('a stored volume has a schedule from the beginning, and snapshots by the id that EC2 tells', () => {
  const { arn, world } = gatewayVolume(gateway(scope, 'office', 'STORED'), { name: 'disk', snapshots: [1] });
  expect(Object.keys(world.snapshotSchedules ?? {})).toEqual([arn]);
  expect(world.snapshots).toMatchObject([{ VolumeId: arn.slice(arn.indexOf('vol-')).toLowerCase() }]);
  expect(gatewayVolume(gateway(scope, 'branch', 'CACHED'), { name: 'disk' }).world.snapshotSchedules).toBeUndefined();
});

it('a point is infected, and another is kept by a legal hold past its end', () => {
  const resource = dynamoDbTable(scope, { name: 'carts' });
  const own = plan(scope, { name: 'daily', rules: [daily(7, vault(scope, 'prod'))], selections: [] });
  const history = { plan: own, since: 30, infected: [2], held: [20] };
  const points = historyOf(resource, history).flatMap(({ recoveryPoints }) => recoveryPoints?.prod ?? []);

  const found = points.filter(({ AggregatedScanResult }) => AggregatedScanResult?.Findings?.length === 1);
  expect(found).toHaveLength(1);
  const { legalHolds } = legalHold(scope, { title: 'dispute', of: [{ resource, history }] });
  const held = legalHolds?.flatMap(({ points: kept }) => kept.map(({ RecoveryPointArn }) => RecoveryPointArn)) ?? [];
  expect(held).toHaveLength(1);
  expect(points.map(({ RecoveryPointArn }) => RecoveryPointArn)).toEqual(expect.arrayContaining(held));
});
