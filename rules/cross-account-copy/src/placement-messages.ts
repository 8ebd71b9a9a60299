import type { DirectedMessages, Messages } from '@backproof/core';

/** The messages that say that copies must be in another account, by id. */
export const placementMessages = {
  copied: {
    status: 'pass',
    text: '{name} has a copy from {asOf}, {age} ago, in {vault} of account {account} in {region}, kept {kept}. The scan found the copy there.',
    meaning: 'the scan found a recent copy in another account, which is kept long enough',
  },
  'air-gapped': {
    status: 'pass',
    text: '{name} has a copy from {asOf}, {age} ago, in the logically air-gapped vault {vault} of its own account {account} in {region}, kept {kept}. The scan found the copy there.',
    meaning: 'the scan found such a copy in a logically air-gapped vault of its own account, which the options accept',
  },
  'capability-unknown': {
    status: 'unknown',
    kind: 'undecided',
    text: '{name} can be copied to another account only if advanced DynamoDB backups are enabled, which AWS did not report.',
    meaning: 'the settings of the Region do not say whether the table has advanced DynamoDB backups',
  },
  'aws-cannot-copy': {
    status: 'notApplicable',
    text: '{name} cannot be copied to another account: AWS Backup does not copy {kind} backups from {region} to other accounts.',
    meaning: 'AWS Backup cannot copy backups of its kind to another account, there or anywhere',
  },
  china: {
    status: 'notApplicable',
    text: '{name} cannot be copied to another account: AWS Backup does not offer that in the China Regions.',
    meaning: 'AWS Backup does not copy to other accounts in the China Regions',
  },
  'no-copy-action': {
    status: 'fail',
    severity: 'medium',
    text: '{name} has no known copy in another account, and no backup plan that covers it makes one. Add a copy action to its backup plan.',
    meaning: 'the scan found no copy and no completed copy job, and no plan makes a copy',
  },
  'wrong-account': {
    status: 'fail',
    severity: 'medium',
    text: '{name} has no known copy in an account that the options name: {vault} in {region}, where it is or would be copied, belongs to account {account}.',
    meaning: 'its copies are, or would be, in accounts that are not among `accounts`',
  },
  'wrong-region': {
    status: 'fail',
    severity: 'medium',
    text: '{name} has no known copy in another Region: {vault} of account {account}, where it is or would be copied, is in {region} too.',
    meaning: 'its copies are, or would be, in its own Region, and the options ask for another one',
  },
  'same-account': {
    status: 'fail',
    severity: 'medium',
    text: '{name} has no known copy in another account: {vault} in {region}, where it is or would be copied, belongs to its own account {account}.',
    meaning: 'its copies are, or would be, in ordinary vaults of its own account only',
  },
  'air-gapped-same-account': {
    status: 'fail',
    severity: 'medium',
    text: '{name} has no known copy in another account: the logically air-gapped vault {vault} in {region}, where its backups are or would be, belongs to its own account {account}. The option acceptAirGapped accepts such a vault.',
    meaning: 'its backups are, or would be, in an air-gapped vault of its own account, which the options do not accept',
  },
} as const satisfies Messages & Readonly<Record<Exclude<keyof DirectedMessages, 'same-region'>, object>>;
