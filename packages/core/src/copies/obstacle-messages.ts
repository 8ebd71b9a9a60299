import type { Messages } from '../rule/message.js';

/** The messages about obstacles to copies, by id. */
export const obstacleMessages = {
  suppressed: {
    status: 'fail',
    severity: 'medium',
    text: '{name} has not been copied to {vault} of account {account} in {region} since {since}: in backup plan {plan}, the start windows of rule {rule} overlap those of rule {winner}, which keeps its backups longer. AWS Backup then makes one backup for both rules, without the copy of {rule}. Move the copy action to {winner}.',
    meaning: 'the rule with the copy action lost all its runs since the last copy to another rule',
  },
  'promise-broken': {
    status: 'fail',
    severity: 'medium',
    text: '{name} cannot be copied by backup plan {plan} to {vault} of account {account} in {region}: {problem}.',
    meaning:
      'the plan can never make the copy: a vault is missing or not available or its lock refuses the retention, or the rule is invalid or never runs',
  },
  'air-gapped-refused': {
    status: 'fail',
    severity: 'medium',
    text: '{name} cannot be copied by backup plan {plan} to {vault} of account {account} in {region}: that vault is logically air-gapped and does not accept these {kind} backups.',
    meaning:
      'the air-gapped vault does not accept its type, backups encrypted with an AWS managed key, or continuous backups of Aurora',
  },
  'blocked-by-key': {
    status: 'fail',
    severity: 'medium',
    text: '{name} cannot be copied to {vault} of account {account} in {region}: its backups are encrypted with an AWS managed key, which no other account can use ({ground}). Encrypt {name} with a customer managed key.',
    meaning:
      'no copy can ever succeed: the backups are encrypted with an AWS managed key, as the last copy job or KMS says',
  },
  'blocked-by-default-vault': {
    status: 'fail',
    severity: 'medium',
    text: '{name} cannot be copied to {vault} of account {account} in {region}: AWS Backup makes no such copy to a vault that is encrypted with its default key ({ground}). Copy to a vault with a customer managed key.',
    meaning: 'the destination is a Default vault, or is encrypted with the default key of AWS Backup',
  },
  'blocked-by-organization': {
    status: 'fail',
    severity: 'medium',
    text: '{name} cannot be copied to {vault} of account {account} in {region}: both accounts must be in one organization with cross-account backup enabled ({ground}).',
    meaning: 'cross-account backup is off, or the accounts are not in one organization',
  },
  'blocked-by-lock': {
    status: 'fail',
    severity: 'medium',
    text: '{name} cannot be copied to {vault} of account {account} in {region}: the lock of the vault refuses the retention of the copy ({ground}).',
    meaning: 'the last copy job says that the lock of the destination refuses the retention of the copy',
  },
  'copy-failing': {
    status: 'fail',
    severity: 'medium',
    text: '{name} is not being copied to {vault} of account {account} in {region}: the last copy job ended {state} ({reason}).',
    meaning: 'the last copy job failed',
  },
} as const satisfies Messages;
