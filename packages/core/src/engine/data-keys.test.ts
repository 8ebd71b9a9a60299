import { describe, expect, it } from '@jest/globals';
import { bunker, home, instance, volume } from '../model/records.fixture.js';
import { dataKeys } from './data-keys.js';

const arn = (id: string, { accountId, region } = home) => `arn:aws:kms:${region}:${accountId}:key/${id}`;
const [ofAws, own, unread, foreign] = [arn('aws'), arn('own'), arn('unread'), arn('foreign', bunker)];
const encryptionKeys = [
  { scope: home, arn: ofAws, managedByAws: true },
  { scope: home, arn: own, managedByAws: false },
];
const host = instance();
const volumes = [
  volume({ name: 'a', encryptionKeyArn: ofAws, attachments: [{ instanceArn: host.arn, since: 0 }] }),
  volume({ name: 'b', encryptionKeyArn: ofAws, attachments: [{ instanceArn: host.arn, since: 0 }] }),
  volume({ name: 'c', encryptionKeyArn: own, attachments: [{ instanceArn: host.arn, since: 0 }] }),
  volume({ name: 'd', encryptionKeyArn: unread }),
  volume({ name: 'e', encryptionKeyArn: foreign }),
  volume({ name: 'f' }),
];
const keysOf = dataKeys({ resources: [host, ...volumes], encryptionKeys });

describe('the keys behind the data', () => {
  it.each([
    ['of a volume, and who manages them', volumes[0], [{ arn: ofAws, managedByAws: true }]],
    ['of a volume, whose manager is not known', volumes[3], [{ arn: unread }]],
    ['of a volume, of another account: AWS manages none of those', volumes[4], [{ arn: foreign, managedByAws: false }]],
    ['of a volume that is not encrypted', volumes[5], []],
    [
      'of an instance: those of its volumes, each once',
      host,
      [
        { arn: ofAws, managedByAws: true },
        { arn: own, managedByAws: false },
      ],
    ],
  ])('%s', (_, resource = host, expected) => {
    expect(keysOf(resource)).toEqual(expected);
  });
});
