import { UNSUPPORTED } from '@backproof/core';

/** What the rule can say, by id. The reasons for which AWS Backup cannot back a resource up are AWS Backup's own. */
export const messages = {
  ...UNSUPPORTED,
  'not-replicated': {
    status: 'notApplicable',
    text: 'It is not replicated, as far as its service tells',
  },

  'backed-up': {
    status: 'pass',
    text: '{name} is replicated, and backed up as of {moment} by {way}.',
    meaning: 'a usable recovery point, or a snapshot or backup that somebody took',
  },
  'native-window': {
    status: 'pass',
    text: '{name} is replicated, and backed up as of {moment} by {way} alone: a window of {window}.',
    meaning: 'automated backups of its service alone, which keep so many days: Aurora has at least one, always',
  },

  'replication-only': {
    status: 'fail',
    severity: 'critical',
    text: '{name} has no usable backup of its own, only {replication}, which repeats deletions and corruption.',
    meaning: 'neither it nor anything it follows has a usable backup; the message names the replication and its ends',
  },
} as const;
