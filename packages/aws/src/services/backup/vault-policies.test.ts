import { DAY } from '@backproof/core';
import type { Vault } from '@backproof/core';
import { afterEach, expect, it } from '@jest/globals';
import nock from '../../nock.fixture.js';
import { expectAllAsked, pagesOf, scope } from '../reading.fixture.js';
import { backup } from './service.js';
import { readVaultPolicies } from './vault-policies.js';

const NOON = Date.parse('2026-11-22T12:00:00Z');

const vault = (name: string, fields: Partial<Vault> = {}): Vault => ({
  scope,
  arn: `arn:aws:backup:eu-west-1:111111111111:backup-vault:${name}`,
  name,
  vaultType: 'BACKUP_VAULT',
  recoveryPointCount: 1,
  ...fields,
});

function answer(name: string, status: number, body: object): void {
  nock('https://backup.eu-west-1.amazonaws.com')
    .get(`/backup-vaults/${name}/access-policy`)
    .reply(status, body, status === 200 ? {} : { 'x-amzn-errortype': 'ResourceNotFoundException' });
}

const read = (...vaults: readonly Vault[]) => pagesOf(backup, { before: { vaults }, read: readVaultPolicies });

afterEach(expectAllAsked);

it('the access policy of a vault is read as AWS wrote it; a vault may have none', async () => {
  answer('guarded', 200, { Policy: '{"Statement":[]}' });
  answer('open', 400, { Code: 'ERROR_3400', Message: 'Backup vault access policy not found' });
  const [guarded, open] = [vault('guarded'), vault('open')];
  expect(await read(guarded, open)).toEqual([
    { vaultPolicies: [{ scope, vaultArn: guarded.arn, policy: '{"Statement":[]}' }] },
    { vaultPolicies: [{ scope, vaultArn: open.arn }] },
  ]);
});

it('a lock that can be lifted leaves a question to the policy', async () => {
  answer('governance', 200, { Policy: '{}' });
  answer('grace', 200, { Policy: '{}' });
  const locks = [vault('governance', { lock: {} }), vault('grace', { lock: { immutableFrom: NOON + DAY } })];
  expect(await read(...locks)).toHaveLength(2);
});

it.each([
  ['is locked for good', { lock: { immutableFrom: NOON - DAY } }],
  ['is logically air-gapped', { vaultType: 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT' }],
  ['shows the points of another one', { vaultType: 'RESTORE_ACCESS_BACKUP_VAULT' }],
  ['is empty', { recoveryPointCount: 0 }],
] as const)('nobody asks for the policy of a vault that %s', async (_, fields) => {
  expect(await read(vault('main', fields))).toEqual([]);
});

it('an answer without a policy, and an error, are not taken for a vault without one', async () => {
  answer('main', 200, {});
  await expect(read(vault('main'))).rejects.toThrow('AWS answered GetBackupVaultAccessPolicy without Policy');
  nock('https://backup.eu-west-1.amazonaws.com')
    .get('/backup-vaults/main/access-policy')
    .reply(403, {}, { 'x-amzn-errortype': 'AccessDeniedException' });
  await expect(read(vault('main'))).rejects.toThrow(expect.objectContaining({ name: 'AccessDeniedException' }));
});
