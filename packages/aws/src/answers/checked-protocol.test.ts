import { DescribeRegionSettingsCommand, ListBackupJobsCommand } from '@aws-sdk/client-backup';
import { DescribeDBInstancesCommand } from '@aws-sdk/client-rds';
import { GetBucketVersioningCommand } from '@aws-sdk/client-s3';
import { afterEach, describe, expect, it } from '@jest/globals';
import nock from '../nock.fixture.js';
import { backup } from '../services/backup/service.js';
import { expectAllAsked, opened } from '../services/reading.fixture.js';
import { rds } from '../services/rds/service.js';
import { s3 } from '../services/s3/service.js';

afterEach(expectAllAsked);

function answerBackup(path: string, body: nock.Body): void {
  nock('https://backup.eu-west-1.amazonaws.com').get(path).query(true).reply(200, body, { 'x-amzn-requestid': 'r-1' });
}

async function instanceWith(element: string) {
  const list = `<DBInstances><DBInstance>${element}</DBInstance></DBInstances>`;
  const result = `<DescribeDBInstancesResult>${list}</DescribeDBInstancesResult>`;
  nock('https://rds.eu-west-1.amazonaws.com')
    .post('/')
    .reply(200, `<DescribeDBInstancesResponse>${result}</DescribeDBInstancesResponse>`, { 'content-type': 'text/xml' });
  const { DBInstances = [] } = await opened(rds).call(new DescribeDBInstancesCommand());
  return DBInstances[0];
}

describe('answers in JSON', () => {
  it('throw where a member is read that is malformed, and nowhere else', async () => {
    answerBackup('/backup-jobs', { BackupJobs: [{ BackupJobId: 'job-1', CreationDate: 'yesterday', State: null }] });
    const { BackupJobs: [job] = [] } = await opened(backup).call(new ListBackupJobsCommand());
    expect(job?.BackupJobId).toBe('job-1');
    expect(job?.State).toBeUndefined();
    expect(() => job?.CreationDate).toThrow(
      expect.objectContaining({
        name: 'MalformedField',
        message: 'AWS answered ListBackupJobs with CreationDate as a text instead of a date',
        requestId: 'r-1',
      }),
    );
  });

  it.each([-1, 1e15, 9e12])('have no date of %s s since 1970', async (seconds) => {
    answerBackup('/backup-jobs', { BackupJobs: [{ CreationDate: seconds }] });
    const { BackupJobs: [job] = [] } = await opened(backup).call(new ListBackupJobsCommand());
    expect(() => job?.CreationDate).toThrow('with CreationDate as a date out of range');
  });

  it('name the key of a map whose value is malformed', async () => {
    answerBackup('/account-settings', { ResourceTypeOptInPreference: { EBS: true, EFS: 'false' } });
    await expect(opened(backup).call(new DescribeRegionSettingsCommand())).rejects.toThrow(
      'AWS answered DescribeRegionSettings with ResourceTypeOptInPreference.EFS as a text instead of true or false',
    );
  });

  it('do not end with a token that is no text', async () => {
    answerBackup('/backup-jobs', { BackupJobs: [], NextToken: 7 });
    const pages = opened(backup).pages(ListBackupJobsCommand, {})[Symbol.asyncIterator]();
    await expect(pages.next()).rejects.toThrow('with NextToken as a number instead of a string');
  });

  it('that are a list are no answers', async () => {
    answerBackup('/account-settings', []);
    await expect(opened(backup).call(new DescribeRegionSettingsCommand())).rejects.toThrow(
      'AWS answered DescribeRegionSettings with a list instead of an object',
    );
  });
});

describe('answers in XML', () => {
  it('are read as their elements say', async () => {
    const instance = await instanceWith(
      '<DBInstanceArn>a &amp; b</DBInstanceArn><MultiAZ>TRUE</MultiAZ><BackupRetentionPeriod>7</BackupRetentionPeriod><InstanceCreateTime>2026-01-02T03:04:05.678Z</InstanceCreateTime><TagList/>',
    );
    expect(instance).toEqual({
      DBInstanceArn: 'a & b',
      MultiAZ: true,
      BackupRetentionPeriod: 7,
      InstanceCreateTime: new Date('2026-01-02T03:04:05.678Z'),
      TagList: [],
    });
  });

  it.each([
    ['<MultiAZ>maybe</MultiAZ>', 'MultiAZ', 'with MultiAZ as a text instead of true or false'],
    ['<BackupRetentionPeriod/>', 'BackupRetentionPeriod', 'with BackupRetentionPeriod as a text instead of a number'],
    ['<InstanceCreateTime>0001-01-01T00:00:00Z</InstanceCreateTime>', 'InstanceCreateTime', 'as a date out of range'],
    ['<TagList>none</TagList>', 'TagList', 'with TagList as a text instead of a list'],
    ['<TagList><Other/></TagList>', 'TagList', 'with TagList as an object instead of a list'],
    ['<DBInstanceArn><a/></DBInstanceArn>', 'DBInstanceArn', 'with DBInstanceArn as an object instead of a string'],
  ] as const)('%s throws when it is read', async (element, member, message) => {
    const instance = await instanceWith(element);
    expect(() => instance?.[member]).toThrow(message);
  });

  it.each([
    { story: 'a page of HTML', body: '<html><body>Sign in</body></html>', message: 'the element html' },
    { story: 'nothing', body: '', message: 'AWS answered GetBucketVersioning without a body' },
  ])('do not say that a bucket is not versioned by $story', async ({ body, message }) => {
    nock('https://prod.s3.eu-west-1.amazonaws.com').get('/').query(true).reply(200, body);
    await expect(opened(s3).call(new GetBucketVersioningCommand({ Bucket: 'prod' }))).rejects.toThrow(message);
  });
});
