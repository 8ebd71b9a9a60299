import {
  type Backup,
  DescribeBackupsCommand,
  DescribeFileSystemsCommand,
  DescribeVolumesCommand,
  FSxClient,
  paginateDescribeBackups,
} from '@aws-sdk/client-fsx';
import { afterAll, describe, expect, it } from '@jest/globals';
import { startSandbox } from '../../server.js';

const accountId = '111111111111';
const region = 'eu-central-1';
const created = new Date(Date.UTC(2026, 0, 1));

const backups: Backup[] = Array.from({ length: 5 }, (_, number) => ({
  BackupId: `backup-${number}`,
  Type: number === 4 ? 'AWS_BACKUP' : 'AUTOMATIC',
  Lifecycle: 'AVAILABLE',
  CreationTime: created,
  FileSystem: { FileSystemId: `fs-${number % 2}`, FileSystemType: 'WINDOWS' },
}));

const sandbox = await startSandbox({
  world: {
    partition: 'aws',
    now: Date.UTC(2026, 10, 22),
    accounts: [{ id: accountId, name: 'main' }],
    regions: [region],
    scopes: [
      {
        accountId,
        region,
        fsxFileSystems: [{ FileSystemId: 'fs-0', FileSystemType: 'WINDOWS' }, { FileSystemId: 'fs-1' }],
        fsxVolumes: [
          { VolumeId: 'fsvol-0', FileSystemId: 'fs-1', OntapConfiguration: { StorageVirtualMachineId: 'svm-0' } },
          { VolumeId: 'fsvol-1', FileSystemId: 'fs-2' },
        ],
        fsxBackups: backups,
      },
    ],
  },
});
afterAll(sandbox.close);

const client = new FSxClient({ endpoint: sandbox.url, region, credentials: sandbox.credentials, maxAttempts: 1 });

it('backups come in pages, each as it is in the world', async () => {
  const pages: Backup[][] = [];
  for await (const { Backups = [] } of paginateDescribeBackups({ client, pageSize: 2 }, {})) pages.push(Backups);
  expect(pages.map((page) => page.length)).toEqual([2, 2, 1]);
  expect(pages.flat()).toMatchObject(backups);
});

it.each([
  ['of a file system', { Filters: [{ Name: 'file-system-id' as const, Values: ['fs-1'] }] }, ['backup-1', 'backup-3']],
  ['of a type', { Filters: [{ Name: 'backup-type' as const, Values: ['AWS_BACKUP'] }] }, ['backup-4']],
  ['by id', { BackupIds: ['backup-2'] }, ['backup-2']],
])('backups %s', async (_story, wanted, expected) => {
  const { Backups = [] } = await client.send(new DescribeBackupsCommand(wanted));
  expect(Backups.map(({ BackupId }) => BackupId)).toEqual(expected);
});

it.each([
  ['of a file system', 'file-system-id' as const, 'fs-2', 'fsvol-1'],
  ['of a virtual machine', 'storage-virtual-machine-id' as const, 'svm-0', 'fsvol-0'],
])('volumes %s', async (_story, Name, value, id) => {
  const { Volumes } = await client.send(new DescribeVolumesCommand({ Filters: [{ Name, Values: [value] }] }));
  expect(Volumes).toMatchObject([{ VolumeId: id }]);
});

describe('what is not there is missed', () => {
  it.each([
    [
      'file system',
      () => client.send(new DescribeFileSystemsCommand({ FileSystemIds: ['fs-9'] })),
      'FileSystemNotFound',
    ],
    ['volume', () => client.send(new DescribeVolumesCommand({ VolumeIds: ['fsvol-9'] })), 'VolumeNotFound'],
    ['backup', () => client.send(new DescribeBackupsCommand({ BackupIds: ['backup-9'] })), 'BackupNotFound'],
    ['page', () => client.send(new DescribeFileSystemsCommand({ NextToken: 'x' })), 'BadRequest'],
  ])('%s', async (_what, call, name) => {
    await expect(call()).rejects.toMatchObject({ name, $metadata: { httpStatusCode: 400 } });
  });
});

it('file systems are told', async () => {
  const { FileSystems } = await client.send(new DescribeFileSystemsCommand({}));
  expect(FileSystems?.map(({ FileSystemId }) => FileSystemId)).toEqual(['fs-0', 'fs-1']);
});
