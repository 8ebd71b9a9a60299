import { UNSUPPORTED } from '@backproof/core';

/** What the rule can say, by id. The reasons for which AWS Backup cannot back a resource up are AWS Backup's own. */
export const messages = {
  ...UNSUPPORTED,
  'aws-cannot-copy': '{name} cannot be copied to another account: AWS Backup does not copy {kind} backups.',
  china: '{name} cannot be copied to another account: AWS Backup does not offer that in the China Regions.',

  copied:
    'A copy of {name} as of {asOf}, {age} ago, was seen in {vault} of account {account} in {region}; it is kept {kept}.',
  'air-gapped':
    'A copy of {name} as of {asOf}, {age} ago, was seen in the logically air-gapped vault {vault} of its own account in {region}; it is kept {kept}.',
  'copy-reported':
    'AWS reports a copy of {name} as of {asOf}, {age} ago, in {vault} of account {account} in {region}, kept {kept}; that place was not scanned.',
  'copy-configured':
    '{plan} copies {name} to {vault} of account {account} in {region}, kept {kept}; proof of it is not asked for.',
  'awaiting-first-copy':
    '{name} is {age} old; {plan} copies it to {vault} of account {account} in {region}, and the first copy is due by {due}.',
  'covered-by': '{name} is copied together with {host}, which it is attached to.',

  'no-copy-action': 'No copy of {name} in another account was seen, and no backup plan is known to make one.',
  'never-copied':
    '{plan} copies {name} to {vault} of account {account} in {region}, but no copy there was seen or reported.{doubt}',
  stale:
    'The newest copy of {name}, in {vault} of account {account} in {region}, holds nothing after {asOf}, {age} ago; {allowed} is allowed.',
  'retention-too-short':
    'The copies of {name} in {vault} of account {account} in {region} are kept {kept}; at least {required} is asked for.',
  'no-usable-copy':
    'Copies of {name} to {vault} of account {account} in {region} are on record, but no usable one is there.',
  'not-observed':
    'AWS reports a copy of {name} in {vault} of account {account} in {region}, but that place was not scanned.',
  'wrong-account':
    'Copies of {name} go to {vault} in {region}, but its account {account} is not one of the accounts asked for.',
  'wrong-region': 'Copies of {name} go to {vault} of account {account}, but that is in {region}, its own Region.',
  'same-account': 'Copies of {name} go to {vault} in {region}, but that is of its own account {account}.',
  'air-gapped-same-account':
    'Copies of {name} go to the logically air-gapped vault {vault} in {region}, but that is of its own account {account}.',
  suppressed:
    '{plan} has not copied {name} to {vault} of account {account} in {region} since {since}: the start windows of {rule} overlapped those of {winner}, whose backup lives longer and is taken instead, without the copy.',
  'blocked-by-key':
    '{name} cannot be copied to {vault} of account {account} in {region}: its backups are encrypted with an AWS managed key, which no other account can use. {ground}',
  'blocked-by-default-vault':
    '{name} cannot be copied to {vault} of account {account} in {region}: the vault has the default key of AWS Backup, which no other account can use. {ground}',
  'blocked-by-organization':
    '{name} cannot be copied to {vault} of account {account} in {region}: that takes one organization with cross-account backup switched on. {ground}',
  'blocked-by-lock':
    '{name} cannot be copied to {vault} of account {account} in {region}: the lock of the vault refuses its retention. {ground}',
  'copy-failing': 'The copies of {name} to {vault} of account {account} in {region} fail.{doubt} {ground}',

  'copy-unverified':
    'AWS reports a copy of {name} in {vault} of account {account} in {region}, but its source was not seen: of when it is, or how long it is kept, cannot be told.',
  'capability-unknown':
    'Whether {name} can be copied to another account cannot be told: that takes advanced DynamoDB backups, and AWS did not tell whether they are on.',
  'opt-in-unknown':
    '{plan} would copy {name} to {vault} of account {account} in {region} if {setting} is opted in to AWS Backup, which AWS did not tell.',
} as const;
