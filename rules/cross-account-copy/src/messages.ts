import { UNSUPPORTED } from '@backproof/core';

/** What the rule can say, by id. The reasons for which AWS Backup cannot back a resource up are AWS Backup's own. */
export const messages = {
  ...UNSUPPORTED,
  'aws-cannot-copy': {
    status: 'notApplicable',
    text: '{name} cannot be copied to another account: AWS Backup does not copy {kind} backups.',
    meaning: 'AWS Backup cannot copy backups of its kind to another account',
  },
  china: {
    status: 'notApplicable',
    text: '{name} cannot be copied to another account: AWS Backup does not offer that in the China Regions.',
    meaning: 'AWS Backup does not copy to other accounts in the China Regions',
  },

  copied: {
    status: 'pass',
    text: 'A copy of {name} as of {asOf}, {age} ago, was seen in {vault} of account {account} in {region}; it is kept {kept}.',
    meaning: 'a fresh copy, kept long enough, was seen in another account',
  },
  'air-gapped': {
    status: 'pass',
    text: 'A copy of {name} as of {asOf}, {age} ago, was seen in the logically air-gapped vault {vault} of its own account in {region}; it is kept {kept}.',
    meaning: 'so it was in an air-gapped vault of its own account, which the options accept',
  },
  'copy-reported': {
    status: 'pass',
    text: 'AWS reports a copy of {name} as of {asOf}, {age} ago, in {vault} of account {account} in {region}, kept {kept}; that place was not scanned.',
    meaning: 'a completed copy job tells of such a copy, in a place that was not scanned',
  },
  'copy-configured': {
    status: 'pass',
    promise: true,
    text: '{plan} copies {name} to {vault} of account {account} in {region}, kept {kept}; proof of it is not asked for.',
    meaning: 'a plan would make such a copy, and the options ask for no more',
  },
  'awaiting-first-copy': {
    status: 'pass',
    promise: true,
    text: '{name} is {age} old; {plan} copies it to {vault} of account {account} in {region}, and the first copy is due by {due}.',
    meaning: 'the resource is younger than `maxAge`, and a plan copies it',
  },

  'no-copy-action': {
    status: 'fail',
    severity: 'medium',
    text: 'No copy of {name} in another account was seen, and no backup plan is known to make one.',
    meaning: 'no copy was seen or reported, and no plan is known to make one',
  },
  'never-copied': {
    status: 'fail',
    severity: 'medium',
    text: '{plan} copies {name} to {vault} of account {account} in {region}, but no copy there was seen or reported.{doubt}',
    meaning: 'a plan copies it, but no copy was seen or reported',
  },
  stale: {
    status: 'fail',
    severity: 'medium',
    text: 'The newest copy of {name}, in {vault} of account {account} in {region}, holds nothing after {asOf}, {age} ago; {allowed} is allowed.',
    meaning: 'the data of the newest copy is too old',
  },
  'retention-too-short': {
    status: 'fail',
    severity: 'medium',
    text: 'The copies of {name} in {vault} of account {account} in {region} are kept {kept}; at least {required} is asked for.',
    meaning: 'the copy is kept for less than `minRetention`',
  },
  'no-usable-copy': {
    status: 'fail',
    severity: 'medium',
    text: 'Copies of {name} to {vault} of account {account} in {region} are on record, but no usable one is there.',
    meaning: 'copies were made, and none that is usable is there any more',
  },
  'not-observed': {
    status: 'fail',
    severity: 'medium',
    text: 'AWS reports a copy of {name} in {vault} of account {account} in {region}, but that place was not scanned.',
    meaning: 'a copy is reported, and the options ask for one that was seen',
  },
  'wrong-account': {
    status: 'fail',
    severity: 'medium',
    text: 'Copies of {name} go to {vault} in {region}, but its account {account} is not one of the accounts asked for.',
    meaning: 'copies go to accounts that are not among `accounts`',
  },
  'wrong-region': {
    status: 'fail',
    severity: 'medium',
    text: 'Copies of {name} go to {vault} of account {account}, but that is in {region}, its own Region.',
    meaning: 'copies stay in its Region, and the options ask for another one',
  },
  'same-account': {
    status: 'fail',
    severity: 'medium',
    text: 'Copies of {name} go to {vault} in {region}, but that is of its own account {account}.',
    meaning: 'copies go to a vault of its own account only',
  },
  'air-gapped-same-account': {
    status: 'fail',
    severity: 'medium',
    text: 'Copies of {name} go to the logically air-gapped vault {vault} in {region}, but that is of its own account {account}.',
    meaning: 'copies go to an air-gapped vault of its own account, which the options do not accept',
  },
  suppressed: {
    status: 'fail',
    severity: 'medium',
    text: '{plan} has not copied {name} to {vault} of account {account} in {region} since {since}: the start windows of {rule} overlapped those of {winner}, whose backup lives longer and is taken instead, without the copy.',
    meaning: 'the rule with the copy action lost all its runs since the last copy to another rule',
  },
  'blocked-by-key': {
    status: 'fail',
    severity: 'medium',
    text: '{name} cannot be copied to {vault} of account {account} in {region}: its backups are encrypted with an AWS managed key, which no other account can use. {ground}',
    meaning:
      'no copy can ever succeed: the backups are encrypted with an AWS managed key, as the last copy job or KMS says',
  },
  'blocked-by-default-vault': {
    status: 'fail',
    severity: 'medium',
    text: '{name} cannot be copied to {vault} of account {account} in {region}: the vault has the default key of AWS Backup, which no other account can use. {ground}',
    meaning: 'the destination is a Default vault, or has the default key of AWS Backup',
  },
  'blocked-by-organization': {
    status: 'fail',
    severity: 'medium',
    text: '{name} cannot be copied to {vault} of account {account} in {region}: that takes one organization with cross-account backup switched on. {ground}',
    meaning: 'cross-account backup is switched off, or the accounts are not of one organization',
  },
  'blocked-by-lock': {
    status: 'fail',
    severity: 'medium',
    text: '{name} cannot be copied to {vault} of account {account} in {region}: the lock of the vault refuses its retention. {ground}',
    meaning: 'the lock of the destination refuses the retention of the copy',
  },
  'copy-failing': {
    status: 'fail',
    severity: 'medium',
    text: 'The copies of {name} to {vault} of account {account} in {region} fail.{doubt} {ground}',
    meaning: 'the last copy job failed',
  },

  'copy-unverified': {
    status: 'unknown',
    text: 'AWS reports a copy of {name} in {vault} of account {account} in {region}, but its source was not seen: of when it is, or how long it is kept, cannot be told.',
    meaning: 'a copy is reported, but its source was not seen: its age, or its end, cannot be told',
  },
  'capability-unknown': {
    status: 'unknown',
    text: 'Whether {name} can be copied to another account cannot be told: that takes advanced DynamoDB backups, and AWS did not tell whether they are on.',
    meaning: 'whether the table has advanced DynamoDB backups, which alone can be copied, cannot be told',
  },
  'opt-in-unknown': {
    status: 'unknown',
    text: '{plan} would copy {name} to {vault} of account {account} in {region} if {setting} is opted in to AWS Backup, which AWS did not tell.',
    meaning: 'with `proof: configured`: a plan would copy it if its type is opted in, which AWS did not tell',
  },
} as const;
