import type { Resource } from '@backproof/core';
import { afterEach, describe, expect, it } from '@jest/globals';
import { fsx } from './service.js';
import { answerOnce, expectAllAsked, pagesOf, scope } from '../reading.fixture.js';

const arn = (resource: string) => `arn:aws:fsx:eu-west-1:111111111111:${resource}`;
const seconds = (time: string) => Date.parse(time) / 1000;

const fileSystem = (id: string, more: object = {}) => ({
  FileSystemId: id,
  ResourceARN: arn(`file-system/${id}`),
  FileSystemType: 'WINDOWS',
  Lifecycle: 'AVAILABLE',
  Tags: [],
  ...('FileSystemType' in more ? {} : { WindowsConfiguration: { AutomaticBackupRetentionDays: 0 } }),
  ...more,
});
const volume = (fileSystemId: string, id: string, more: object = {}) => ({
  VolumeId: id,
  FileSystemId: fileSystemId,
  ResourceARN: arn(`volume/${fileSystemId}/${id}`),
  Name: `${id}-name`,
  VolumeType: 'ONTAP',
  Lifecycle: 'CREATED',
  OntapConfiguration: { OntapVolumeType: 'RW' },
  ...more,
});
const backup = (of: object, time: string, lifecycle = 'AVAILABLE') => ({
  BackupId: `backup-${time}`,
  Type: 'AUTOMATIC',
  Lifecycle: lifecycle,
  CreationTime: seconds(time),
  ...of,
});

const read = (resources: readonly Resource[] = []) => pagesOf(fsx, { before: { resources } });
const answer = (operation: string, token: string | undefined, body: object) => {
  const filters = operation === 'DescribeBackups' && {
    Filters: [{ Name: 'backup-type', Values: ['AUTOMATIC', 'USER_INITIATED'] }],
  };
  const input = { MaxResults: 1000, ...filters, ...(token !== undefined && { NextToken: token }) };
  answerOnce('fsx', `AWSSimbaAPIService_v20180301.${operation}`, input, body);
};

interface Listed {
  readonly fileSystems: readonly object[];
  readonly volumes?: readonly object[];
}

function resources({ fileSystems, volumes = [] }: Listed): void {
  answer('DescribeFileSystems', undefined, { FileSystems: fileSystems });
  answer('DescribeVolumes', undefined, { Volumes: volumes });
}

/** What is listed once the resources are known. */
function automaticBackups({ fileSystems }: Listed, backups: readonly object[] = []): void {
  answer('DescribeFileSystems', undefined, { FileSystems: fileSystems });
  answer('DescribeBackups', undefined, { Backups: backups });
}

async function readResources(listed: Listed): Promise<Resource[]> {
  resources(listed);
  automaticBackups(listed);
  return (await read()).flatMap((page) => page.resources ?? []);
}

const nothing = { resources: [], replicas: [] };

afterEach(expectAllAsked);

describe('FSx resources', () => {
  it('are read through every page, empty ones with a token among them', async () => {
    const fileSystems = [fileSystem('fs-1'), fileSystem('fs-2')];
    answer('DescribeFileSystems', undefined, { FileSystems: fileSystems.slice(0, 1), NextToken: 'a' });
    answer('DescribeFileSystems', 'a', { FileSystems: [], NextToken: 'b' });
    answer('DescribeFileSystems', 'b', { FileSystems: fileSystems.slice(1) });
    answer('DescribeVolumes', undefined, { Volumes: [], NextToken: 'c' });
    answer('DescribeVolumes', 'c', { Volumes: [volume('fs-3', 'fsvol-1')] });
    automaticBackups({ fileSystems });

    const names = (await read()).map((page) => page.resources?.map(({ name }) => name));
    expect(names).toEqual([['fs-1'], [], ['fs-2'], [], ['fsvol-1-name'], undefined]);
  });

  it.each([
    { engine: 'LUSTRE', configuration: 'LustreConfiguration', deployment: 'SCRATCH_2' },
    { engine: 'WINDOWS', configuration: 'WindowsConfiguration', deployment: 'MULTI_AZ_1' },
    { engine: 'ONTAP', configuration: 'OntapConfiguration', deployment: 'DEPLOYMENT_OF_TOMORROW' },
    { engine: 'OPENZFS', configuration: 'OpenZFSConfiguration', deployment: 'SINGLE_AZ_HA_2' },
  ])('are file systems of $engine', async ({ engine, configuration, deployment }) => {
    const told = fileSystem('fs-1', {
      FileSystemType: engine,
      [configuration]: { DeploymentType: deployment, AutomaticBackupRetentionDays: 0 },
      CreationTime: seconds('2026-01-02T03:04:05Z'),
      Tags: [{ Key: 'Name', Value: 'shared-home' }],
    });
    resources({ fileSystems: [told] });
    if (engine !== 'ONTAP') automaticBackups({ fileSystems: [told] });

    expect((await read())[0]?.resources).toEqual([
      {
        type: 'FSx',
        form: 'fileSystem',
        engine,
        deployment,
        arn: arn('file-system/fs-1'),
        accountId: '111111111111',
        region: 'eu-west-1',
        name: 'shared-home',
        tags: { Name: 'shared-home' },
        createdAt: Date.parse('2026-01-02T03:04:05Z'),
        state: { is: 'available', word: 'AVAILABLE' },
      },
    ]);
  });

  it.each([
    { told: 'RW', volumeType: { volumeType: 'RW' } },
    { told: 'DP', volumeType: { volumeType: 'DP' } },
    { told: 'LS', volumeType: { volumeType: 'LS' } },
  ])('are ONTAP volumes of type $told', async ({ told, volumeType }) => {
    const volumes = [volume('fs-1', 'fsvol-1', { OntapConfiguration: { OntapVolumeType: told } })];
    resources({ fileSystems: [], volumes });
    if (told !== 'DP' && told !== 'LS') automaticBackups({ fileSystems: [] });

    expect((await read())[1]?.resources).toEqual([
      {
        type: 'FSx',
        form: 'volume',
        engine: 'ONTAP',
        ...volumeType,
        arn: arn('volume/fs-1/fsvol-1'),
        accountId: '111111111111',
        region: 'eu-west-1',
        name: 'fsvol-1-name',
        tags: {},
        state: { is: 'available', word: 'CREATED' },
      },
    ]);
  });

  it('are not volumes of OpenZFS: then nobody asks for backups', async () => {
    resources({ fileSystems: [], volumes: [volume('fs-1', 'fsvol-1', { VolumeType: 'OPENZFS' })] });
    expect(await read()).toEqual([nothing, nothing]);
  });

  it.each([
    ['CREATING', 'creating'],
    ['DELETING', 'deleting'],
    ['FAILED', 'failed'],
    ['MISCONFIGURED', 'failed'],
    ['MISCONFIGURED_UNAVAILABLE', 'failed'],
    ['UPDATING', 'transient'],
    ['PENDING', 'creating'],
    ['LIFECYCLE_OF_TOMORROW', 'unknown'],
  ])('that are %s are listed as %s', async (word, is) => {
    const listed = {
      fileSystems: [fileSystem('fs-1', { Lifecycle: word })],
      volumes: [volume('fs-2', 'fsvol-1', { Lifecycle: word })],
    };
    expect(await readResources(listed)).toMatchObject([{ state: { is, word } }, { state: { is, word } }]);
  });

  it.each([
    {
      what: 'FileSystemType ZFS_OF_TOMORROW',
      told: { fileSystems: [fileSystem('fs-1', { FileSystemType: 'ZFS_OF_TOMORROW' })] },
    },
    {
      what: 'VolumeType ZVOL_OF_TOMORROW',
      told: { fileSystems: [], volumes: [volume('fs-1', 'fsvol-1', { VolumeType: 'ZVOL_OF_TOMORROW' })] },
    },
    {
      what: 'OntapVolumeType CACHE_OF_TOMORROW',
      told: {
        fileSystems: [],
        volumes: [volume('fs-1', 'fsvol-1', { OntapConfiguration: { OntapVolumeType: 'CACHE_OF_TOMORROW' } })],
      },
    },
  ])('of a type that is not known are a gap that says so: $what', async ({ what, told }) => {
    answer('DescribeFileSystems', undefined, { FileSystems: told.fileSystems });
    if (told.volumes) answer('DescribeVolumes', undefined, { Volumes: told.volumes });
    await expect(read()).rejects.toThrow(`with ${what}, which this version does not know`);
  });

  it.each([
    { lacks: 'DescribeFileSystems without FileSystems', body: {} },
    {
      lacks: 'DescribeFileSystems without ResourceARN',
      body: { FileSystems: [fileSystem('fs-1', { ResourceARN: undefined })] },
    },
  ])('cannot be told by an answer of $lacks', async ({ lacks, body }) => {
    answer('DescribeFileSystems', undefined, body);
    await expect(read()).rejects.toThrow(`AWS answered ${lacks}`);
  });
});

describe('automatic backups of FSx', () => {
  const windows = { WindowsConfiguration: { AutomaticBackupRetentionDays: 30 } };
  const ontap = { FileSystemType: 'ONTAP', OntapConfiguration: { AutomaticBackupRetentionDays: 7 } };
  const native = (resource: string) => ({ scope, resourceArn: arn(resource), mechanism: 'fsx-automatic-backups' });
  const of = (fileSystemId: string, volumeId?: string) => ({
    FileSystem: { FileSystemId: fileSystemId },
    ...(volumeId !== undefined && {
      ResourceType: 'VOLUME',
      Volume: { VolumeId: volumeId, FileSystemId: fileSystemId },
    }),
  });

  async function readBackups(listed: Listed, backups: readonly object[] = []) {
    resources(listed);
    automaticBackups(listed, backups);
    return (await read()).flatMap((page) => page.nativeBackups ?? []);
  }

  it('are as new as the newest that is available, whatever the order', async () => {
    const times = ['2026-11-20T05:00:00Z', '2026-11-21T05:00:00Z', '2026-11-19T05:00:00Z'];
    const backups = [
      ...times.map((time) => backup(of('fs-1'), time)),
      backup(of('fs-1'), '2026-11-22T05:00:00Z', 'CREATING'),
      backup(of('fs-gone'), '2026-11-22T05:00:00Z'),
    ];
    expect(await readBackups({ fileSystems: [fileSystem('fs-1', windows)] }, backups)).toEqual([
      {
        ...native('file-system/fs-1'),
        enabled: true,
        retentionDays: 30,
        latestRestorableAt: Date.parse('2026-11-21T05:00:00Z'),
      },
    ]);
  });

  it('stand beside those that somebody made', async () => {
    const byHand = (fields: object, time: string, lifecycle?: string) => ({
      ...backup(fields, time, lifecycle),
      Type: 'USER_INITIATED',
    });
    const backups = [
      byHand(of('fs-1'), '2026-10-01T05:00:00Z'),
      byHand(of('fs-1'), '2026-10-02T05:00:00Z'),
      byHand(of('fs-1'), '2026-10-03T05:00:00Z', 'FAILED'),
      backup(of('fs-2'), '2026-10-04T05:00:00Z'),
    ];
    const off = { WindowsConfiguration: { AutomaticBackupRetentionDays: 0 } };
    expect(await readBackups({ fileSystems: [fileSystem('fs-1', off), fileSystem('fs-2', windows)] }, backups)).toEqual(
      [
        { ...native('file-system/fs-1'), enabled: false, retentionDays: 0 },
        {
          ...native('file-system/fs-2'),
          enabled: true,
          retentionDays: 30,
          latestRestorableAt: Date.parse('2026-10-04T05:00:00Z'),
        },
        {
          ...native('file-system/fs-1'),
          mechanism: 'fsx-user-backups',
          enabled: true,
          latestRestorableAt: Date.parse('2026-10-02T05:00:00Z'),
        },
      ],
    );
  });

  it('are not asked for where there are only resources of other services', async () => {
    const { accountId, region } = scope;
    const table = {
      type: 'DynamoDB',
      arn: 'arn:aws:dynamodb:eu-west-1:111111111111:table/carts',
      name: 'carts',
    } as const;
    resources({ fileSystems: [] });
    expect(await read([{ ...table, accountId, region }])).toEqual([nothing, nothing]);
  });

  it('are read through every page', async () => {
    const fileSystems = [fileSystem('fs-1', windows)];
    resources({ fileSystems });
    answer('DescribeFileSystems', undefined, { FileSystems: [], NextToken: 'a' });
    answer('DescribeFileSystems', 'a', { FileSystems: fileSystems });
    answer('DescribeBackups', undefined, { Backups: [], NextToken: 'b' });
    answer('DescribeBackups', 'b', { Backups: [backup(of('fs-1'), '2026-11-21T05:00:00Z')] });

    expect((await read()).flatMap((page) => page.nativeBackups ?? [])).toMatchObject([
      { retentionDays: 30, latestRestorableAt: Date.parse('2026-11-21T05:00:00Z') },
    ]);
  });

  it('of ONTAP are those of its read-write volumes, kept as the file system says', async () => {
    const listed = {
      fileSystems: [fileSystem('fs-1', ontap)],
      volumes: [
        volume('fs-1', 'fsvol-1'),
        volume('fs-1', 'fsvol-2'),
        volume('fs-1', 'fsvol-3', { OntapConfiguration: { OntapVolumeType: 'DP' } }),
      ],
    };
    const backups = [backup(of('fs-1', 'fsvol-1'), '2026-11-21T05:00:00Z')];
    const enabled = { enabled: true, retentionDays: 7 };
    expect(await readBackups(listed, backups)).toEqual([
      { ...native('volume/fs-1/fsvol-1'), ...enabled, latestRestorableAt: Date.parse('2026-11-21T05:00:00Z') },
      { ...native('volume/fs-1/fsvol-2'), ...enabled },
    ]);
  });

  it.each([
    { story: 'switched off', fields: { WindowsConfiguration: { AutomaticBackupRetentionDays: 0 } } },
    {
      story: 'not possible',
      fields: { FileSystemType: 'LUSTRE', LustreConfiguration: { DeploymentType: 'SCRATCH_2' } },
    },
  ])('may be $story', async ({ fields }) => {
    expect(await readBackups({ fileSystems: [fileSystem('fs-1', fields)] })).toEqual([
      { ...native('file-system/fs-1'), enabled: false, retentionDays: 0 },
    ]);
  });

  it.each([
    { odd: 'Lifecycle ARCHIVED', fields: { Lifecycle: 'ARCHIVED' } },
    { odd: 'Type SCHEDULED', fields: { Type: 'SCHEDULED' } },
  ])('are a gap with $odd, which AWS added later', async ({ odd, fields }) => {
    const listed = { fileSystems: [fileSystem('fs-1', windows)] };
    resources(listed);
    answer('DescribeFileSystems', undefined, { FileSystems: listed.fileSystems });
    answer('DescribeBackups', undefined, {
      Backups: [backup({ FileSystem: { FileSystemId: 'fs-1' }, ...fields }, '2026-11-21T05:00:00Z')],
    });
    await expect(read()).rejects.toThrow(`AWS answered DescribeBackups with ${odd}, which this version does not know`);
  });

  it.each([
    { lacks: 'configuration', fields: { FileSystemType: 'WINDOWS' } },
    { lacks: 'AutomaticBackupRetentionDays', fields: { WindowsConfiguration: { DeploymentType: 'SINGLE_AZ_2' } } },
  ])('cannot be told of a file system without $lacks', async ({ lacks, fields }) => {
    const fileSystems = [fileSystem('fs-1', fields)];
    resources({ fileSystems });
    answer('DescribeFileSystems', undefined, { FileSystems: fileSystems });
    await expect(read()).rejects.toThrow(`AWS answered DescribeFileSystems without ${lacks}`);
  });

  it.each([
    { lacks: 'Backups', body: {} },
    { lacks: 'FileSystemId', body: { Backups: [backup({ FileSystem: {} }, '2026-11-21T05:00:00Z')] } },
  ])('cannot be told by an answer without $lacks', async ({ lacks, body }) => {
    const listed = { fileSystems: [fileSystem('fs-1', windows)] };
    resources(listed);
    answer('DescribeFileSystems', undefined, { FileSystems: listed.fileSystems });
    answer('DescribeBackups', undefined, body);
    await expect(read()).rejects.toThrow(`AWS answered DescribeBackups without ${lacks}`);
  });
});

describe('replicas of FSx', () => {
  const windows = (id: string, DeploymentType: string) =>
    fileSystem(id, { WindowsConfiguration: { DeploymentType, AutomaticBackupRetentionDays: 0 } });
  const ontap = (id: string, DeploymentType: string) =>
    fileSystem(id, {
      FileSystemType: 'ONTAP',
      OntapConfiguration: { DeploymentType, AutomaticBackupRetentionDays: 0 },
    });
  const ofType = (OntapVolumeType: string) => ({ OntapConfiguration: { OntapVolumeType } });

  async function readReplicas(listed: Listed) {
    resources(listed);
    automaticBackups(listed);
    return (await read()).flatMap((page) => page.replicas ?? []);
  }

  it('stand by in the second zone of a file system, and are told without another call', async () => {
    const listed = { fileSystems: [windows('fs-1', 'MULTI_AZ_1'), windows('fs-2', 'SINGLE_AZ_2')] };
    expect(await readReplicas(listed)).toEqual([
      { scope, mechanism: 'fsx-multi-az', sourceArn: arn('file-system/fs-1') },
    ]);
  });

  it('of ONTAP are those of its volumes, of which one may follow another that FSx does not name', async () => {
    const listed = {
      fileSystems: [ontap('fs-1', 'MULTI_AZ_2'), ontap('fs-2', 'SINGLE_AZ_1')],
      volumes: [
        volume('fs-1', 'fsvol-1'),
        volume('fs-1', 'fsvol-2', ofType('DP')),
        volume('fs-2', 'fsvol-3'),
        volume('fs-2', 'fsvol-4', ofType('DP')),
      ],
    };
    expect(await readReplicas(listed)).toEqual([
      { scope, mechanism: 'fsx-multi-az', sourceArn: arn('file-system/fs-1') },
      { scope, mechanism: 'fsx-multi-az', sourceArn: arn('volume/fs-1/fsvol-1') },
      { scope, mechanism: 'ontap-snapmirror', replicaArn: arn('volume/fs-1/fsvol-2') },
      { scope, mechanism: 'ontap-snapmirror', replicaArn: arn('volume/fs-2/fsvol-4') },
    ]);
  });
});
