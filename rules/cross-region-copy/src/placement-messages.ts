import type { DirectedMessages, Messages } from '@backproof/core';

/** The ids that are about accounts. */
type OfAccounts = 'air-gapped' | 'air-gapped-same-account' | 'same-account' | 'wrong-account';

/** The messages that say that copies must be in another Region, by id. */
export const placementMessages = {
  copied: {
    status: 'pass',
    text: '{name} has a copy in another Region: from {asOf}, {age} ago, in {vault} of account {account} in {region}, kept {kept}. The scan found the copy there.',
    meaning: 'the scan found a recent copy in another Region, which is kept long enough',
  },
  'capability-unknown': {
    status: 'unknown',
    kind: 'undecided',
    text: '{name} can be copied to another Region only if advanced DynamoDB backups are enabled, which AWS did not report.',
    meaning: 'the settings of the Region do not say whether the table has advanced DynamoDB backups',
  },
  'aws-cannot-copy': {
    status: 'notApplicable',
    text: '{name} cannot be copied to another Region: AWS Backup does not copy {kind} backups from {region} to other Regions.',
    meaning: 'AWS Backup cannot copy backups of its kind to another Region, from there or from anywhere',
  },
  'no-copy-action': {
    status: 'fail',
    severity: 'medium',
    text: '{name} has no known copy in another Region, and no backup plan that covers it makes one. Add a copy action to its backup plan.',
    meaning: 'the scan found no copy and no completed copy job, and no plan makes a copy',
  },
  'wrong-region': {
    status: 'fail',
    severity: 'medium',
    text: '{name} has no known copy in a Region that the options name: {vault} of account {account}, where it is or would be copied, is in {region}.',
    meaning: 'its copies are, or would be, in Regions that are not among `regions`',
  },
  'same-region': {
    status: 'fail',
    severity: 'medium',
    text: '{name} has no known copy in another Region: {vault} of account {account}, where it is or would be copied, is in {region} too.',
    meaning: 'its copies are, or would be, in its own Region only',
  },
} as const satisfies Messages & Readonly<Record<Exclude<keyof DirectedMessages, OfAccounts>, object>>;
