import { UNSUPPORTED } from '@backproof/core';

/** The messages of the rule, by id. The reasons why AWS Backup cannot back up a resource are AWS Backup's own. */
export const messages = {
  ...UNSUPPORTED,
  'too-new': {
    status: 'notApplicable',
    text: '{name} is new and has no recovery point yet that could be protected.',
    meaning: 'the resource is younger than `maxAge` and has no recovery point yet: `backup-coverage` judges that',
  },

  locked: {
    status: 'pass',
    text: '{name} has a recovery point from {asOf}, {age} ago, that cannot be deleted early: {vault} of account {account} in {region} is locked in compliance mode. It is kept {kept}.',
    meaning: 'a recent recovery point lies in a vault that is locked in compliance mode, past its grace time',
  },
  'air-gapped': {
    status: 'pass',
    text: '{name} has a recovery point from {asOf}, {age} ago, that cannot be deleted early: {vault} of account {account} in {region} is logically air-gapped. It is kept {kept}.',
    meaning: 'a recent recovery point lies in a logically air-gapped vault',
  },
  'snapshot-locked': {
    status: 'pass',
    text: '{name} has a snapshot from {asOf}, {age} ago, that cannot be deleted early: {snapshot} is locked in compliance mode until {lockedUntil}.',
    meaning:
      'a recent EBS snapshot, of AWS Backup or not, is locked by itself in compliance mode, past its cooling-off period',
  },
  governed: {
    status: 'pass',
    text: '{name} has a recovery point from {asOf}, {age} ago, in {vault} of account {account} in {region}. Its lock can be lifted by privileged users, which the option mode accepts. It is kept {kept}.',
    meaning: 'its vault is locked in governance mode or in its grace time, which the options accept',
  },
  'denied-by-policy': {
    status: 'pass',
    text: '{name} has a recovery point from {asOf}, {age} ago, that the access policy of {vault} of account {account} in {region} denies everybody to delete. AWS does not document whether the policy binds the root user. It is kept {kept}.',
    meaning:
      'the access policy of its vault denies everybody to delete recovery points, to shorten their life, and to change the policy',
  },
  'all-protected': {
    status: 'pass',
    text: '{name} has a protected recovery point for each of the {count} moments that it can be restored to, the newest from {asOf}, {age} ago, in {vault} of account {account} in {region}.',
    meaning: 'the options ask for all recovery points, and each moment has one that cannot be deleted early',
  },

  'nothing-protected': {
    status: 'fail',
    severity: 'medium',
    text: '{name} has no usable recovery point, so nothing is protected from deletion.',
    meaning: 'it has no usable recovery point where the options look for one, and no backup of its own service',
  },
  'native-only': {
    status: 'fail',
    severity: 'medium',
    text: '{name} has no usable recovery point of AWS Backup. Its other backups ({kinds}) can be deleted by everybody in account {account} who may change or delete {name}. Back it up to a locked vault.',
    meaning: 'only backups of its own service exist, which administrators of its account can delete',
  },
  unlocked: {
    status: 'fail',
    severity: 'medium',
    text: '{name} can lose its backups: everybody in account {account} with the permission backup:DeleteRecoveryPoint can delete the newest recovery point, from {asOf}, in {vault} in {region}. Lock the vault in compliance mode.',
    meaning: 'no recovery point is protected: the vault is not locked, and its policy does not deny the deletion',
  },
  'policy-can-be-replaced': {
    status: 'fail',
    severity: 'medium',
    text: '{name} can lose its backups: the access policy of {vault} of account {account} in {region} denies to delete recovery points, but not to shorten their lifecycle, to disassociate them, or to change or delete the policy. Deny these too, or lock the vault.',
    meaning: 'a Deny of the deletion alone: whoever wants to delete goes around it',
  },
  'policy-only': {
    status: 'fail',
    severity: 'low',
    text: '{name} has recovery points in {vault} of account {account} in {region} that only an access policy protects; the option proof requires a lock.',
    meaning: 'an access policy protects the recovery points, and the options require a lock',
  },
  'can-be-lifted': {
    status: 'fail',
    severity: 'medium',
    text: '{name} can lose its backups: {vault} of account {account} in {region} is locked in governance mode, so everybody with the permission backup:DeleteBackupVaultLockConfiguration can lift the lock. Lock it in compliance mode.',
    meaning: 'the vault is locked in governance mode',
  },
  'grace-time': {
    status: 'fail',
    severity: 'low',
    text: '{name} can still lose its backups: the compliance lock of {vault} of account {account} in {region} can be lifted until {lockDate}.',
    meaning: 'the compliance lock is in its grace time',
  },
  'lock-too-short': {
    status: 'fail',
    severity: 'low',
    text: '{name} has recovery points in {vault} of account {account} in {region}, whose lock allows a retention of {minimum}; it must require at least {required}.',
    meaning: 'the lock of the vault asks for a shorter retention than `minRetention`',
  },
  'protected-too-old': {
    status: 'fail',
    severity: 'medium',
    text: '{name} has no recent protected recovery point: the newest protected one, in {vault} of account {account} in {region}, is from {asOf}, {age} ago; the limit is {allowed}.',
    meaning:
      'the data of the newest protected recovery point is older than `maxAge`, and more recent ones are not protected',
  },
  'too-old': {
    status: 'fail',
    severity: 'medium',
    text: '{name} has no recent recovery point that could be protected: the newest one, in {vault} of account {account} in {region}, is from {asOf}, {age} ago; the limit is {allowed}.',
    meaning: 'the data of the newest usable recovery point is older than `maxAge`, protected or not',
  },
  'some-unprotected': {
    status: 'fail',
    severity: 'medium',
    text: '{name} can be restored to {count} moments, but only {protected} of them have a protected recovery point. The newest of the others is from {asOf}, in {vault} of account {account} in {region}.',
    meaning: 'the options ask for all recovery points, and some moments have no protected one',
  },

  'service-undocumented': {
    status: 'unknown',
    kind: 'undecided',
    text: '{name} has a recovery point from {asOf} in {vault} of account {account} in {region} that AWS Backup protects. Whether its own service can delete it all the same is unknown: AWS does not document it. The option undocumented decides.',
    meaning: 'AWS does not document whether the service that keeps the recovery point deletes it despite the lock',
  },
  'policy-undecided': {
    status: 'unknown',
    kind: 'undecided',
    text: 'Whether somebody can delete the recovery points of {name} is unknown: the access policy of {vault} of account {account} in {region} has statements that Backproof cannot decide.',
    meaning: 'the access policy of the vault has conditions or principals that Backproof cannot decide',
  },
  'policy-unread': {
    status: 'unknown',
    text: 'Whether somebody can delete the recovery points of {name} is unknown: the access policy of {vault} of account {account} in {region} could not be read. Grant backup:GetBackupVaultAccessPolicy.',
    meaning: 'the access policy of the vault could not be read',
  },
  'snapshot-locks-unread': {
    status: 'unknown',
    text: 'Whether somebody can delete the snapshots of {name} is unknown: the locks of snapshots could not be read. Grant ec2:DescribeLockedSnapshots.',
    meaning: 'the locks of EBS snapshots could not be read, and nothing else protects a recent backup',
  },
  'points-unread': {
    status: 'unknown',
    text: 'Whether each moment that {name} can be restored to has a protected recovery point is unknown: not all of its recovery points could be read.',
    meaning: 'the options ask for all recovery points, and not all of them could be read',
  },
  'copy-not-scanned': {
    status: 'unknown',
    text: 'Whether somebody can delete the copy of {name} in {vault} of account {account} in {region} is unknown: that account and Region was not scanned.',
    meaning: 'nothing protected was seen, and a copy job completed to an account and Region that was not scanned',
  },
} as const;
