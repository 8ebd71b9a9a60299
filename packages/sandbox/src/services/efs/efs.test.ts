import {
  DescribeBackupPolicyCommand,
  DescribeFileSystemsCommand,
  DescribeReplicationConfigurationsCommand,
  EFSClient,
  type FileSystemDescription,
  paginateDescribeReplicationConfigurations,
  type ReplicationConfigurationDescription,
} from '@aws-sdk/client-efs';
import { afterAll, describe, expect, it } from '@jest/globals';
import { startSandbox } from '../../server.js';

const accountId = '111111111111';
const region = 'eu-central-1';

const fileSystems: FileSystemDescription[] = Array.from({ length: 150 }, (_, number) => ({
  OwnerId: accountId,
  CreationToken: `token-${number}`,
  FileSystemId: `fs-${number}`,
  CreationTime: new Date(Date.UTC(2026, 0, 1)),
  LifeCycleState: 'available',
  NumberOfMountTargets: 0,
  SizeInBytes: { Value: 6144 },
  PerformanceMode: 'generalPurpose',
  Tags: [
    { Key: 'Name', Value: `files ${number}` },
    ...(number === 7 ? [{ Key: 'aws:elasticfilesystem:default-backup', Value: 'enabled' }] : []),
  ],
}));

const replication = (from: number, to: number): ReplicationConfigurationDescription => ({
  SourceFileSystemId: `fs-${from}`,
  SourceFileSystemRegion: region,
  SourceFileSystemArn: `arn:aws:elasticfilesystem:${region}:${accountId}:file-system/fs-${from}`,
  OriginalSourceFileSystemArn: `arn:aws:elasticfilesystem:${region}:${accountId}:file-system/fs-${from}`,
  CreationTime: new Date(Date.UTC(2026, 0, 1)),
  Destinations: [{ Status: 'ENABLED', FileSystemId: `fs-${to}`, Region: region }],
});
const fileSystemReplications = [replication(1, 2), replication(3, 4), replication(5, 6)];

const sandbox = await startSandbox({
  world: {
    partition: 'aws',
    now: Date.UTC(2026, 10, 22),
    accounts: [{ id: accountId, name: 'main' }],
    regions: [region],
    scopes: [{ accountId, region, fileSystems, fileSystemReplications }],
  },
});
afterAll(sandbox.close);

const client = new EFSClient({ endpoint: sandbox.url, region, credentials: sandbox.credentials, maxAttempts: 1 });

it('file systems come at most a hundred a page, whatever is asked for', async () => {
  const first = await client.send(new DescribeFileSystemsCommand({ MaxItems: 1000 }));
  const second = await client.send(new DescribeFileSystemsCommand({ MaxItems: 1000, Marker: first.NextMarker }));
  expect(first.FileSystems).toHaveLength(100);
  expect([...(first.FileSystems ?? []), ...(second.FileSystems ?? [])]).toEqual(fileSystems);
  expect(second.Marker).toBe(first.NextMarker);
  expect(second.NextMarker).toBeUndefined();
});

it.each([
  ['by id', { FileSystemId: 'fs-3' }, 'fs-3'],
  ['by creation token', { CreationToken: 'token-4' }, 'fs-4'],
])('%s', async (_story, wanted, id) => {
  const { FileSystems } = await client.send(new DescribeFileSystemsCommand(wanted));
  expect(FileSystems).toMatchObject([{ FileSystemId: id }]);
});

it.each([
  ['an unknown one', { FileSystemId: 'fs-x' }, { name: 'FileSystemNotFound', ErrorCode: 'FileSystemNotFound' }],
  ['a foreign token', { Marker: 'x' }, { name: 'BadRequest', ErrorCode: 'BadRequest' }],
  ['an empty page', { MaxItems: 0 }, { name: 'BadRequest', ErrorCode: 'BadRequest' }],
])('%s is refused', async (_story, wanted, error) => {
  await expect(client.send(new DescribeFileSystemsCommand(wanted))).rejects.toMatchObject(error);
});

it.each([
  ['fs-7', 'ENABLED'],
  ['fs-8', 'DISABLED'],
])('the backup policy of %s is %s, as its tag says', async (FileSystemId, Status) => {
  const { BackupPolicy } = await client.send(new DescribeBackupPolicyCommand({ FileSystemId }));
  expect(BackupPolicy).toEqual({ Status });
});

it('the backup policy of an unknown file system is missed', async () => {
  await expect(client.send(new DescribeBackupPolicyCommand({ FileSystemId: 'fs-x' }))).rejects.toMatchObject({
    name: 'FileSystemNotFound',
  });
});

describe('replications', () => {
  it('come in pages, each as it is in the world', async () => {
    const pages: ReplicationConfigurationDescription[][] = [];
    for await (const page of paginateDescribeReplicationConfigurations({ client, pageSize: 2 }, {})) {
      pages.push(page.Replications ?? []);
    }
    expect(pages.map((page) => page.length)).toEqual([2, 1]);
    expect(pages.flat()).toEqual(fileSystemReplications);
  });

  it.each([
    ['a source', 'fs-3'],
    ['a destination', 'fs-4'],
  ])('are told by %s', async (_end, FileSystemId) => {
    const { Replications } = await client.send(new DescribeReplicationConfigurationsCommand({ FileSystemId }));
    expect(Replications).toEqual([fileSystemReplications[1]]);
  });

  it.each([
    ['an unknown file system', { FileSystemId: 'fs-x' }, 'FileSystemNotFound'],
    ['a file system without any', { FileSystemId: 'fs-9' }, 'ReplicationNotFound'],
    ['a foreign token', { NextToken: 'x' }, 'BadRequest'],
    ['an empty page', { MaxResults: 0 }, 'ValidationException'],
  ])('of %s are refused', async (_story, wanted, name) => {
    await expect(client.send(new DescribeReplicationConfigurationsCommand(wanted))).rejects.toMatchObject({ name });
  });
});
