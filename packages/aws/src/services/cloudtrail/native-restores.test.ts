import type { NativeRestoreName, Resource } from '@backproof/core';
import { afterEach, describe, expect, it } from '@jest/globals';
import nock from '../../nock.fixture.js';
import { queryOnce } from '../query.fixture.js';
import { expectAllAsked, pagesOf } from '../reading.fixture.js';
import { readNativeRestores } from './native-restores.js';
import { cloudtrail } from './service.js';

const record = {
  ...{ eventTime: '2026-10-13T05:00:00Z', awsRegion: 'eu-west-1', recipientAccountId: '111111111111' },
};
const volumeFrom = (snapshotId: string, i = 0) => ({
  ...{ ...record, eventName: 'CreateVolume', eventSource: 'ec2.amazonaws.com', eventID: `${snapshotId} ${String(i)}` },
  requestParameters: { snapshotId },
});

/** Answers the listing of a call's events, in as many pages as are given. */
function answered(call: NativeRestoreName, ...pages: readonly (readonly (object | string)[])[]) {
  pages.forEach((events, i) => {
    nock('https://cloudtrail.eu-west-1.amazonaws.com')
      .post('/', (body: { readonly LookupAttributes?: unknown }) => {
        return (
          JSON.stringify(body.LookupAttributes) ===
          JSON.stringify([{ AttributeKey: 'EventName', AttributeValue: call }])
        );
      })
      .reply(200, {
        Events: events.map((event, j) => ({
          EventId: `${String(i)}-${String(j)}`,
          CloudTrailEvent: typeof event === 'string' ? event : JSON.stringify(event),
        })),
        ...(i < pages.length - 1 && { NextToken: `page ${String(i + 1)}` }),
      });
  });
}

/** Lets EC2 know what one snapshot was made of, and no more. */
function snapshotKnown(asked: readonly string[], known?: { readonly id: string; readonly volume: string }) {
  const ids = Object.fromEntries(asked.map((id, i) => [`Filter.1.Value.${String(i + 1)}`, id]));
  const item = known && `<item><snapshotId>${known.id}</snapshotId><volumeId>${known.volume}</volumeId></item>`;
  nock('https://ec2.eu-west-1.amazonaws.com')
    .post('/', (body: Readonly<Record<string, unknown>>) => {
      return body['Filter.1.Name'] === 'snapshot-id' && Object.entries(ids).every(([key, id]) => body[key] === id);
    })
    .reply(200, `<DescribeSnapshotsResponse><snapshotSet>${item ?? ''}</snapshotSet></DescribeSnapshotsResponse>`, {
      'content-type': 'text/xml',
    });
}

async function restoresBy(call: NativeRestoreName, resources: readonly Resource[] = [], mostPages?: number) {
  const pages = await pagesOf(cloudtrail, {
    read: (context) => readNativeRestores(context, call, mostPages),
    before: { resources },
  });
  return pages.flatMap(({ nativeRestores = [] }) => nativeRestores);
}

afterEach(expectAllAsked);

describe('restores without AWS Backup', () => {
  it('are joined to the volume of a snapshot that exists; each snapshot is asked about once', async () => {
    answered('CreateVolume', [volumeFrom('snap-1'), volumeFrom('snap-2')], [volumeFrom('snap-1', 1)]);
    snapshotKnown(['snap-1', 'snap-2'], { id: 'snap-1', volume: 'vol-1' });
    const [first, second, third] = await restoresBy('CreateVolume');
    const ofVolume = { sourceResourceArn: 'arn:aws:ec2:eu-west-1:111111111111:volume/vol-1' };
    expect([first, third]).toMatchObject([ofVolume, ofVolume]);
    expect(second).not.toHaveProperty('sourceResourceArn');
  });

  it('are joined to the gateway volume of a snapshot, whatever the case of its id', async () => {
    const arn = 'arn:aws:storagegateway:eu-west-1:111111111111:gateway/sgw-1/volume/vol-1AB';
    answered('CreateVolume', [volumeFrom('snap-1')]);
    snapshotKnown(['snap-1'], { id: 'snap-1', volume: 'vol-1ab' });
    const gatewayVolume: Resource = {
      ...{ type: 'Storage Gateway', arn, accountId: '111111111111', region: 'eu-west-1', name: 'disk' },
    };
    expect(await restoresBy('CreateVolume', [gatewayVolume])).toMatchObject([{ sourceResourceArn: arn }]);
  });

  it('are joined to the database of a snapshot that exists', async () => {
    const requestParameters = { dBSnapshotIdentifier: 'before' };
    const event = { ...record, eventName: 'RestoreDBInstanceFromDBSnapshot', eventSource: 'rds.amazonaws.com' };
    answered('RestoreDBInstanceFromDBSnapshot', [{ ...event, eventID: 'e', requestParameters }]);
    queryOnce('rds', '2014-10-31', {
      operation: 'DescribeDBSnapshots',
      input: {
        MaxRecords: '100',
        'Filters.Filter.1.Name': 'db-snapshot-id',
        'Filters.Filter.1.Values.Value.1': 'before',
      },
      result: {
        DBSnapshots: [{ DBSnapshot: { DBSnapshotIdentifier: 'before', DBInstanceIdentifier: 'orders' } }],
      },
    });
    const [restore] = await restoresBy('RestoreDBInstanceFromDBSnapshot');
    expect(restore?.sourceResourceArn).toBe('arn:aws:rds:eu-west-1:111111111111:db:orders');
  });

  it.each([
    ['no JSON', '{'],
    ['no record of a restore that is known', { ...volumeFrom('snap-1'), eventTime: 'yesterday' }],
  ])('by an event that is %s are a gap that names it', async (_, event) => {
    answered('CreateVolume', [event]);
    await expect(restoresBy('CreateVolume')).rejects.toThrow('EventId 0-0');
  });

  it('are all known if the page after the most is the last', async () => {
    answered('CreateVolume', [volumeFrom('snap-1')], [volumeFrom('snap-1', 1)]);
    snapshotKnown(['snap-1']);
    expect(await restoresBy('CreateVolume', [], 1)).toHaveLength(2);
  });

  it('are not all known if there are more than a scan reads: the newest are', async () => {
    const empty = (i: number) => [{ ...volumeFrom('snap-1', i), requestParameters: {} }];
    answered('CreateVolume', empty(0), empty(1), empty(2));
    await expect(restoresBy('CreateVolume', [], 1)).rejects.toThrow(
      'with more than 50 events of CreateVolume in 90 days',
    );
  });
});
