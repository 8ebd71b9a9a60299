import type { EbsVolume, Resource } from '@backproof/core';
import { afterEach, describe, expect, it } from '@jest/globals';
import nock from '../../nock.fixture.js';
import { ec2 } from './service.js';
import { readSnapshots } from './snapshots.js';
import { expectAllAsked, pagesOf, scope } from '../reading.fixture.js';

const arn = (id: string) => `arn:aws:ec2:eu-west-1:111111111111:volume/${id}`;
const volume = (id: string): EbsVolume => ({
  type: 'EBS',
  arn: arn(id),
  accountId: '111111111111',
  region: 'eu-west-1',
  name: id,
  tags: {},
  attachments: [],
});
const volumes = [volume('vol-1'), volume('vol-2')];

const read = (resources: readonly Resource[] = volumes) => pagesOf(ec2, { read: readSnapshots, before: { resources } });

/** Lets EC2 tell a page of the account's own completed snapshots. */
function answer(items: readonly string[], more: { token?: string; next?: string } = {}): void {
  const next = more.next === undefined ? '' : `<nextToken>${more.next}</nextToken>`;
  const set = `<snapshotSet>${items.join('')}</snapshotSet>`;
  nock('https://ec2.eu-west-1.amazonaws.com')
    .post('/', {
      Action: 'DescribeSnapshots',
      Version: '2016-11-15',
      MaxResults: '1000',
      'Owner.1': 'self',
      'Filter.1.Name': 'status',
      'Filter.1.Value.1': 'completed',
      ...(more.token !== undefined && { NextToken: more.token }),
    })
    .reply(200, `<DescribeSnapshotsResponse><requestId>r</requestId>${set}${next}</DescribeSnapshotsResponse>`, {
      'content-type': 'text/xml',
    });
}

function snapshot(
  day: string,
  { of = 'vol-1', tag = '', description = '', state = 'completed', tier = 'standard' } = {},
): string {
  const tags = tag === '' ? '' : `<tagSet><item><key>${tag}</key><value>x</value></item></tagSet>`;
  const start = `<startTime>2026-11-${day}T05:00:00.000Z</startTime>`;
  return `<item><volumeId>${of}</volumeId><status>${state}</status><storageTier>${tier}</storageTier>${start}<description>${description}</description>${tags}</item>`;
}

const taken = (mechanism: string, id: string, day: string) => ({
  scope,
  resourceArn: arn(id),
  mechanism,
  enabled: true,
  latestRestorableAt: Date.parse(`2026-11-${day}T05:00:00Z`),
});

afterEach(expectAllAsked);

describe('EBS snapshots', () => {
  it('are one record a volume and mechanism, of the newest on any page', async () => {
    const tag = 'aws:dlm:lifecycle-policy-id';
    answer([snapshot('03'), snapshot('05'), snapshot('07', { tag })], { next: 'a' });
    answer([], { token: 'a', next: 'b' });
    answer([snapshot('04'), snapshot('06', { tag }), snapshot('02', { of: 'vol-2' })], { token: 'b' });

    expect(await read()).toEqual([
      {
        nativeBackups: [
          taken('dlm-snapshots', 'vol-1', '07'),
          taken('ebs-snapshots', 'vol-1', '05'),
          taken('ebs-snapshots', 'vol-2', '02'),
        ],
      },
    ]);
  });

  it('are in the archive tier if the newest is', async () => {
    const tier = 'archive';
    answer([
      ...[snapshot('05', { tier }), snapshot('04')],
      ...[snapshot('03', { tier, of: 'vol-2' }), snapshot('04', { of: 'vol-2' })],
    ]);
    expect(await read()).toEqual([
      {
        nativeBackups: [
          { ...taken('ebs-snapshots', 'vol-1', '05'), archived: true },
          taken('ebs-snapshots', 'vol-2', '04'),
        ],
      },
    ]);
  });

  it('count once they are complete, where an endpoint does not filter the others out', async () => {
    answer([snapshot('07', { state: 'pending' }), snapshot('06', { state: 'error' }), snapshot('05')]);
    expect(await read()).toEqual([{ nativeBackups: [taken('ebs-snapshots', 'vol-1', '05')] }]);
  });

  it.each([
    { what: 'of a volume that is gone', item: snapshot('01', { of: 'vol-ffffffff' }) },
    { what: 'that AWS Backup tagged', item: snapshot('01', { tag: 'aws:backup:source-resource' }) },
    {
      what: 'that AWS Backup described',
      item: snapshot('01', { description: 'This snapshot is created by the AWS Backup service.' }),
    },
  ])('do not count: one $what', async ({ item }) => {
    answer([item]);
    expect(await read()).toEqual([{ nativeBackups: [] }]);
  });

  it('of gateway volumes name them in lower case', async () => {
    const { accountId, region } = scope;
    const gatewayArn = 'arn:aws:storagegateway:eu-west-1:111111111111:gateway/sgw-1/volume/vol-ABCD';
    answer([snapshot('03', { of: 'vol-abcd' }), snapshot('04', { of: 'vol-abcd' })]);
    const volumeOfGateway = { type: 'Storage Gateway', arn: gatewayArn, accountId, region, name: 'vol-ABCD' } as const;
    expect(await read([volumeOfGateway])).toEqual([
      {
        nativeBackups: [{ ...taken('storage-gateway-snapshots', '', '04'), resourceArn: gatewayArn }],
      },
    ]);
  });

  it('may be none', async () => {
    answer([]);
    expect(await read()).toEqual([{ nativeBackups: [] }]);
  });

  it('are not asked for where there is no volume', async () => {
    expect(await read([])).toEqual([]);
  });

  it.each([
    { lacks: 'VolumeId', item: '<item><startTime>2026-11-01T05:00:00.000Z</startTime></item>' },
    { lacks: 'StartTime', item: '<item><volumeId>vol-1</volumeId></item>' },
  ])('cannot be told by an answer without $lacks', async ({ lacks, item }) => {
    answer([item]);
    await expect(read()).rejects.toThrow(`AWS answered DescribeSnapshots without ${lacks}`);
  });
});
