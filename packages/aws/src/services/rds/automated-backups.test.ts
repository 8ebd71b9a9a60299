import { afterEach, describe, expect, it } from '@jest/globals';
import { answer, answers, arn, instance, read } from './rds.fixture.js';
import { expectAllAsked, scope } from '../reading.fixture.js';

afterEach(expectAllAsked);

/** What is told of backups in other Regions. */
const replicated = async () =>
  (await read()).nativeBackups.filter(({ mechanism }) => mechanism === 'rds-replicated-backups');

const hereArn = arn('auto-backup:ab-here');
const abroadArn = arn('auto-backup:ab-abroad', 'us-east-1');

/** Automated backups of an instance in another Region, as they are listed here. */
const ofAbroad = (more: object = {}) => ({
  DBInstanceArn: arn('db:users', 'us-east-1'),
  DBInstanceAutomatedBackupsArn: hereArn,
  Region: 'us-east-1',
  Status: 'active',
  ...more,
});

describe('automated backups that lie in another Region than their instance', () => {
  it('are told by the instance, which does not tell whether they can be restored', async () => {
    const replication = { DBInstanceAutomatedBackupsReplication: { DBInstanceAutomatedBackupsArn: abroadArn } };
    answers({ instances: [instance('orders', { DBInstanceAutomatedBackupsReplications: [replication] })] });
    expect(await replicated()).toEqual([
      {
        scope,
        resourceArn: arn('db:orders'),
        mechanism: 'rds-replicated-backups',
        backupsArn: abroadArn,
        enabled: true,
      },
    ]);
  });

  it('are listed where they lie, with what can be restored', async () => {
    const RestoreWindow = { EarliestTime: '2026-11-08T04:00:00Z', LatestTime: '2026-11-22T11:50:00Z' };
    answers({ automatedBackups: [ofAbroad({ BackupRetentionPeriod: 14, RestoreWindow })] });
    expect(await replicated()).toEqual([
      {
        scope,
        resourceArn: arn('db:users', 'us-east-1'),
        mechanism: 'rds-replicated-backups',
        backupsArn: hereArn,
        enabled: true,
        retentionDays: 14,
        earliestRestorableAt: Date.parse('2026-11-08T04:00:00Z'),
        latestRestorableAt: Date.parse('2026-11-22T11:50:00Z'),
      },
    ]);
  });

  it.each([
    { status: 'active', enabled: true },
    { status: 'creating', enabled: true },
    { status: 'replicating', enabled: true },
    { status: 'retained', enabled: false },
  ])('go on while they are $status: $enabled', async ({ status, enabled }) => {
    answers({ automatedBackups: [ofAbroad({ Status: status })] });
    expect(await replicated()).toMatchObject([{ enabled }]);
  });

  it('are not those that are listed of the Region’s own instances', async () => {
    answers({
      instances: [instance('orders')],
      automatedBackups: [{ DBInstanceArn: arn('db:orders'), Region: 'eu-west-1', Status: 'active' }],
    });
    expect(await replicated()).toEqual([]);
  });

  it.each(['DBInstanceArn', 'DBInstanceAutomatedBackupsArn'])('cannot be told without %s', async (lacks) => {
    answer('DescribeDBInstances', undefined, { DBInstances: [] });
    answer('DescribeDBClusters', undefined, { DBClusters: [] });
    const listed = [{ DBInstanceAutomatedBackup: ofAbroad({ [lacks]: undefined }) }];
    answer('DescribeDBInstanceAutomatedBackups', undefined, { DBInstanceAutomatedBackups: listed });
    await expect(read()).rejects.toThrow(`AWS answered DescribeDBInstanceAutomatedBackups without ${lacks}`);
  });
});

describe('automated backups of an instance that is here', () => {
  const ofHere = (more: object = {}) => ({
    DBInstanceArn: arn('db:orders'),
    Region: 'eu-west-1',
    Status: 'active',
    BackupRetentionPeriod: 35,
    RestoreWindow: { EarliestTime: '2026-10-18T04:00:00Z', LatestTime: '2026-11-22T11:50:00Z' },
    ...more,
  });
  const listed = async () =>
    (await read()).nativeBackups.filter(({ mechanism }) => mechanism === 'rds-automated-backups');

  it('are told with their whole window', async () => {
    answers({ automatedBackups: [ofHere()] });
    expect(await listed()).toEqual([
      {
        scope,
        resourceArn: arn('db:orders'),
        mechanism: 'rds-automated-backups',
        enabled: true,
        retentionDays: 35,
        earliestRestorableAt: Date.parse('2026-10-18T04:00:00Z'),
        latestRestorableAt: Date.parse('2026-11-22T11:50:00Z'),
      },
    ]);
  });

  it('are a gap in a status that AWS added later', async () => {
    answers({ automatedBackups: [ofHere({ Status: 'status-of-tomorrow' })] });
    await expect(listed()).rejects.toThrow('with Status status-of-tomorrow, which this version does not know');
  });

  it.each(['retained', 'creating'])('prove nothing of it while they are %s', async (Status) => {
    answers({ automatedBackups: [ofHere({ Status })] });
    expect(await listed()).toEqual([]);
  });
});
