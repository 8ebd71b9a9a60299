import type { EbsVolume, Resource } from '@backproof/core';
import { afterEach, expect, it } from '@jest/globals';
import nock from '../../nock.fixture.js';
import { expectAllAsked, pagesOf, scope } from '../reading.fixture.js';
import { readLockedSnapshots } from './locked-snapshots.js';
import { ec2 } from './service.js';

const arn = (id: string) => `arn:aws:ec2:eu-west-1:111111111111:volume/${id}`;
const volume: EbsVolume = {
  type: 'EBS',
  arn: arn('vol-1'),
  accountId: scope.accountId,
  region: scope.region,
  name: 'vol-1',
  tags: {},
  attachments: [],
};

const read = (resources: readonly Resource[] = [volume]) =>
  pagesOf(ec2, { read: readLockedSnapshots, before: { resources } });

function answer(operation: string, input: object, items: readonly string[]): void {
  const set = `<snapshotSet>${items.map((each) => `<item>${each}</item>`).join('')}</snapshotSet>`;
  nock('https://ec2.eu-west-1.amazonaws.com')
    .post('/', { Action: operation, Version: '2016-11-15', MaxResults: '1000', ...input })
    .reply(200, `<${operation}Response><requestId>r</requestId>${set}</${operation}Response>`, {
      'content-type': 'text/xml',
    });
}

const answerLocks = (...items: readonly string[]) => {
  answer('DescribeLockedSnapshots', { 'Filter.1.Name': 'lock-state', 'Filter.1.Value.1': 'compliance' }, items);
};

const answerSnapshots = (ids: readonly string[], ...items: readonly string[]) => {
  const values = Object.fromEntries(ids.map((id, i) => [`Filter.1.Value.${String(i + 1)}`, id]));
  answer('DescribeSnapshots', { 'Owner.1': 'self', 'Filter.1.Name': 'snapshot-id', ...values }, items);
};

const lock = (id: string, state = 'compliance') =>
  `<snapshotId>${id}</snapshotId><lockState>${state}</lockState><lockExpiresOn>2027-01-01T00:00:00.000Z</lockExpiresOn>`;
const snapshot = (id: string, of = 'vol-1', more = '<encrypted>true</encrypted><kmsKeyId>arn:key</kmsKeyId>') =>
  `<snapshotId>${id}</snapshotId><volumeId>${of}</volumeId><status>completed</status><startTime>2026-11-20T05:00:00.000Z</startTime>${more}`;

const lockedUntil = Date.parse('2027-01-01T00:00:00Z');
const startedAt = Date.parse('2026-11-20T05:00:00Z');

afterEach(expectAllAsked);

it('snapshots that nobody can unlock are read, with their volumes and keys', async () => {
  answerLocks(lock('snap-1'), lock('snap-2'));
  answerSnapshots(
    ['snap-1', 'snap-2'],
    snapshot('snap-1'),
    snapshot('snap-2', 'vol-1', '<encrypted>false</encrypted>'),
  );
  const of = { scope, resourceArn: volume.arn, startedAt, lockedUntil };
  expect(await read()).toEqual([
    {
      lockedSnapshots: [
        {
          ...of,
          arn: 'arn:aws:ec2:eu-west-1::snapshot/snap-1',
          encryptionKeyArn: 'arn:key',
          encrypted: true,
        },
        { ...of, arn: 'arn:aws:ec2:eu-west-1::snapshot/snap-2', encrypted: false },
      ],
    },
  ]);
});

it('those of other volumes, and those that are not complete, are none', async () => {
  answerLocks(lock('snap-1'), lock('snap-2'));
  const pending = snapshot('snap-2').replace('completed', 'pending');
  answerSnapshots(['snap-1', 'snap-2'], snapshot('snap-1', 'vol-ffffffff'), pending);
  expect(await read()).toEqual([{ lockedSnapshots: [] }]);
});

it('locks that somebody can lift, or that have ended, are none', async () => {
  answerLocks(lock('snap-1', 'governance'), lock('snap-2', 'compliance-cooloff'), lock('snap-3', 'expired'));
  expect(await read()).toEqual([]);
});

it('a state that AWS added later is not understood', async () => {
  answerLocks(lock('snap-1', 'forever'));
  await expect(read()).rejects.toThrow('forever');
});

it('they are described by the hundred', async () => {
  const ids = Array.from({ length: 201 }, (_, i) => `snap-${String(i)}`);
  answerLocks(...ids.map((id) => lock(id)));
  answerSnapshots(ids.slice(0, 200), snapshot('snap-0'));
  answerSnapshots(ids.slice(200), snapshot('snap-200'));
  expect((await read()).flatMap(({ lockedSnapshots = [] }) => lockedSnapshots)).toHaveLength(2);
});

it('nothing is asked for without volumes', async () => {
  expect(await read([])).toEqual([]);
});
