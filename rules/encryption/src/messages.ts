import { UNSUPPORTED } from '@backproof/core';

/** The messages of the rule, by id. The reasons why AWS Backup cannot back up a resource are AWS Backup's own. */
export const messages = {
  ...UNSUPPORTED,
  'no-recovery-point': {
    status: 'notApplicable',
    text: '{name} has no usable recovery point that could be encrypted.',
    meaning: 'it has no usable recovery point: `backup-coverage` judges that',
  },

  encrypted: {
    status: 'pass',
    text: '{name} has only encrypted recovery points ({count} usable), and their keys work.',
    meaning: 'every usable recovery point is encrypted, and its key can be used',
  },
  'key-beside-lock': {
    status: 'pass',
    text: '{name} has only encrypted recovery points ({count} usable), and their keys work. Vault {vault} is locked, but the customer managed key {key} belongs to the same account {account}: whoever schedules its deletion makes the recovery points unreadable, despite the lock.',
    meaning:
      'the same, but the key of recovery points in a vault that is locked for good is a customer managed one of the same account: the lock does not protect it',
  },

  unencrypted: {
    status: 'fail',
    severity: 'medium',
    text: '{name} has {unencrypted} unencrypted recovery points among {count} usable ones. The newest of them, from {asOf}, is in {vault} of account {account} in {region}. Encrypt the resource itself: AWS Backup does not encrypt what its service keeps unencrypted.',
    meaning: 'a usable recovery point is not encrypted',
  },
  'key-unusable': {
    status: 'fail',
    severity: 'high',
    text: '{name} has {affected} recovery points, of {count} usable ones, whose key {key} is {state}: they cannot be restored. The newest of them is from {asOf}.',
    meaning: 'the key of a usable recovery point is disabled, lacks its material or no longer exists',
  },
  'key-pending-deletion': {
    status: 'fail',
    severity: 'critical',
    text: '{name} has {affected} recovery points, of {count} usable ones, whose key {key} is {state} and will be deleted on {date}. They cannot be restored now, and never after that day. Cancel the deletion and enable the key.',
    meaning: 'the key of a usable recovery point is scheduled for deletion',
  },
  'not-customer-managed': {
    status: 'fail',
    severity: 'low',
    text: '{name} has {affected} recovery points, of {count} usable ones, that a key of AWS encrypts; the option key requires a customer managed key. The newest of them, from {asOf}, is in {vault} of account {account} in {region}.',
    meaning: 'the options require customer managed keys, and a usable recovery point is encrypted with a key of AWS',
  },

  'encryption-unread': {
    status: 'unknown',
    text: 'Whether {unread} of the {count} usable recovery points of {name} are encrypted is unknown: AWS did not report it, or the inventory was taken by an earlier version of Backproof.',
    meaning: 'AWS did not report whether a recovery point is encrypted, or the inventory is older than this rule',
  },
  'status-unknown': {
    status: 'unknown',
    kind: 'undecided',
    text: 'Whether every usable recovery point of {name} is encrypted is unknown: one from {moment} is in a status that this version of Backproof does not know. Update Backproof.',
    meaning: 'a recovery point in a status that AWS added later may be usable and not encrypted',
  },
  'key-unread': {
    status: 'unknown',
    text: 'Whether the key {key} of {affected} recovery points of {name} works is unknown: it could not be read. Grant kms:DescribeKey in account {account}.',
    meaning: 'the state of the key of a usable recovery point could not be read',
  },
  'foreign-key': {
    status: 'unknown',
    kind: 'undecided',
    text: "Whether the key {key} of {affected} recovery points of {name} works is unknown: it belongs to account {account}, and a scan describes the keys of the vault's own account only.",
    meaning: 'the key of a usable recovery point belongs to another account than the vault',
  },
  'key-state-unknown': {
    status: 'unknown',
    kind: 'undecided',
    text: 'Whether the key {key} of {affected} recovery points of {name} works is unknown: it is {state}, which this version of Backproof does not know. Update Backproof.',
    meaning: 'the key is in a state that AWS added later',
  },
} as const;
