import { parseDuration } from '../../config/duration.js';
import { DAY } from '../../model/instant.js';
import { identifierOf } from './fix.js';
import type { Fix, FixContext } from './fix.js';

/** The days in which a lock in compliance mode can still be lifted: the fewest that AWS allows. @source API PutBackupVaultLockConfiguration */
const GRACE_DAYS = 3;

/**
 * Locks the vault that a message names: in governance mode first, as a compliance lock is for ever.
 *
 * @param minRetention - the shortest retention that the lock lets in: a duration
 * @source Terraform aws_backup_vault_lock_configuration; CloudFormation AWS::Backup::BackupVault LockConfigurationType
 */
export function lockFixes(
  { data, resource }: FixContext,
  mode: 'compliance' | 'governance',
  minRetention: string,
): readonly Fix[] {
  const { vault, region, account = resource.accountId } = data;
  if (typeof vault !== 'string' || typeof region !== 'string') return [];
  // AWS requires a day at least.
  const days = Math.max(1, Math.ceil(parseDuration(minRetention) / DAY));
  const governance = lockOf(vault, region, days);
  const named = account === resource.accountId ? `vault ${vault}` : `vault ${vault} of account ${String(account)}`;
  const sentence = `Lock ${named} in governance mode`;
  if (mode === 'governance') return [{ ...governance, sentence: `${sentence}.` }];
  return [
    { ...governance, sentence: `${sentence} first, and see that backups and copies still arrive: it can be lifted.` },
    {
      ...lockOf(vault, region, days, GRACE_DAYS),
      sentence: `Then lock ${named} in compliance mode.`,
      warning: `After ${String(GRACE_DAYS)} days it can be neither lifted nor weakened, by AWS either: what is in the vault stays, and is paid for, until its own end.`,
    },
  ];
}

function lockOf(vault: string, region: string, days: number, graceDays?: number): Omit<Fix, 'sentence'> {
  const settings = { MinRetentionDays: days, ...(graceDays !== undefined && { ChangeableForDays: graceDays }) };
  return {
    commands: [
      {
        operation: 'backup:PutBackupVaultLockConfiguration',
        region,
        input: { BackupVaultName: vault, ...settings },
      },
    ],
    terraform: {
      heading: `resource "aws_backup_vault_lock_configuration" "${identifierOf({ name: vault })}"`,
      settings: {
        backup_vault_name: vault,
        min_retention_days: days,
        ...(graceDays !== undefined && { changeable_for_days: graceDays }),
      },
    },
    cloudFormation: { addTo: `the AWS::Backup::BackupVault "${vault}"`, settings: { LockConfiguration: settings } },
  };
}
