import type { Vault } from '@backproof/core';
import { afterEach, expect, it } from '@jest/globals';
import nock from '../../nock.fixture.js';
import { expectAllAsked, pagesOf, scope } from '../reading.fixture.js';
import { backup } from './service.js';
import { readVaultApprovals } from './vault-approvals.js';

const vault = (name: string, vaultType: Vault['vaultType']): Vault => ({
  ...{ scope, arn: `arn:aws:backup:eu-west-1:111111111111:backup-vault:${name}`, name, vaultType },
});

function answer(name: string, body: object): void {
  nock('https://backup.eu-west-1.amazonaws.com').get(`/backup-vaults/${name}`).reply(200, body);
}

afterEach(expectAllAsked);

it('the approval teams of air-gapped vaults are read; a vault may have none, and others are not asked about', async () => {
  const teamArn = 'arn:aws:mpa:us-east-1:222222222222:approval-team/keepers';
  answer('sealed', { BackupVaultName: 'sealed', MpaApprovalTeamArn: teamArn });
  answer('alone', { BackupVaultName: 'alone' });
  const sealed = vault('sealed', 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT');
  const alone = vault('alone', 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT');
  const vaults = [sealed, alone, vault('open', 'BACKUP_VAULT'), vault('view', 'RESTORE_ACCESS_BACKUP_VAULT')];
  expect(await pagesOf(backup, { before: { vaults }, read: readVaultApprovals })).toEqual([
    { vaultApprovals: [{ scope, vaultArn: sealed.arn, teamArn }] },
    { vaultApprovals: [{ scope, vaultArn: alone.arn }] },
  ]);
});
