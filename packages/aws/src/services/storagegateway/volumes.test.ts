import { afterEach, describe, expect, it } from '@jest/globals';
import { answerOnce, expectAllAsked, pagesOf, scope } from '../reading.fixture.js';
import { storagegateway } from './service.js';

const gatewayArn = (id: string) => `arn:aws:storagegateway:eu-west-1:111111111111:gateway/${id}`;
const gateway = (id: string, type: string) => ({ GatewayId: id, GatewayARN: gatewayArn(id), GatewayType: type });
const volume = (gatewayId: string, id: string) => ({
  VolumeARN: `${gatewayArn(gatewayId)}/volume/${id}`,
  VolumeId: id,
  VolumeType: 'CACHED_iSCSI',
});

const read = () => pagesOf(storagegateway);
const answer = (operation: string, input: Record<string, string | number>, body: object, status?: number) => {
  answerOnce('storagegateway', `StorageGateway_20130630.${operation}`, input, body, status);
};
const invalid = (errorCode: string) => ({
  __type: 'InvalidGatewayRequestException',
  message: 'The request is not valid.',
  error: { errorCode },
});

/** Lets a volume tell its schedule of snapshots, or that something is wrong. */
function schedule(gatewayId: string, id: string, status: number, errorCode = ''): void {
  const { VolumeARN } = volume(gatewayId, id);
  const told = status === 200 ? { VolumeARN, StartAt: 3, RecurrenceInHours: 24 } : invalid(errorCode);
  answer('DescribeSnapshotSchedule', { VolumeARN }, told, status);
}

afterEach(expectAllAsked);

describe('Storage Gateway', () => {
  it('reads every page of gateways, and of the volumes of each', async () => {
    answer('ListGateways', { Limit: 100 }, { Gateways: [gateway('sgw-1', 'CACHED')], Marker: 'a' });
    answer('ListGateways', { Limit: 100, Marker: 'a' }, { Gateways: [], Marker: 'b' });
    answer('ListGateways', { Limit: 100, Marker: 'b' }, { Gateways: [gateway('sgw-2', 'STORED')] });
    answer('ListVolumes', { GatewayARN: gatewayArn('sgw-1'), Limit: 100 }, { VolumeInfos: [], Marker: 'x' });
    answer(
      'ListVolumes',
      { GatewayARN: gatewayArn('sgw-1'), Limit: 100, Marker: 'x' },
      {
        VolumeInfos: [volume('sgw-1', 'vol-1'), volume('sgw-1', 'vol-2')],
      },
    );
    answer('ListVolumes', { GatewayARN: gatewayArn('sgw-2'), Limit: 100 }, { VolumeInfos: [volume('sgw-2', 'vol-3')] });
    for (const [gatewayId, id] of [
      ['sgw-1', 'vol-1'],
      ['sgw-1', 'vol-2'],
      ['sgw-2', 'vol-3'],
    ] as const) {
      schedule(gatewayId, id, 200);
    }

    const pages = await read();
    const names = pages.flatMap(({ resources }) => (resources ? [resources.map(({ name }) => name)] : []));
    expect(names).toEqual([['vol-1', 'vol-2'], [], ['vol-3']]);
    expect(pages[0]?.resources?.[0]).toEqual({
      type: 'Storage Gateway',
      arn: 'arn:aws:storagegateway:eu-west-1:111111111111:gateway/sgw-1/volume/vol-1',
      accountId: '111111111111',
      region: 'eu-west-1',
      name: 'vol-1',
    });
  });

  it('asks for volumes of Volume Gateways only', async () => {
    const types = ['FILE_S3', 'FILE_FSX_SMB', 'VTL', 'VTL_SNOW'];
    answer('ListGateways', { Limit: 100 }, { Gateways: types.map((type) => gateway(`sgw-${type}`, type)) });
    expect(await read()).toEqual([{ resources: [] }]);
  });

  it('says so where a gateway is of a type that is not known', async () => {
    answer('ListGateways', { Limit: 100 }, { Gateways: [gateway('sgw-1', 'TYPE_OF_TOMORROW')] });
    await expect(read()).rejects.toThrow(
      'AWS answered ListGateways with GatewayType TYPE_OF_TOMORROW, which this version does not know (GatewayId sgw-1)',
    );
  });

  it('leaves a gateway out that vanished after it was listed', async () => {
    answer('ListGateways', { Limit: 100 }, { Gateways: [gateway('sgw-1', 'CACHED'), gateway('sgw-2', 'CACHED')] });
    answer('ListVolumes', { GatewayARN: gatewayArn('sgw-1'), Limit: 100 }, invalid('GatewayNotFound'), 400);
    answer('ListVolumes', { GatewayARN: gatewayArn('sgw-2'), Limit: 100 }, { VolumeInfos: [volume('sgw-2', 'vol-2')] });
    schedule('sgw-2', 'vol-2', 200);
    expect((await read()).flatMap((page) => page.resources ?? []).map(({ name }) => name)).toEqual(['vol-2']);
  });

  it('does not believe that all gateways vanished', async () => {
    answer('ListGateways', { Limit: 100 }, { Gateways: [gateway('sgw-1', 'CACHED')] });
    answer('ListVolumes', { GatewayARN: gatewayArn('sgw-1'), Limit: 100 }, invalid('GatewayNotFound'), 400);
    await expect(read()).rejects.toThrow('The request is not valid.');
  });

  it('takes no other invalid request for a vanished gateway', async () => {
    answer('ListGateways', { Limit: 100 }, { Gateways: [gateway('sgw-1', 'CACHED')] });
    answer('ListVolumes', { GatewayARN: gatewayArn('sgw-1'), Limit: 100 }, invalid('GatewayNotConnected'), 400);
    await expect(read()).rejects.toThrow('The request is not valid.');
  });

  it.each([
    { lacks: 'ListGateways without Gateways', gateways: {} },
    { lacks: 'ListGateways without GatewayARN', gateways: { Gateways: [{ GatewayType: 'CACHED' }] } },
  ])('an answer of $lacks is an error', async ({ lacks, gateways }) => {
    answer('ListGateways', { Limit: 100 }, gateways);
    await expect(read()).rejects.toThrow(`AWS answered ${lacks}`);
  });

  it('a volume without an ARN is an error', async () => {
    answer('ListGateways', { Limit: 100 }, { Gateways: [gateway('sgw-1', 'CACHED')] });
    answer('ListVolumes', { GatewayARN: gatewayArn('sgw-1'), Limit: 100 }, { VolumeInfos: [{ VolumeId: 'vol-1' }] });
    await expect(read()).rejects.toThrow('AWS answered ListVolumes without VolumeARN');
  });
});

describe('snapshots of gateway volumes', () => {
  function listed(): void {
    answer('ListGateways', { Limit: 100 }, { Gateways: [gateway('sgw-1', 'STORED')] });
    answer('ListVolumes', { GatewayARN: gatewayArn('sgw-1'), Limit: 100 }, { VolumeInfos: [volume('sgw-1', 'vol-1')] });
  }

  it.each([
    { story: 'are made by a schedule', status: 200, code: '', enabled: true },
    { story: 'are made by no schedule', status: 400, code: 'SnapshotScheduleNotFound', enabled: false },
  ])('$story', async ({ status, code, enabled }) => {
    listed();
    schedule('sgw-1', 'vol-1', status, code);
    expect((await read()).flatMap((page) => page.nativeBackups ?? [])).toEqual([
      { scope, resourceArn: volume('sgw-1', 'vol-1').VolumeARN, mechanism: 'storage-gateway-snapshots', enabled },
    ]);
  });

  it('are none of a volume that vanished', async () => {
    answer('ListGateways', { Limit: 100 }, { Gateways: [gateway('sgw-1', 'STORED')] });
    const VolumeInfos = [volume('sgw-1', 'vol-1'), volume('sgw-1', 'vol-2')];
    answer('ListVolumes', { GatewayARN: gatewayArn('sgw-1'), Limit: 100 }, { VolumeInfos });
    schedule('sgw-1', 'vol-1', 400, 'VolumeNotFound');
    schedule('sgw-1', 'vol-2', 400, 'SnapshotScheduleNotFound');
    expect((await read()).slice(1)).toMatchObject([
      { uncounted: [{ name: 'vol-1', state: { is: 'deleting', word: 'vanished' } }] },
      { nativeBackups: [{ enabled: false }] },
    ]);
  });

  it('are not known where the volume cannot tell', async () => {
    listed();
    schedule('sgw-1', 'vol-1', 400, 'GatewayNotConnected');
    await expect(read()).rejects.toThrow('The request is not valid.');
  });
});
