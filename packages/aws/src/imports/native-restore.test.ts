import { describe, expect, it } from '@jest/globals';
import { nativeRestoreOf } from './native-restore.js';

const now = Date.parse('2026-11-22T12:00:00Z');
const at = '2026-10-13T05:00:00Z';
const scope = { partition: 'aws', accountId: '111111111111', region: 'eu-west-1' };
const arn = (service: string, resource: string): string => `arn:aws:${service}:eu-west-1:111111111111:${resource}`;

function recordOf(eventName: string, service: string, requestParameters?: unknown, more: object = {}): object {
  return {
    ...{ eventName, eventSource: `${service}.amazonaws.com`, eventTime: at, eventID: 'e-1', requestParameters },
    ...{ awsRegion: scope.region, recipientAccountId: scope.accountId, sourceIPAddress: '198.51.100.7' },
    userIdentity: { type: 'AssumedRole', arn: 'arn:aws:sts::111111111111:assumed-role/dba/eve' },
    ...more,
  };
}

const restoreOf = (...record: Parameters<typeof recordOf>) => nativeRestoreOf('event', recordOf(...record), now);
const pitr = ['RestoreDBInstanceToPointInTime', 'rds', { sourceDBInstanceIdentifier: 'orders' }] as const;

it('a call that was accepted proves that a restore began', () => {
  expect(restoreOf(...pitr)).toEqual({
    ...{ scope, id: 'e-1', eventId: 'e-1', origin: 'cloudtrail', createdAt: Date.parse(at), status: 'STARTED' },
    ...{ nativeCall: 'RestoreDBInstanceToPointInTime', sourceResourceArn: arn('rds', 'db:orders') },
  });
});

describe('the source of a restore', () => {
  const snapshot = arn('rds', 'snapshot:before');
  const table = arn('dynamodb', 'table/carts');
  it.each<[string, string, object, string | undefined, string | undefined]>([
    ['RestoreDBInstanceFromDBSnapshot', 'rds', { dBSnapshotIdentifier: 'Before' }, undefined, snapshot],
    ['RestoreDBInstanceFromDBSnapshot', 'rds', { dBSnapshotIdentifier: snapshot }, undefined, snapshot],
    [
      ...(['RestoreDBInstanceFromDBSnapshot', 'rds', { dBClusterSnapshotIdentifier: 'c' }] as const),
      ...([undefined, arn('rds', 'cluster-snapshot:c')] as const),
    ],
    [
      ...(['RestoreDBInstanceFromDBSnapshot', 'rds', { dBSnapshotIdentifier: 'rds:my-db-2026-11-20-04-05' }] as const),
      ...([arn('rds', 'db:my-db'), arn('rds', 'snapshot:rds:my-db-2026-11-20-04-05')] as const),
    ],
    [pitr[0], 'rds', { sourceDBInstanceIdentifier: 'Orders' }, arn('rds', 'db:orders'), undefined],
    [pitr[0], 'rds', { sourceDbiResourceId: 'db-ABC' }, undefined, undefined],
    [
      ...(['RestoreDBClusterFromSnapshot', 'rds', { snapshotIdentifier: 'awsbackup:job-1' }] as const),
      ...([undefined, arn('rds', 'cluster-snapshot:awsbackup:job-1')] as const),
    ],
    [
      ...(['RestoreDBClusterToPointInTime', 'rds', { sourceDBClusterIdentifier: arn('rds', 'cluster:a') }] as const),
      ...([arn('rds', 'cluster:a'), undefined] as const),
    ],
    ['RestoreTableFromBackup', 'dynamodb', { backupArn: `${table}/backup/1` }, table, `${table}/backup/1`],
    ['RestoreTableToPointInTime', 'dynamodb', { sourceTableArn: table }, table, undefined],
    ['RestoreTableToPointInTime', 'dynamodb', { sourceTableName: 'carts' }, table, undefined],
    ['CreateFileSystemFromBackup', 'fsx', { backupId: 'backup-1' }, undefined, arn('fsx', 'backup/backup-1')],
    ['CreateVolumeFromBackup', 'fsx', { backupId: 'backup-1' }, undefined, arn('fsx', 'backup/backup-1')],
    ['CreateVolume', 'ec2', { snapshotId: 'snap-1' }, undefined, 'arn:aws:ec2:eu-west-1::snapshot/snap-1'],
    [
      ...([
        'RestoreFromClusterSnapshot',
        'redshift',
        { snapshotIdentifier: 's', snapshotClusterIdentifier: 'dw' },
      ] as const),
      ...([arn('redshift', 'cluster:dw'), arn('redshift', 'snapshot:dw/s')] as const),
    ],
    [
      ...(['RestoreFromClusterSnapshot', 'redshift', { snapshotArn: arn('redshift', 'snapshot:dw/s') }] as const),
      ...([arn('redshift', 'cluster:dw'), arn('redshift', 'snapshot:dw/s')] as const),
    ],
    [
      ...(['RestoreFromClusterSnapshot', 'redshift', { snapshotIdentifier: 'rs:dw-2026-11-20-04-05-06' }] as const),
      ...([arn('redshift', 'cluster:dw'), arn('redshift', 'snapshot:dw/rs:dw-2026-11-20-04-05-06')] as const),
    ],
    ['RestoreFromClusterSnapshot', 'redshift', { snapshotIdentifier: 's' }, undefined, undefined],
    ['RestoreFromSnapshot', 'redshift-serverless', { snapshotName: 's' }, undefined, undefined],
  ])('%s of %s by %j', (name, service, input, sourceResourceArn, recoveryPointArn) => {
    const restore = restoreOf(name, service, input);
    expect(restore).toMatchObject({ nativeCall: name });
    expect([restore?.sourceResourceArn, restore?.recoveryPointArn]).toEqual([sourceResourceArn, recoveryPointArn]);
  });

  it('is the image that was launched, where the input names a launch template alone', () => {
    const responseElements = { instancesSet: { items: [{ imageId: 'ami-1' }, { imageId: 'ami-1' }] } };
    const restore = restoreOf('RunInstances', 'ec2', { launchTemplate: {} }, { responseElements });
    expect(restore?.recoveryPointArn).toBe('arn:aws:ec2:eu-west-1::image/ami-1');
  });

  it.each([
    ['aws', 'us-west-2'],
    ['aws-cn', 'cn-north-1'],
    ['aws-us-gov', 'us-gov-west-1'],
    ['aws-eusc', 'eusc-de-east-1'],
    ['aws-iso', 'us-iso-east-1'],
    ['aws-iso-b', 'us-isob-east-1'],
    ['aws-iso-e', 'eu-isoe-west-1'],
    ['aws-iso-f', 'us-isof-south-1'],
  ])('lies in the partition of the Region: %s', (partition, awsRegion) => {
    const arn = `arn:${partition}:rds:${awsRegion}:111111111111:db:orders`;
    expect(restoreOf(...pitr, { awsRegion })?.sourceResourceArn).toBe(arn);
  });
});

describe('no proof of a restore', () => {
  it.each<[string, ReturnType<typeof recordOf>]>([
    ['a call that AWS refused', recordOf(...pitr, { errorCode: 'DBSnapshotNotFoundFault' })],
    ['a dry run', recordOf('RunInstances', 'ec2', {}, { errorCode: 'Client.DryRunOperation' })],
    ['a call by AWS Backup, by its caller', recordOf(...pitr, { userIdentity: { invokedBy: 'backup.amazonaws.com' } })],
    ['a call by AWS Backup, by its address', recordOf(...pitr, { sourceIPAddress: 'backup.amazonaws.com' })],
    ['an empty volume', recordOf('CreateVolume', 'ec2', { size: '40' })],
    ['instances of no image', recordOf('RunInstances', 'ec2', { instancesSet: { items: 'none' } })],
    [
      'a clone',
      recordOf('RestoreDBClusterToPointInTime', 'rds', {
        sourceDBClusterIdentifier: 'a',
        restoreType: 'copy-on-write',
      }),
    ],
    ['a call of the same name of another service', recordOf('CreateVolume', 'storagegateway', { snapshotId: 's' })],
    ['another call', recordOf('DescribeDBInstances', 'rds', {})],
    ['a name that objects inherit', recordOf('constructor', 'rds', {})],
    ['nothing that is a record', {}],
  ])('%s', (_, record) => {
    expect(nativeRestoreOf('event', record, now)).toBeUndefined();
  });
});

describe('what is not understood is named', () => {
  it.each<[string, ReturnType<typeof recordOf>, string]>([
    ['a call without its input', recordOf('CreateFileSystemFromBackup', 'fsx'), 'it has no backupId'],
    ['an input of another kind', recordOf('RestoreTableFromBackup', 'dynamodb', 'text'), 'it has no backupArn'],
    ['a call without a time', recordOf(...pitr, { eventTime: undefined }), 'it has no eventTime'],
    ['a call of tomorrow', recordOf(...pitr, { eventTime: '2026-11-23T12:00:00Z' }), 'is still to come'],
    ['a call without an id', recordOf(...pitr, { eventID: undefined }), 'it has no eventID'],
    ['a call of an account that is none', recordOf(...pitr, { recipientAccountId: 'me' }), 'is not a valid account ID'],
    ['a call of a Region that is none', recordOf(...pitr, { awsRegion: '../..' }), 'is not a valid Region'],
  ])('%s', (_, record, fault) => {
    expect(() => nativeRestoreOf('event', record, now)).toThrow(fault);
  });
});
