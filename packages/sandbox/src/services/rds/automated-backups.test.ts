import {
  type DBInstanceAutomatedBackup,
  DescribeDBInstanceAutomatedBackupsCommand,
  paginateDescribeDBInstanceAutomatedBackups,
  RDSClient,
} from '@aws-sdk/client-rds';
import { afterAll, describe, expect, it } from '@jest/globals';
import { startSandbox } from '../../server.js';

const accountId = '111111111111';
const region = 'eu-central-1';
const arn = (resource: string, of = region): string => `arn:aws:rds:${of}:${accountId}:${resource}`;

const own: DBInstanceAutomatedBackup[] = Array.from({ length: 24 }, (_, number) => ({
  DBInstanceIdentifier: `db-${number}`,
  DBInstanceArn: arn(`db:db-${number}`),
  DbiResourceId: `db-ID${number}`,
  Region: region,
  Status: 'active',
  RestoreWindow: {
    EarliestTime: new Date(Date.UTC(2026, 10, 15)),
    LatestTime: new Date(Date.UTC(2026, 10, 22)),
  },
}));
const foreign: DBInstanceAutomatedBackup = {
  DBInstanceIdentifier: 'abroad',
  DBInstanceArn: arn('db:abroad', 'eu-west-1'),
  DBInstanceAutomatedBackupsArn: arn('auto-backup:ab-1'),
  Region: 'eu-west-1',
  Status: 'retained',
};
const dbInstanceAutomatedBackups = [...own, foreign];

const sandbox = await startSandbox({
  world: {
    partition: 'aws',
    now: Date.UTC(2026, 10, 22),
    accounts: [{ id: accountId, name: 'main' }],
    regions: [region],
    scopes: [{ accountId, region, dbInstanceAutomatedBackups }],
  },
});
afterAll(sandbox.close);

const client = new RDSClient({ endpoint: sandbox.url, region, credentials: sandbox.credentials, maxAttempts: 1 });

describe('automated backups', () => {
  it('come in pages, each as it is in the world', async () => {
    const pages: DBInstanceAutomatedBackup[][] = [];
    for await (const page of paginateDescribeDBInstanceAutomatedBackups({ client, pageSize: 20 }, {})) {
      pages.push(page.DBInstanceAutomatedBackups ?? []);
    }
    expect(pages.map((page) => page.length)).toEqual([20, 5]);
    expect(pages.flat()).toEqual(dbInstanceAutomatedBackups);
  });

  it.each([
    ['of an instance', { DBInstanceIdentifier: 'db-3' }, ['db-3']],
    ['of a resource id', { DbiResourceId: 'db-ID4' }, ['db-4']],
    ['by ARN', { DBInstanceAutomatedBackupsArn: arn('auto-backup:ab-1') }, ['abroad']],
    ['of a status', { Filters: [{ Name: 'status', Values: ['retained'] }] }, ['abroad']],
    ['of a filtered instance', { Filters: [{ Name: 'db-instance-id', Values: [arn('db:db-5')] }] }, ['db-5']],
    ['of a filtered resource id', { Filters: [{ Name: 'dbi-resource-id', Values: ['db-ID6'] }] }, ['db-6']],
  ])('%s', async (_story, wanted, expected) => {
    const { DBInstanceAutomatedBackups = [] } = await client.send(
      new DescribeDBInstanceAutomatedBackupsCommand(wanted),
    );
    expect(DBInstanceAutomatedBackups.map(({ DBInstanceIdentifier }) => DBInstanceIdentifier)).toEqual(expected);
  });

  it.each([
    ['an unknown one', { DBInstanceIdentifier: 'no' }, 'DBInstanceAutomatedBackupNotFoundFault'],
    ['an unknown filter', { Filters: [{ Name: 'colour', Values: ['red'] }] }, 'InvalidParameterValue'],
  ])('%s is refused', async (_story, wanted, name) => {
    await expect(client.send(new DescribeDBInstanceAutomatedBackupsCommand(wanted))).rejects.toMatchObject({ name });
  });
});
