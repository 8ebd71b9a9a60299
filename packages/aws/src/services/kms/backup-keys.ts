import { DescribeKeyCommand, type KeyMetadata } from '@aws-sdk/client-kms';
import { accountOf, compare, defined, KEY_STATES } from '@backproof/core';
import type { BackupKey, Scope } from '@backproof/core';
import type { Page } from '../../page.js';
import type { ReadingContext } from '../../reading.js';
import { required, says } from '../../required.js';
import { unknownWordsOf } from '../../unknown-words.js';
import { toInstant } from '../translate.js';
import { BY_AWS } from './keys.js';

/**
 * The keys that recovery points are encrypted with, as far as they are of the account itself: another account's may not
 * be described. Each is asked for once.
 *
 * @source API DescribeKey
 */
export async function* readBackupKeys({ call, scope, keysOfPoints, forEachItem, translated }: ReadingContext) {
  const keys = [...keysOfPoints()].filter((arn) => accountOf(arn) === scope.accountId).sort(compare);
  const answers = forEachItem<string, Partial<KeyMetadata> | 'not found'>(
    keys,
    async (KeyId) => (await call(new DescribeKeyCommand({ KeyId }))).KeyMetadata ?? {},
    undefined,
    () => 'not found',
  );
  for await (const { item: arn, answer } of answers) {
    const backupKeys = translated([{ KeyId: arn }], 'DescribeKey: KeyId', () => toBackupKey(scope, arn, answer));
    const states = backupKeys.map(({ state }) => [arn, state === NOT_FOUND ? undefined : state] as const);
    yield {
      backupKeys,
      unknownWords: unknownWordsOf('kms:DescribeKey: KeyState', states, KEY_STATES),
    } satisfies Page;
  }
}

/** Not a word of KMS: it does not find the key. */
const NOT_FOUND = 'NotFound';

function toBackupKey(scope: Scope, arn: string, answer: Partial<KeyMetadata> | 'not found'): BackupKey {
  if (answer === 'not found') return { scope, arn, managedByAws: false, state: NOT_FOUND };
  return {
    scope,
    arn,
    managedByAws: says('DescribeKey: KeyManager', answer.KeyManager, BY_AWS),
    state: required(answer.KeyState, 'DescribeKey: KeyState'),
    ...defined({ deletionAt: toInstant(answer.DeletionDate) }),
  };
}
