import {
  DescribeImagesCommand,
  type DescribeImagesRequest,
  DescribeInstancesCommand,
  type DescribeInstancesRequest,
  DescribeRegionsCommand,
  DescribeSnapshotsCommand,
  type DescribeSnapshotsRequest,
  DescribeVolumesCommand,
  type DescribeVolumesRequest,
  EC2Client,
  type Image,
  type Instance,
  paginateDescribeImages,
  paginateDescribeInstances,
  paginateDescribeSnapshots,
  type Snapshot,
} from '@aws-sdk/client-ec2';
import { afterAll, describe, expect, it } from '@jest/globals';
import { startSandbox } from '../../server.js';

const accountId = '111111111111';
const region = 'eu-central-1';

const instances: Instance[] = Array.from({ length: 12 }, (_, number) => ({
  InstanceId: `i-${number}`,
  LaunchTime: new Date(Date.UTC(2026, 0, 1)),
  State: { Code: 16, Name: number === 3 ? 'stopped' : 'running' },
  Tags: [{ Key: 'Name', Value: `<web> & "${number}"` }],
}));

const snapshots: Snapshot[] = Array.from({ length: 7 }, (_, number) => ({
  SnapshotId: `snap-${number}`,
  VolumeId: `vol-${number % 2}`,
  OwnerId: accountId,
  StartTime: new Date(Date.UTC(2026, 0, 1 + number)),
  State: number === 6 ? 'pending' : 'completed',
  Description: number === 2 ? 'before the upgrade' : '',
  Tags: number === 1 ? [{ Key: 'aws:dlm:lifecycle-policy-id', Value: 'policy-1' }] : [],
}));

const images: Image[] = Array.from({ length: 7 }, (_, number) => ({
  ImageId: `ami-${number}`,
  Name: `image-${number}`,
  OwnerId: accountId,
  State: number === 6 ? 'pending' : 'available',
  SourceInstanceId: `i-${number % 2}`,
  CreationDate: new Date(Date.UTC(2026, 0, 1 + number)).toISOString(),
  Tags: number === 1 ? [{ Key: 'aws:dlm:lifecycle-policy-id', Value: 'policy-1' }] : [],
}));

const sandbox = await startSandbox({
  world: {
    partition: 'aws',
    now: Date.UTC(2026, 10, 22),
    accounts: [{ id: accountId, name: 'main' }],
    regions: [region, 'us-east-1'],
    scopes: [
      {
        accountId,
        region,
        instances,
        snapshots,
        images,
        volumes: [
          { VolumeId: 'vol-0', State: 'in-use', Attachments: [{ InstanceId: 'i-0' }], Tags: [{ Key: 'a', Value: '' }] },
          { VolumeId: 'vol-1', State: 'available' },
        ],
      },
    ],
  },
});
afterAll(sandbox.close);

const client = new EC2Client({ endpoint: sandbox.url, region, credentials: sandbox.credentials, maxAttempts: 1 });

describe('instances', () => {
  const ids = async (wanted: DescribeInstancesRequest): Promise<(string | undefined)[]> => {
    const { Reservations = [] } = await client.send(new DescribeInstancesCommand(wanted));
    return Reservations.flatMap(({ Instances = [] }) => Instances.map(({ InstanceId }) => InstanceId));
  };

  it('come in pages, each as it is in the world', async () => {
    const pages: Instance[][] = [];
    for await (const { Reservations = [] } of paginateDescribeInstances({ client, pageSize: 5 }, {})) {
      pages.push(Reservations.flatMap(({ Instances = [] }) => Instances));
    }
    expect(pages.map((page) => page.length)).toEqual([5, 5, 2]);
    expect(pages.flat()).toEqual(instances);
  });

  it.each([
    ['all at once when no page size is asked for', {}, instances.map(({ InstanceId }) => InstanceId)],
    ['by id', { InstanceIds: ['i-7', 'i-2'] }, ['i-7', 'i-2']],
    ['by state', { Filters: [{ Name: 'instance-state-name', Values: ['stopped'] }] }, ['i-3']],
    ['by tag', { Filters: [{ Name: 'tag:Name', Values: ['<web> & "4"', '<web> & "5"'] }] }, ['i-4', 'i-5']],
    ['by tag key', { Filters: [{ Name: 'tag-key', Values: ['name'] }] }, []],
    ['by any characters', { Filters: [{ Name: 'tag:Name', Values: ['*"1?"'] }] }, ['i-10', 'i-11']],
    ['by an asterisk as such', { Filters: [{ Name: 'tag:Name', Values: ['\\*'] }] }, []],
    ['by all but a character', { Filters: [{ Name: 'instance-id', Values: ['?-3', 'i-?4'] }] }, ['i-3']],
    ['by a number', { Filters: [{ Name: 'instance-state-code', Values: ['16'] }], InstanceIds: ['i-1'] }, ['i-1']],
    ['by a time', { Filters: [{ Name: 'launch-time', Values: ['2026-01-*'] }], InstanceIds: ['i-1'] }, ['i-1']],
    ['by owner', { Filters: [{ Name: 'owner-id', Values: ['222222222222'] }] }, []],
    ['by what no instance has', { Filters: [{ Name: 'network-interface.tag-key', Values: ['*'] }] }, []],
  ])('%s', async (_story, wanted, expected) => {
    expect(await ids(wanted)).toEqual(expected);
  });

  it.each([
    ['an unknown id', { InstanceIds: ['i-0123456789abcdef0'] }, 'InvalidInstanceID.NotFound'],
    ['an id of another form', { InstanceIds: ['i-99'] }, 'InvalidInstanceID.Malformed'],
    ['a page that is too small', { MaxResults: 4 }, 'InvalidParameterValue'],
    ['a page that is too large', { MaxResults: 1001 }, 'InvalidParameterValue'],
    ['a foreign token', { NextToken: 'x' }, 'InvalidNextToken'],
    ['an unknown filter', { Filters: [{ Name: 'colour', Values: ['red'] }] }, 'InvalidParameterValue'],
  ])('%s is refused', async (_story, wanted, name) => {
    await expect(ids(wanted)).rejects.toMatchObject({ name, $metadata: { httpStatusCode: 400 } });
  });
});

describe('volumes', () => {
  const ids = async (wanted: DescribeVolumesRequest): Promise<(string | undefined)[]> => {
    const { Volumes = [] } = await client.send(new DescribeVolumesCommand(wanted));
    return Volumes.map(({ VolumeId }) => VolumeId);
  };

  it.each([
    ['all', {}, ['vol-0', 'vol-1']],
    ['by id', { VolumeIds: ['vol-1'] }, ['vol-1']],
    ['by attachment', { Filters: [{ Name: 'attachment.instance-id', Values: ['i-0'] }] }, ['vol-0']],
    ['by an empty tag', { Filters: [{ Name: 'tag:a', Values: [''] }] }, ['vol-0']],
    ['by status', { Filters: [{ Name: 'status', Values: ['available'] }] }, ['vol-1']],
  ])('%s', async (_story, wanted, expected) => {
    expect(await ids(wanted)).toEqual(expected);
  });

  it('an unknown id is refused', async () => {
    await expect(ids({ VolumeIds: ['vol-01234567'] })).rejects.toMatchObject({ name: 'InvalidVolume.NotFound' });
    await expect(ids({ VolumeIds: ['vol-9'] })).rejects.toMatchObject({ name: 'InvalidVolumeID.Malformed' });
  });
});

describe('snapshots', () => {
  const ids = async (wanted: DescribeSnapshotsRequest): Promise<(string | undefined)[]> => {
    const { Snapshots = [] } = await client.send(new DescribeSnapshotsCommand(wanted));
    return Snapshots.map(({ SnapshotId }) => SnapshotId);
  };

  it('come in pages, each as it is in the world', async () => {
    const pages: Snapshot[][] = [];
    for await (const { Snapshots = [] } of paginateDescribeSnapshots({ client, pageSize: 5 }, {}))
      pages.push(Snapshots);
    expect(pages.map((page) => page.length)).toEqual([5, 2]);
    expect(pages.flat()).toMatchObject(snapshots.map(({ SnapshotId, StartTime }) => ({ SnapshotId, StartTime })));
  });

  it.each([
    ['of a volume', { Filters: [{ Name: 'volume-id', Values: ['vol-1'] }] }, ['snap-1', 'snap-3', 'snap-5']],
    ['by id', { SnapshotIds: ['snap-4'] }, ['snap-4']],
    ['that are pending', { Filters: [{ Name: 'status', Values: ['pending'] }] }, ['snap-6']],
    ['by description', { Filters: [{ Name: 'description', Values: ['before the upgrade'] }] }, ['snap-2']],
    ['by tag key', { Filters: [{ Name: 'tag-key', Values: ['aws:dlm:lifecycle-policy-id'] }] }, ['snap-1']],
    ['of oneself', { OwnerIds: ['self'], SnapshotIds: ['snap-0'] }, ['snap-0']],
    ['of an account', { OwnerIds: [accountId], SnapshotIds: ['snap-0'] }, ['snap-0']],
    ['of another account', { OwnerIds: ['999999999999'] }, []],
  ])('%s', async (_story, wanted, expected) => {
    expect(await ids(wanted)).toEqual(expected);
  });

  it('an unknown id is refused', async () => {
    await expect(ids({ SnapshotIds: ['snap-01234567'] })).rejects.toMatchObject({ name: 'InvalidSnapshot.NotFound' });
    await expect(ids({ SnapshotIds: ['snap-9'] })).rejects.toMatchObject({ name: 'InvalidSnapshotID.Malformed' });
  });
});

it('an unknown filter is refused where there is nothing to filter, too', async () => {
  const elsewhere = new EC2Client({
    endpoint: sandbox.url,
    region: 'us-east-1',
    credentials: sandbox.credentials,
    maxAttempts: 1,
  });
  const call = elsewhere.send(new DescribeImagesCommand({ Filters: [{ Name: 'colour', Values: ['red'] }] }));
  await expect(call).rejects.toMatchObject({ name: 'InvalidParameterValue' });
});

it('a dry run is refused as one', async () => {
  await expect(client.send(new DescribeVolumesCommand({ DryRun: true }))).rejects.toMatchObject({
    name: 'DryRunOperation',
    $metadata: { httpStatusCode: 412 },
  });
});

it.each([
  ['region-name', ['us-*'], ['us-east-1']],
  ['opt-in-status', ['opt-in-not-required'], [region, 'us-east-1']],
  ['opt-in-status', ['not-opted-in'], []],
  ['endpoint', [`ec2.${region}.amazonaws.com`], [region]],
])('Regions are filtered by %s', async (Name, Values, expected) => {
  const { Regions } = await client.send(new DescribeRegionsCommand({ Filters: [{ Name, Values }] }));
  expect(Regions?.map(({ RegionName }) => RegionName)).toEqual(expected);
});

it('the Regions are those that are enabled', async () => {
  const { Regions } = await client.send(new DescribeRegionsCommand({}));
  expect(Regions?.map(({ RegionName }) => RegionName)).toEqual([region, 'us-east-1']);
  const unknown = new DescribeRegionsCommand({ RegionNames: ['mars-north-1'] });
  await expect(client.send(unknown)).rejects.toMatchObject({ name: 'InvalidParameterValue' });
});

describe('images', () => {
  const idsOf = async (input: DescribeImagesRequest): Promise<unknown> =>
    (await client.send(new DescribeImagesCommand(input))).Images?.map(({ ImageId }) => ImageId);

  it('come in pages, as they are', async () => {
    const pages: Image[][] = [];
    for await (const { Images = [] } of paginateDescribeImages({ client, pageSize: 5 }, { Owners: ['self'] })) {
      pages.push(Images);
    }
    expect(pages.map(({ length }) => length)).toEqual([5, 2]);
    expect(pages.flat()).toMatchObject(
      images.map(({ Tags, ...image }) => ({ ...image, ...(Tags?.length && { Tags }) })),
    );
  });

  it.each<[string, DescribeImagesRequest, string[]]>([
    ['of an id', { ImageIds: ['ami-4'] }, ['ami-4']],
    ['of an account', { Owners: [accountId], Filters: [{ Name: 'name', Values: ['image-2'] }] }, ['ami-2']],
    ['of nobody', { Owners: ['222222222222'] }, []],
    ['in a state', { Filters: [{ Name: 'state', Values: ['pending'] }] }, ['ami-6']],
    ['of an instance', { Filters: [{ Name: 'source-instance-id', Values: ['i-1'] }] }, ['ami-1', 'ami-3', 'ami-5']],
    ['with a tag', { Filters: [{ Name: 'tag-key', Values: ['aws:dlm:lifecycle-policy-id'] }] }, ['ami-1']],
  ])('are those %s', async (_story, input, expected) => {
    expect(await idsOf(input)).toEqual(expected);
  });

  it('that are not there are missed', async () => {
    await expect(idsOf({ ImageIds: ['ami-01234567'] })).rejects.toMatchObject({ name: 'InvalidAMIID.NotFound' });
    await expect(idsOf({ ImageIds: ['ami-99'] })).rejects.toMatchObject({ name: 'InvalidAMIID.Malformed' });
  });
});
