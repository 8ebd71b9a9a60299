import { DescribeBackupVaultCommand } from '@aws-sdk/client-backup';
import { defined } from '@backproof/core';
import type { Page } from '../../page.js';
import type { ReadingContext } from '../../reading.js';

/**
 * The approval teams of logically air-gapped vaults, which the list of vaults does not name: one call each.
 *
 * @source API DescribeBackupVault: MpaApprovalTeamArn
 */
export async function* readVaultApprovals({ call, scope, found, forEachItem }: ReadingContext): AsyncIterable<Page> {
  const vaults = found('vaults').filter(({ vaultType }) => vaultType === 'LOGICALLY_AIR_GAPPED_BACKUP_VAULT');
  const answers = forEachItem(vaults, ({ name }) => call(new DescribeBackupVaultCommand({ BackupVaultName: name })));
  for await (const { item, answer } of answers) {
    const approval = { scope, vaultArn: item.arn, ...defined({ teamArn: answer.MpaApprovalTeamArn }) };
    yield { vaultApprovals: [approval] };
  }
}
