import {
  DescribeSnapshotScheduleCommand,
  ListGatewaysCommand,
  ListTagsForResourceCommand,
  ListVolumesCommand,
  paginateListVolumes,
  StorageGatewayClient,
} from '@aws-sdk/client-storage-gateway';
import { afterAll, expect, it } from '@jest/globals';
import { startSandbox } from '../../server.js';

const accountId = '111111111111';
const region = 'eu-central-1';
const gatewayArn = (id: number): string => `arn:aws:storagegateway:${region}:${accountId}:gateway/sgw-${id}`;
const volumes = [0, 1, 2].map((id) => ({
  VolumeARN: `${gatewayArn(id % 2)}/volume/vol-${id}`,
  GatewayARN: gatewayArn(id % 2),
}));
const [firstVolume] = volumes;

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
        gateways: [{ GatewayARN: gatewayArn(0) }, { GatewayARN: gatewayArn(1) }],
        gatewayVolumes: volumes,
        snapshotSchedules: { [firstVolume?.VolumeARN ?? '']: { StartAt: 3, RecurrenceInHours: 24 } },
        tags: { [firstVolume?.VolumeARN ?? '']: { team: 'files' } },
      },
    ],
  },
});
afterAll(sandbox.close);

const client = new StorageGatewayClient({
  endpoint: sandbox.url,
  region,
  credentials: sandbox.credentials,
  maxAttempts: 1,
});

it('gateways are told', async () => {
  const { Gateways } = await client.send(new ListGatewaysCommand({}));
  expect(Gateways).toEqual([{ GatewayARN: gatewayArn(0) }, { GatewayARN: gatewayArn(1) }]);
});

it('volumes of all gateways come in pages', async () => {
  const pages: unknown[] = [];
  for await (const { VolumeInfos } of paginateListVolumes({ client, pageSize: 2 }, {})) pages.push(VolumeInfos);
  expect(pages).toEqual([volumes.slice(0, 2), volumes.slice(2)]);
});

it('volumes of one gateway', async () => {
  const listed = await client.send(new ListVolumesCommand({ GatewayARN: gatewayArn(1) }));
  expect(listed).toMatchObject({ GatewayARN: gatewayArn(1), VolumeInfos: [volumes[1]] });
});

it('tags of a volume and of a gateway', async () => {
  const tags = async (ResourceARN: string | undefined): Promise<unknown> =>
    (await client.send(new ListTagsForResourceCommand({ ResourceARN }))).Tags;
  expect(await tags(firstVolume?.VolumeARN)).toEqual([{ Key: 'team', Value: 'files' }]);
  expect(await tags(gatewayArn(0))).toEqual([]);
});

it.each([
  ['gateway', () => client.send(new ListVolumesCommand({ GatewayARN: gatewayArn(9) }))],
  ['resource', () => client.send(new ListTagsForResourceCommand({ ResourceARN: gatewayArn(9) }))],
  ['page', () => client.send(new ListVolumesCommand({ Marker: 'x' }))],
])('a %s that is not there is refused', async (_what, call) => {
  await expect(call()).rejects.toMatchObject({ name: 'InvalidGatewayRequestException' });
});

it('the schedule of a volume, where it has one', async () => {
  const scheduleOf = (VolumeARN: string | undefined) => client.send(new DescribeSnapshotScheduleCommand({ VolumeARN }));
  expect(await scheduleOf(firstVolume?.VolumeARN)).toMatchObject({
    VolumeARN: firstVolume?.VolumeARN,
    StartAt: 3,
    RecurrenceInHours: 24,
  });
  await expect(scheduleOf(volumes[1]?.VolumeARN)).rejects.toMatchObject({
    name: 'InvalidGatewayRequestException',
    error: { errorCode: 'SnapshotScheduleNotFound' },
  });
  await expect(scheduleOf(`${gatewayArn(9)}/volume/vol-9`)).rejects.toMatchObject({
    error: { errorCode: 'VolumeNotFound' },
  });
});
