import { afterEach, expect, it } from '@jest/globals';
import { answerOnce, expectAllAsked, pagesOf, scope } from '../reading.fixture.js';
import { readBackupKeys } from './backup-keys.js';
import { kms } from './service.js';

const keyArn = (id: string, accountId = scope.accountId) => `arn:aws:kms:eu-west-1:${accountId}:key/${id}`;

const read = (...keysOfPoints: readonly string[]) => pagesOf(kms, { keysOfPoints, read: readBackupKeys });

const answer = (id: string, metadata: object): void => {
  answerOnce('kms', 'TrentService.DescribeKey', { KeyId: keyArn(id) }, { KeyMetadata: metadata });
};

afterEach(expectAllAsked);

it('the keys of recovery points are asked for once each, in their order', async () => {
  const deletionAt = Date.parse('2026-12-01T00:00:00Z');
  answer('a', { KeyManager: 'CUSTOMER', KeyState: 'PendingDeletion', DeletionDate: deletionAt / 1000 });
  answer('b', { KeyManager: 'AWS', KeyState: 'Enabled' });
  expect(await read(keyArn('b'), keyArn('a'))).toEqual([
    {
      backupKeys: [{ scope, arn: keyArn('a'), managedByAws: false, state: 'PendingDeletion', deletionAt }],
      unknownWords: [],
    },
    { backupKeys: [{ scope, arn: keyArn('b'), managedByAws: true, state: 'Enabled' }], unknownWords: [] },
  ]);
});

it('a key that KMS does not find is one of which the data is lost', async () => {
  answer('a', { KeyManager: 'AWS', KeyState: 'Enabled' });
  answerOnce('kms', 'TrentService.DescribeKey', { KeyId: keyArn('b') }, { __type: 'NotFoundException' }, 400);
  const [, page] = await read(keyArn('a'), keyArn('b'));
  expect(page?.backupKeys).toEqual([{ scope, arn: keyArn('b'), managedByAws: false, state: 'NotFound' }]);
  expect(page?.unknownWords).toEqual([]);
});

it('the keys of other accounts are not asked for', async () => {
  expect(await read(keyArn('a', '999999999999'))).toEqual([]);
});

it.each([
  ['KeyState', { KeyManager: 'AWS' }],
  ['KeyManager', { KeyState: 'Enabled' }],
])('an answer without %s is not understood', async (field, metadata) => {
  answer('a', metadata);
  await expect(read(keyArn('a'))).rejects.toThrow(`AWS answered DescribeKey without ${field}`);
});
